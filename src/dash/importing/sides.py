"""Whose deaths: those of a file's two sides given to the parties that dossier.toml names."""

from collections import Counter
from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dash.importing.choice import MOST_NAMES
from dash.schema.incidents import PARTIES
from dash.schema.story import IncidentSides

# The file's column with a side's name, and the one with its deaths.
NAMED = (("side_a", "deaths_a"), ("side_b", "deaths_b"))
SIDES = tuple(party for _, party in NAMED)


class Sides:
    """Gives deaths to parties, and keeps count of those of sides that are none."""

    def __init__(self, sides: IncidentSides) -> None:
        """Keep which side is which party."""
        self._party = {name.casefold(): party for party in SIDES for name in getattr(sides, party)}
        self.nobodys: Counter[str] = Counter()

    def given(self, rows: pa.RecordBatch, sides: Mapping[str, pa.Array]) -> pa.RecordBatch:
        """Return rows with the deaths of the file's sides given to the parties.

        Args:
            rows: Deaths stand by the file's sides.
            sides: The names of the sides; where there are none the file has parties already.
        """
        if not sides:
            return rows
        deaths = {party: rows.column(party).to_numpy() for party in PARTIES}
        given = {
            party: np.zeros(rows.num_rows, dtype=np.int64) if party in SIDES else numbers.copy()
            for party, numbers in deaths.items()
        }
        for role, own in NAMED:
            if role not in sides:
                given[own] += deaths[own]
                continue
            encoded = pc.dictionary_encode(sides[role], null_encoding="encode")
            indices = encoded.indices.to_numpy()
            for index, name in enumerate(encoded.dictionary.to_pylist()):
                here = np.where(indices == index, deaths[own], 0)
                party = self._party.get((name or "").casefold(), "deaths_unknown")
                given[party] += here
                if party == "deaths_unknown" and (number := int(here.sum())):
                    self._note(name or "a side without a name", number)
        for party in PARTIES:
            place = rows.schema.get_field_index(party)
            rows = rows.set_column(place, party, pa.array(given[party], pa.int64()))
        return rows

    def _note(self, name: str, deaths: int) -> None:
        if name in self.nobodys or len(self.nobodys) < MOST_NAMES:
            self.nobodys[name] += deaths
