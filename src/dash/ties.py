"""What a dossier ties to a place: every record that names it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.problems import DossierError
from dash.schema.rows import Place, Record

# The tables that name places.
TABLES = ("quotes", "events", "slides", "figures", "differences")


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


def same_point(places: Iterable[Place], place: str) -> list[str]:
    """Return the other places that stand at the same point: offices of a capital, for one."""
    points = {row["id"]: (row["longitude"], row["latitude"]) for row in places}
    own = points[place]
    return [
        key for key, point in points.items() if key != place and None not in own and point == own
    ]


def _ties(dossier: Dossier, place: str) -> Iterator[TableTies]:
    for table in TABLES:
        try:
            rows = dossier.records(table)
        except DossierError:
            yield TableTies(table, (), readable=False)
            continue
        named = [row for row in rows if place in _named(row)]
        named.sort(key=lambda row: "in_story" in row and not row["in_story"])
        yield TableTies(table, tuple(map(key_of_row, named)))


def _named(row: Record) -> tuple[str, ...]:
    """Return what a row names in the column of its table that names places."""
    if "area" in row:
        return row["area"]
    if "places" in row:
        return row["places"]
    if "records" in row:
        return row["records"]
    return ()
