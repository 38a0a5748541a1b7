"""A CSV of any size, row by row with the line that each begins on, in bounded memory."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import IO, Any

import pyarrow as pa

from dash.importing.batches import ROWS, Batch
from dash.importing.cells import western
from dash.importing.faults import EventFileError
from dash.schema.problems import Problem, shown

SEPARATORS = (",", ";", "\t", "|")
# Letters of a line, and of a cell: what goes on longer has lost its quotation mark.
LONGEST_LINE = 4_000_000
LONGEST_CELL = 1_000_000
NOT_CLOSED = "a row whose quotation marks are closed"


class CsvFile:
    """A CSV file: UTF-8 (some cells may be Windows-1252) or UTF-16, with a row of column names."""

    def __init__(
        self, name: str, stream: IO[bytes], position: Callable[[], float], separator: str | None
    ) -> None:
        """Read the row of names.

        Args:
            name: What the file is called in messages.
            stream: Its bytes from the start.
            position: Says how much of it was read, from 0 to 1.
            separator: What stands between its cells; by the row of names where it is None.

        Raises:
            EventFileError: There is no row of names.
        """
        self.name = name
        self.notes: list[str] = []
        self._position = position
        self._line = 0
        self._pending: str | None = None
        self._text = _decoded(stream)
        first = self._next_line()
        while first is not None and not first.strip():
            first = self._next_line()
        if first is None:
            raise EventFileError(f"{name}: the file is empty.")
        self._separator = separator or _separator(first)
        self.names = self._names(first)

    def done(self) -> float:
        """Return how much of it was read, from 0 to 1."""
        return self._position()

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Yield its rows, with the columns of these names alone."""
        places = [self.names.index(name) for name in columns]
        pick: Callable[[list[str]], Any] = itemgetter(*places)
        if len(places) == 1:
            pick = lambda row: (row[places[0]],)  # noqa: E731 - as itemgetter of several
        rows: list[Any] = []
        lines: list[int] = []
        broken: list[Problem] = []
        with _long_cells():
            for line, row in self._rows(broken):
                rows.append(pick(row))
                lines.append(line)
                if len(rows) >= ROWS:
                    yield self._batch(columns, rows, lines, broken)
                    rows, lines = [], []
                    broken.clear()
            if rows or broken:
                yield self._batch(columns, rows, lines, broken)

    def _rows(self, broken: list[Problem]) -> Iterator[tuple[int, list[str]]]:
        """Yield each row that has as many cells as there are names, with the line it begins on."""
        before = self._line
        reader = csv.reader(self._lines(), delimiter=self._separator, strict=True)
        width, first = len(self.names), True
        while True:
            line = before + reader.line_num + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                broken.append(self._problem(line, _said(error), NOT_CLOSED))
                continue
            if len(row) == width:
                if first and _are_tags(row):
                    self.notes.append(f"line {line} is a row of HXL tags, and no event")
                elif any(row):
                    yield line, row
            elif any(cell.strip() for cell in row):
                # More cells that are blank: a spreadsheet had empty columns.
                if len(row) > width and not any(cell.strip() for cell in row[width:]):
                    yield line, row[:width]
                else:
                    expected = f"{width} cells, one for each name of a column"
                    hint = "A quotation mark or a separator is missing here, or one too many."
                    found = f"{len(row)} {'cell' if len(row) == 1 else 'cells'}"
                    broken.append(self._problem(line, found, expected, hint))
            first = False

    def _batch(
        self, columns: Sequence[str], rows: list[Any], lines: list[int], broken: list[Problem]
    ) -> Batch:
        undecided: dict[int, Problem] = {}
        westerns: set[int] = set()
        arrays = (
            {
                name: self._column(name, cells, lines, undecided, westerns)
                for name, cells in zip(columns, zip(*rows, strict=True), strict=True)
            }
            if rows
            else {name: pa.array([], pa.string()) for name in columns}
        )
        return Batch(lines, arrays, tuple(broken), undecided, len(westerns - set(undecided)))

    def _column(
        self,
        name: str,
        cells: tuple[str, ...],
        lines: list[int],
        undecided: dict[int, Problem],
        westerns: set[int],
    ) -> pa.StringArray:
        """Return the cells of a column; those that are no UTF-8 as Windows-1252, or blank."""
        try:
            return pa.array(cells, pa.string())
        except UnicodeEncodeError:
            read: list[str | None] = list(cells)
        for row, cell in enumerate(cells):
            try:
                cell.encode()
            except UnicodeEncodeError:
                read[row] = western(cell)
                westerns.add(row)
                if read[row] is None:
                    content = cell.encode("utf-8", "surrogateescape")
                    found = shown(content.decode("ascii", "backslashreplace"))
                    hint = "Save the file as CSV UTF-8."
                    problem = self._problem(lines[row], found, "text in UTF-8", hint, name)
                    undecided.setdefault(row, problem)
        return pa.array(read, pa.string())

    def _problem(
        self, line: int, found: str, expected: str, hint: str = "", column: str | None = None
    ) -> Problem:
        return Problem(self.name, line, column, found, expected, hint=hint)

    def _names(self, first: str) -> list[str]:
        """Return the names of the columns, which may run over several lines."""
        self._pending = first
        before = self._line - 1
        try:
            names = next(csv.reader(self._lines(), delimiter=self._separator, strict=True))
        except (csv.Error, StopIteration) as error:
            told = f"{self.name}, line {before + 1}: the row of column names cannot be read: "
            raise EventFileError(f"{told}{_said(error)}.") from error
        if any("\udc80" <= letter <= "\udcff" for name in names for letter in name):
            names = [western(name) or name.encode("ascii", "replace").decode() for name in names]
        return names

    def _lines(self) -> Iterator[str]:
        """Yield the lines that follow, counting them."""
        if self._pending is not None:
            first, self._pending = self._pending, None
            yield first
        while (line := self._next_line()) is not None:
            yield line

    def _next_line(self) -> str | None:
        try:
            line = self._text.readline(LONGEST_LINE)
        except UnicodeDecodeError as error:
            raise EventFileError(f"{self.name}: damaged UTF-16. Save it as CSV UTF-8.") from error
        if not line:
            return None
        self._line += 1
        if len(line) >= LONGEST_LINE:
            raise EventFileError(
                f"{self.name}, line {self._line}: longer than {LONGEST_LINE:,} letters, so it is "
                "no table of events, or it is damaged here. Download it anew."
            )
        return line


def _decoded(stream: IO[bytes]) -> io.TextIOWrapper:
    """Return a file's text; bytes that are no UTF-8 are kept, to be looked at by the cell."""
    buffered = io.BufferedReader(stream, 1 << 20) if isinstance(stream, io.RawIOBase) else stream
    start = buffered.peek(4)[:4] if hasattr(buffered, "peek") else b""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return io.TextIOWrapper(buffered, "utf-16", newline="")
    return io.TextIOWrapper(buffered, "utf-8-sig", "surrogateescape", newline="")


def _separator(first: str) -> str:
    """Return the separator that cuts the row of names into the most of them."""

    def names(separator: str) -> int:
        try:
            return len(next(csv.reader([first], delimiter=separator), []))
        except csv.Error:
            return 0

    return max(SEPARATORS, key=names)


def _are_tags(row: list[str]) -> bool:
    """Return whether a row holds HXL tags (https://hxlstandard.org): #geo+lat, or nothing."""
    filled = [cell for cell in row if cell.strip()]
    return bool(filled) and all(cell.strip().startswith("#") for cell in filled)


def _said(error: Exception) -> str:
    said = str(error)
    if "field larger" in said:
        return "a cell that does not end"
    if "unexpected end" in said:
        return "a quotation mark that is not closed until the end of the file"
    if "expected after" in said:
        return "letters behind a closing quotation mark"
    return said or "nothing"


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let cells be as long as LONGEST_CELL: some lists of sources go beyond Python's own limit."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
