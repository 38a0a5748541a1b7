"""Actors: whom each speaks for, up to the side."""

from collections.abc import Iterator

import pandas as pd

from dash.dossier import Record, records


class Actors:
    """The table of actors, to be asked for names, roles, institutions and sides."""

    def __init__(self, table: pd.DataFrame) -> None:
        """Read the table once."""
        self._rows: dict[str, Record] = {row["id"]: row for row in records(table)}

    def name(self, actor: str) -> str:
        """Return an actor's name."""
        return str(self._rows[actor]["name"])

    def role(self, actor: str) -> str:
        """Return the office or part that an actor had at the time."""
        return str(self._rows[actor]["role"])

    def kind(self, actor: str) -> str:
        """Return what an actor is: person, state, organisation and so on."""
        return str(self._rows[actor]["kind"])

    def institution(self, actor: str) -> str | None:
        """Return the id of the one whom an actor acts for, or None where it is nobody."""
        above: str | None = self._rows[actor]["affiliation"]
        return above

    def side(self, actor: str) -> str:
        """Return the id of the side: where the affiliations end."""
        return list(self._upwards(actor))[-1]

    def describe(self, actor: str) -> str:
        """Return an actor's role, institution and side in words, each said once."""
        above = self.institution(actor)
        others = dict.fromkeys((above, self.side(actor)))
        named = [self.name(other) for other in others if other not in (None, actor)]
        return ", ".join([self.role(actor), *named])

    def _upwards(self, actor: str) -> Iterator[str]:
        step: str | None = actor
        while step is not None:
            yield step
            step = self._rows[step]["affiliation"]
