"""Read one CSV file into text cells, keeping the line that each row begins on."""

import csv
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from pathlib import Path

import pandas as pd

from dash.dossier.decoding import decode_table
from dash.schema.headers import MOST_ABOVE, header_row, title_hint
from dash.schema.problems import Hint, Problem

# What separates cells beside the comma: read and told, or only named.
SEMICOLONS = "read with semicolons between the cells"
READ_MARKS = {";": SEMICOLONS, "\t": "read with tabs between the cells"}
OTHER_MARKS = ("|",)
# What begins a quotation in print, and what may end it; in CSV they are letters like any other.
CURLY_MARKS = {"“": "”", "„": "“”", "”": "”", "«": "»", "»": "«"}
# A line with what ends it, as the reader of CSV counts them.
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# Category Cc of Unicode, but for tabs and the ends of lines.
CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def read_table(
    path: Path, names: Collection[str] = ()
) -> tuple[pd.DataFrame | None, list[Problem], list[Hint]]:
    """Read a CSV file without interpreting its cells.

    Args:
        path: The file.
        names: The names of columns by which a header below a title is known.

    Returns:
        A frame of text cells (blank ones missing) whose index is the line on
        which each row begins, the problems found, and how the file was read
        where it is not what a dossier writes: other marks between its cells,
        another encoding. The frame is None when the file holds no usable
        header. Rows with a wrong number of cells are reported and left out.
    """
    text, problems, hints = decode_table(path)
    if text is None:
        return None, problems, hints
    mark = _mark_between_cells(text)
    if mark not in (",", *READ_MARKS):
        found = f"cells separated by {mark}"
        return None, [Problem(path.name, 1, None, found, "cells separated by commas")], hints
    if mark in READ_MARKS:
        hints.append(Hint(path.name, READ_MARKS[mark]))
    rows, problems = _rows(text, path.name, mark)
    if not rows:
        return None, problems or [Problem(path.name, 1, None, None, "a header line")], hints
    above = header_row([row for _, row in rows[:MOST_ABOVE]], names)
    (line, header), *rows = rows[above:]
    if above:
        hints.append(title_hint(path.name, line))
    columns = [column.strip() for column in _without_blanks(header)]
    if len(columns) < len(header):
        hints.append(Hint(path.name, "read without the empty columns at its end"))
    if unfit := _check_header(path.name, line, columns):
        return None, unfit, hints
    frame, unwhole = _whole_rows(path.name, columns, rows)
    problems += unwhole
    # Looked for in the whole text first: that takes no time, and finds any only in damaged files.
    if CONTROL_CHARACTER.search(text):
        problems += _control_characters(path.name, frame)
    return frame, problems, hints


def _whole_rows(
    file: str, columns: list[str], rows: list[tuple[int, list[str]]]
) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the rows that have a cell for each column, and the problems of the others."""
    cells: list[list[str | None]] = []
    lines: list[int] = []
    problems: list[Problem] = []
    for line, row in rows:
        torn = _torn(row) if len(row) > len(columns) else None
        if torn is not None:
            problems.append(_torn_cell(file, line, row[torn].strip()))
            continue
        # A spreadsheet writes its empty columns, too.
        filled = row if len(row) <= len(columns) else _without_blanks(row, len(columns))
        if len(filled) == len(columns):
            cells.append([cell.strip() or None for cell in filled])
            lines.append(line)
        else:
            expected = f"{len(columns)} cells, as in the header"
            more = len(filled) > len(columns)
            hint = "Put quotation marks around a cell that holds a comma." if more else ""
            found = f"{len(filled)} cells"
            problems.append(Problem(file, line, None, found, expected, hint=hint))
    return _frame(columns, lines, cells), problems


def _frame(columns: list[str], lines: list[int], cells: list[list[str | None]]) -> pd.DataFrame:
    # Column by column: a table of objects on the way takes as much memory again, and more time.
    told = dict(zip(columns, zip(*cells, strict=True), strict=True)) if cells else {}
    return pd.DataFrame(told, index=lines, columns=columns, dtype="str")


def text_cells(frame: pd.DataFrame, column: str) -> Iterator[tuple[int, str]]:
    """Return the line and the text of each cell of a column that is not blank."""
    filled = frame[column].dropna()
    return zip(filled.index.tolist(), filled.tolist(), strict=True)


def _torn(row: list[str]) -> int | None:
    """Return which cell began with a curly quotation mark and went on in the next ones."""
    for position, cell in enumerate(row[:-1]):
        if cell.strip().startswith(tuple(CURLY_MARKS)):
            ends = CURLY_MARKS[cell.strip()[0]]
            if not any(mark in cell for mark in ends):
                rest = (later.rstrip() for later in row[position + 1 :])
                return position if any(later.endswith(tuple(ends)) for later in rest) else None
    return None


def _torn_cell(file: str, line: int, cell: str) -> Problem:
    expected = "straight quotation marks around a cell that holds a comma"
    hint = f'Write " instead of {cell[0]}: only straight marks hold a cell together.'
    return Problem(file, line, None, cell, expected, hint=hint)


def _mark_between_cells(text: str) -> str:
    """Return what separates the cells of a table's header: a comma, unless there is none.

    A title above the header has no mark at all.
    """
    lines = islice((line for line in _lines(text) if line.strip()), MOST_ABOVE)
    marks = (",", *READ_MARKS, *OTHER_MARKS)
    return next((mark for line in lines for mark in marks if mark in line), ",")


def _without_blanks(row: list[str], least: int = 1) -> list[str]:
    """Return a row without the blank cells at its end, but with `least` cells if it had them."""
    end = len(row)
    while end > least and not row[end - 1].strip():
        end -= 1
    return row[:end]


def _rows(text: str, file: str, mark: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """Return the rows with the line each begins on, up to where the text is no longer CSV."""
    reader = csv.reader(_lines(text), delimiter=mark, strict=True)
    rows: list[tuple[int, list[str]]] = []
    # Equal cells are one object: most columns say few things many times.
    kept: dict[str, str] = {}
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            found, expected = _told(error)
            return rows, [Problem(file, line, None, found, expected)]
        if row is None:
            return rows, []
        if any(cell.strip() for cell in row):
            rows.append((line, [kept.setdefault(cell, cell) for cell in row]))


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text with their ends; a file in memory would hold it once more."""
    return (found[0] for found in LINE.finditer(text))


def _told(error: csv.Error) -> tuple[str, str]:
    """Return what the reader of CSV met and what belongs there, in words of ours."""
    told = str(error)
    if told == "unexpected end of data":
        return "a quotation mark that is never closed", "another one at the end of the cell"
    if "expected after" in told:
        within = 'quotation marks inside a cell written twice: ""'
        return "text after a closing quotation mark", within
    if "field larger" in told:
        return "a cell that is too long", f"at most {csv.field_size_limit():,} letters in a cell"
    return "broken text", "well-formed CSV"


def _check_header(file: str, line: int, columns: list[str]) -> list[Problem]:
    """Return the problem of the first name that is blank or stands twice."""
    column = unfit_column(columns)
    if column is None:
        return []
    return [
        Problem(file, line, None, column, "the names of the columns: none is blank or stands twice")
    ]


def unfit_column(columns: Sequence[str]) -> str | None:
    """Return the first name of a column that is blank or stands twice, if there is one."""
    seen: set[str] = set()
    for column in columns:
        if not column or column in seen:
            return column
        seen.add(column)
    return None


def _control_characters(file: str, frame: pd.DataFrame) -> list[Problem]:
    return [
        Problem(file, line, column, cell, "text without control characters")
        for column in frame.columns
        for line, cell in text_cells(frame, column)
        if CONTROL_CHARACTER.search(cell)
    ]
