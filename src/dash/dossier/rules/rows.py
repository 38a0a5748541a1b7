"""What the rules have in common: rows that can say what is wrong in one of their cells."""

from collections.abc import Callable, Iterator

from dash.dates import first_day
from dash.dossier.reading import text_cells
from dash.dossier.records import Record, Tables, records
from dash.schema.problems import Problem
from dash.schema.story import Story
from dash.schema.validation import key_of

# A rule takes the tables (typed, but possibly with problems already found, so any
# cell may be missing) and the story, and yields one problem per breach.
Rule = Callable[[Tables, Story], Iterator[Problem]]


class Row:
    """A row of a table, ready to say what is wrong in one of its cells."""

    def __init__(self, table: str, line: int, row: Record) -> None:
        """Keep the row and where it stands: its table, and the line of the file."""
        self.row = row
        self._file = f"{table}.csv"
        self._line = line

    def at(self, column: str, expected: str) -> Problem:
        """Return the problem of one cell: what was found there, and what is expected."""
        value = self.row[column]
        found = f"{value:g}" if isinstance(value, float) else value
        return Problem(self._file, self._line, column, found, expected)


def rows_of(tables: Tables, table: str) -> Iterator[Row]:
    """Return the rows of a table; none where the table could not be read."""
    if table in tables:
        lines = tables[table].index.tolist()
        for line, row in zip(lines, records(tables[table]), strict=True):
            yield Row(table, line, row)


def keys_of(tables: Tables, table: str) -> set[str]:
    """Return the keys of a table that could be read."""
    return {key for _, key in text_cells(tables[table], key_of(table))}


def is_date(value: object) -> bool:
    """Return whether a cell holds a date of the calendar, by the day, the month or the year."""
    if not isinstance(value, str):
        return False
    try:
        first_day(value)
    except ValueError:
        return False
    return True
