"""What the rules have in common: rows that can say what is wrong in one of their cells."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, Literal, TypeGuard, TypeVar, overload

from dash.dates import first_day
from dash.dossier.reading import text_cells
from dash.dossier.records import Tables, rows
from dash.schema.problems import Problem
from dash.schema.rows import (
    Actor,
    Difference,
    Event,
    Figure,
    Place,
    Quote,
    Record,
    Slide,
    Source,
)
from dash.schema.story import Story
from dash.schema.validation import key_of

# A rule takes the tables (typed, but possibly with problems already found, so any
# cell may be missing) and the story, and yields one problem per breach.
Rule = Callable[[Tables, Story], Iterator[Problem]]


Checked = TypeVar("Checked", bound=Record[None])


class Row(Generic[Checked]):
    """A row of a table, ready to say what is wrong in one of its cells."""

    def __init__(self, table: str, line: int, row: Checked) -> None:
        """Keep the row and where it stands: its table, and the line of the file."""
        self.row = row
        self._file = f"{table}.csv"
        self._line = line

    def at(self, column: str, expected: str) -> Problem:
        """Return the problem of one cell: what was found there, and what is expected."""
        return Problem(self._file, self._line, column, _spelled(self.cell(column)), expected)

    def text(self, column: str) -> str | None:
        """Return a cell whose column is named at run time; None where it holds no text."""
        cell = self.cell(column)
        return cell if isinstance(cell, str) else None

    def cell(self, column: str) -> object:
        """Return a cell of any kind whose column is named at run time.

        Raises:
            KeyError: The contract has no such column.
        """
        cells: Mapping[str, object] = self.row
        return cells[column]


@overload
def rows_of(tables: Tables, table: Literal["sources"]) -> Iterator[Row[Source[None]]]: ...
@overload
def rows_of(tables: Tables, table: Literal["actors"]) -> Iterator[Row[Actor[None]]]: ...
@overload
def rows_of(tables: Tables, table: Literal["places"]) -> Iterator[Row[Place[None]]]: ...
@overload
def rows_of(tables: Tables, table: Literal["figures"]) -> Iterator[Row[Figure[None]]]: ...
@overload
def rows_of(tables: Tables, table: Literal["quotes"]) -> Iterator[Row[Quote[None]]]: ...
@overload
def rows_of(tables: Tables, table: Literal["slides"]) -> Iterator[Row[Slide[None]]]: ...
@overload
def rows_of(tables: Tables, table: Literal["events"]) -> Iterator[Row[Event[None]]]: ...
@overload
def rows_of(tables: Tables, table: Literal["differences"]) -> Iterator[Row[Difference[None]]]: ...
@overload
def rows_of(tables: Tables, table: str) -> Iterator[Row[Record[None]]]: ...
def rows_of(tables: Tables, table: str) -> Iterator[Row[Any]]:
    """Return the rows of a table, of which any cell may be missing; none where it is not read."""
    # Any: mypy cannot know from a table's name which rows it has; the overloads say it.
    if table in tables:
        lines = tables[table].index.tolist()
        for line, row in zip(lines, rows(table, tables[table]), strict=True):
            yield Row(table, line, row)


def keys_of(tables: Tables, table: str) -> set[str]:
    """Return the keys of a table that could be read."""
    return {key for _, key in text_cells(tables[table], key_of(table))}


def is_date(value: object) -> TypeGuard[str]:
    """Return whether a cell holds a date of the calendar, by the day, the month or the year."""
    if not isinstance(value, str):
        return False
    try:
        first_day(value)
    except ValueError:
        return False
    return True


def _spelled(cell: object) -> str | None:
    """Return a cell as it is told to its author."""
    if isinstance(cell, float):
        return f"{cell:g}"
    if isinstance(cell, tuple):
        return ";".join(cell) or None
    return None if cell is None else str(cell)
