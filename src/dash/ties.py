"""What a dossier ties to a place: every record that names it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from dash.dossier.model import Dossier
from dash.dossier.records import split_ids
from dash.schema.problems import DossierError

# The column of each table that names places.
COLUMNS = {
    "quotes": "places",
    "events": "places",
    "slides": "places",
    "figures": "area",
    "differences": "records",
}


@dataclass(frozen=True)
class TableTies:
    """The records of one table that name a place.

    Attributes:
        table: The table.
        keys: Their keys, in the order of the table; the story's own first, where it says.
        readable: False where the table has a problem, so that nothing can be said.
    """

    table: str
    keys: tuple[str | int, ...]
    readable: bool = True


def ties_of(dossier: Dossier, place: str) -> list[TableTies]:
    """Return what each table ties to a place; a broken table says so and hides no other."""
    return list(_ties(dossier, place))


def same_point(places: pd.DataFrame, place: str) -> list[str]:
    """Return the other places that stand at the same point: offices of a capital, for one."""
    point = places.loc[place, ["longitude", "latitude"]]
    shared = (places[["longitude", "latitude"]] == point).all(axis="columns")
    return [key for key in places.index[shared] if key != place]


def _ties(dossier: Dossier, place: str) -> Iterator[TableTies]:
    for table, column in COLUMNS.items():
        try:
            rows = dossier.table(table)
        except DossierError:
            yield TableTies(table, (), readable=False)
            continue
        named = rows[[place in split_ids(cell) for cell in rows[column]]]
        if "in_story" in named:
            named = named.sort_values("in_story", ascending=False, kind="stable")
        yield TableTies(table, tuple(named.index.tolist()))
