"""Actors: whom each speaks for, up to the side."""

from collections.abc import Iterable

from dash.dossier.lookup import upwards
from dash.schema.rows import Actor


class ActorDirectory:
    """The actors, to be asked for names, roles, institutions and sides."""

    def __init__(self, rows: Iterable[Actor]) -> None:
        """Take all actors of a dossier."""
        self._rows = {row["id"]: row for row in rows}
        self._above = _affiliations(self._rows.values())

    def name(self, actor: str) -> str:
        """Return an actor's name."""
        return self._rows[actor]["name"]

    def role(self, actor: str) -> str | None:
        """Return the office or part that an actor had at the time, where the dossier says it."""
        return self._rows[actor]["role"]

    def kind(self, actor: str) -> str:
        """Return what an actor is: person, state, organisation and so on."""
        return self._rows[actor]["kind"]

    def institution(self, actor: str) -> str | None:
        """Return the id of the one whom an actor acts for, or None where it is nobody."""
        return self._rows[actor]["affiliation"]

    def side(self, actor: str) -> str:
        """Return the id of the side: where the affiliations end."""
        return list(upwards(actor, self._above))[-1]

    def attribution(self, actor: str) -> str:
        """Return an actor's role, institution and side in words, each said once."""
        above = self.institution(actor)
        others = dict.fromkeys((above, self.side(actor)))
        named = [self.name(other) for other in others if other not in (None, actor)]
        return ", ".join([*filter(None, [self.role(actor)]), *named])


def acting_for(actors: Iterable[Actor], actor: str) -> set[str]:
    """Return an actor and all who act for it, directly or through others."""
    above = _affiliations(actors)
    return {one for one in above if actor in upwards(one, above)}


def behind(actors: Iterable[Actor], taking_part: Iterable[str]) -> set[str]:
    """Return some actors and all for whom they act, directly or through others."""
    above = _affiliations(actors)
    return {one for actor in taking_part for one in upwards(actor, above)}


def _affiliations(actors: Iterable[Actor]) -> dict[str, str | None]:
    return {row["id"]: row["affiliation"] for row in actors}
