"""What the rules have in common: rows that can say what is wrong in one of their cells."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Generic, Literal, TypeGuard, TypeVar, overload

import pandas as pd

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

    __slots__ = ("_table", "line", "row")

    def __init__(self, table: str, line: int, row: Checked) -> None:
        """Keep the row and where it stands: its table, and the line of the file."""
        self.row = row
        self._table = table
        self.line = line

    def at(self, column: str, expected: str) -> Problem:
        """Return the problem of one cell: what was found there, and what is expected."""
        file, found = f"{self._table}.csv", _spelled(self.cell(column))
        return Problem(file, self.line, column, found, expected)

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


class _Spoilt(Row[Any]):
    """A row with cells that do not hold: what was read of them says nothing.

    A problem told after such a cell was looked at may come of it, and of nothing else.
    """

    __slots__ = ("_cells",)

    def __init__(self, table: str, line: int, row: Any, bad: Collection[str]) -> None:
        """Keep the row, and the columns in which it has a problem already."""
        self._cells = _Watched(row, bad)
        super().__init__(table, line, self._cells)

    def at(self, column: str, expected: str) -> Problem:
        """Return the problem of one cell, marked where it may follow from another."""
        follows = self._cells.read_bad
        return replace(super().at(column, expected), follows=follows)


class _Watched(Mapping[str, object]):
    """The cells of a row; knows whether one of the bad ones was read."""

    def __init__(self, row: Mapping[str, object], bad: Collection[str]) -> None:
        self.read_bad = False
        self._row = row
        self._bad = bad

    def __getitem__(self, column: str) -> object:
        self.read_bad |= column in self._bad
        return self._row[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._row)

    def __len__(self) -> int:
        return len(self._row)


class Checkable(Mapping[str, pd.DataFrame]):
    """The tables while rules go over them: their rows are made once for all rules."""

    def __init__(self, tables: Tables, problems: Collection[Problem] = ()) -> None:
        """Keep the tables, and which of their cells have a problem already."""
        self._tables = tables
        self._rows: dict[str, list[Row[Any]]] = {}
        self._bad: dict[str, dict[int, set[str]]] = {}
        for problem in problems:
            if problem.line is not None and problem.column is not None:
                lines = self._bad.setdefault(problem.file.removesuffix(".csv"), {})
                lines.setdefault(problem.line, set()).add(problem.column)

    def rows(self, table: str) -> list[Row[Any]]:
        """Return the rows of a table; those with a bad cell anew, since each rule reads its own."""
        if table not in self._rows:
            self._rows[table] = list(_rows(self._tables, table))
        bad = self._bad.get(table)
        if not bad:
            return self._rows[table]
        return [
            _Spoilt(table, row.line, row.row, bad[row.line]) if row.line in bad else row
            for row in self._rows[table]
        ]

    def __getitem__(self, table: str) -> pd.DataFrame:
        """Return a table."""
        return self._tables[table]

    def __iter__(self) -> Iterator[str]:
        """Return the names of the tables."""
        return iter(self._tables)

    def __len__(self) -> int:
        """Return how many tables there are."""
        return len(self._tables)


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
    return iter(tables.rows(table)) if isinstance(tables, Checkable) else _rows(tables, table)


def _rows(tables: Tables, table: str) -> Iterator[Row[Any]]:
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
