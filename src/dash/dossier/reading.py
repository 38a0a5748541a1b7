"""Read one CSV file into text cells, keeping the line that each row begins on."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from dash.files import read_regular
from dash.schema.problems import Problem


def read_table(path: Path) -> tuple[pd.DataFrame | None, list[Problem]]:
    """Read a CSV file without interpreting its cells.

    Returns:
        A frame of text cells (blank ones missing) whose index is the line on
        which each row begins, and the problems found. The frame is None when
        the file holds no usable header. Rows with a wrong number of cells are
        reported and left out.
    """
    text, problems = _decode(path)
    if text is None:
        return None, problems
    rows, problems = _rows(text, path.name)
    if not rows:
        return None, problems or [Problem(path.name, 1, None, None, "a header line")]
    (line, header), *rows = rows
    columns = [column.strip() for column in header]
    if unfit := _check_header(path.name, line, columns):
        return None, unfit
    cells: dict[int, list[str | None]] = {}
    for line, row in rows:
        if len(row) == len(columns):
            cells[line] = [cell.strip() or None for cell in row]
        else:
            expected = f"{len(columns)} cells, as in the header"
            problems.append(Problem(path.name, line, None, f"{len(row)} cells", expected))
    frame = pd.DataFrame.from_dict(cells, orient="index", columns=columns, dtype="str")
    return frame, problems + _control_characters(path.name, frame)


def text_cells(frame: pd.DataFrame, column: str) -> Iterator[tuple[int, str]]:
    """Return the line and the text of each cell of a column that is not blank."""
    filled = frame[column].dropna()
    return zip(filled.index.tolist(), filled.tolist(), strict=True)


def _decode(path: Path) -> tuple[str | None, list[Problem]]:
    try:
        content = read_regular(path)
    except FileNotFoundError:
        return None, [Problem(path.name, None, None, None, "a file of this name in the folder")]
    except OSError as error:
        return None, [Problem(path.name, None, None, error.strerror, "a file that can be read")]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = content[error.start : error.end].hex(" ")
        return None, [Problem(path.name, line, None, f"bytes {found}", "text in UTF-8")]


def _rows(text: str, file: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """Return the rows with the line each begins on, up to where the text is no longer CSV."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            return rows, [Problem(file, line, None, str(error), "well-formed CSV")]
        if row is None:
            return rows, []
        if any(cell.strip() for cell in row):
            rows.append((line, row))


def _check_header(file: str, line: int, columns: list[str]) -> list[Problem]:
    return [
        Problem(file, line, None, column, "column names that are not blank and differ")
        for position, column in enumerate(columns)
        if not column or column in columns[:position]
    ]


def _control_characters(file: str, frame: pd.DataFrame) -> list[Problem]:
    return [
        Problem(file, line, column, cell, "text without control characters")
        for column in frame.columns
        for line, cell in text_cells(frame, column)
        if any(unicodedata.category(letter) == "Cc" and letter not in "\n\r\t" for letter in cell)
    ]
