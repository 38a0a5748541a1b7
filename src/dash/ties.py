"""What a dossier ties to a place: every record that names it."""

from collections.abc import Mapping
from dataclasses import dataclass

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.rows import Record

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


class Ties:
    """The ties of all places, looked up once; only read afterwards, so that readers share them."""

    def __init__(self, dossier: Dossier) -> None:
        """Look through all tables.

        Raises:
            DossierError: places.csv has a problem.
        """
        self._named = {table: _by_place(dossier, table) for table in TABLES}
        self._points = {
            row["id"]: (row["longitude"], row["latitude"]) for row in dossier.records("places")
        }
        self._at: dict[tuple[float | None, ...], list[str]] = {}
        for key, point in self._points.items():
            self._at.setdefault(point, []).append(key)

    def of(self, place: str) -> list[TableTies]:
        """Return what each table ties to a place; a broken table says so and hides no other."""
        return [
            TableTies(table, (), readable=False)
            if named is None
            else TableTies(table, tuple(named.get(place, ())))
            for table, named in self._named.items()
        ]

    def same_point(self, place: str) -> list[str]:
        """Return the other places that stand at the same point: offices of a capital, for one."""
        point = self._points[place]
        return [] if None in point else [key for key in self._at[point] if key != place]


def _by_place(dossier: Dossier, table: str) -> Mapping[str, list[str | int]] | None:
    """Return the keys of the records that name each place; None where the table is broken."""
    if not dossier.has(table):
        return None
    rows = sorted(dossier.records(table), key=lambda row: "in_story" in row and not row["in_story"])
    found: dict[str, list[str | int]] = {}
    for row in rows:
        for place in dict.fromkeys(_named(row)):
            found.setdefault(place, []).append(key_of_row(row))
    return found


def _named(row: Record) -> tuple[str, ...]:
    """Return what a row names in the column of its table that names places."""
    if "area" in row:
        return row["area"]
    if "places" in row:
        return row["places"]
    if "records" in row:
        return row["records"]
    return ()
