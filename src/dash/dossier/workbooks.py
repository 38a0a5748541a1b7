"""Tables as the sheets of a workbook (.xlsx, .ods) in place of CSV files."""

import io
import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd

from dash.dossier.reading import unfit_column
from dash.dossier.sheet_cells import Cell, spell_cell
from dash.dossier.sheet_scan import NO_RESULT, Scan, UnfitWorkbookError, scan_workbook
from dash.files import read_regular
from dash.schema.headers import MOST_ABOVE, header_row, title_hint
from dash.schema.problems import Hint, Problem, Sheet
from dash.schema.suggestions import nearest
from dash.schema.tables import TABLES
from dash.schema.validation import table_columns

ENDINGS = (".xlsx", ".ods")
LARGEST_FILE = 100_000_000
# How many hidden rows and columns a hint names.
MOST_TOLD = 5


@dataclass
class Workbooks:
    """The tables that stand in the workbooks of a folder.

    Attributes:
        cells: The text cells of each table, by the row of its sheet.
        sheets: Where each table stands.
        unreadable: The problems of workbooks that cannot be read, in which any table may stand.
        problems: Of tables.
        hints: Of sheets that are no table.
    """

    cells: dict[str, pd.DataFrame] = field(default_factory=dict)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    unreadable: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)


def workbook_files(folder: Path) -> list[Path]:
    """Return the workbooks of a folder; a hidden one, or ~$name, is a program's own."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names alone: each run of a page asks
    except OSError:
        return []
    return [
        folder / name
        for name in names
        if name.lower().endswith(ENDINGS) and not name.startswith((".", "~$"))
    ]


def read_workbooks(folder: Path) -> Workbooks:
    """Read the sheets of a folder's workbooks that bear a table's name."""
    books = Workbooks()
    for file in workbook_files(folder):
        try:
            _read_workbook(file, books)
        except UnfitWorkbookError as error:
            books.unreadable.append(_unreadable(file, str(error)))
        except OSError as error:
            books.unreadable.append(_unreadable(file, error.strerror or "a file that is damaged"))
        except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, ValueError):
            books.unreadable.append(_unreadable(file, "a damaged or protected spreadsheet"))
    return books


def _unreadable(file: Path, found: str) -> Problem:
    hint = "Save it anew as .xlsx or .ods, without a password, or its sheets as CSV UTF-8."
    return Problem(file.name, None, None, found, "a spreadsheet that can be read", hint=hint)


def _read_workbook(file: Path, books: Workbooks) -> None:
    content = read_regular(file, LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise UnfitWorkbookError("a file of more than 100 MB")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        scans = scan_workbook(archive)
    tables = dict(_tables_in(file, list(scans), books))
    if not tables:
        return
    # Here alone: most dossiers have no workbook.
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415

    try:
        with load_workbook(io.BytesIO(content)) as workbook:
            for name, sheet in tables.items():
                scan = scans[sheet]
                if scan.is_too_wide:
                    books.problems.append(_too_wide(name, scan))
                    continue
                read = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
                _lay_out(name, read, scan, books)
    except CalamineError as error:
        raise UnfitWorkbookError("a damaged or protected spreadsheet") from error


def _tables_in(file: Path, sheets: Sequence[str], books: Workbooks) -> Iterator[tuple[str, str]]:
    """Yield each table that a workbook holds, with its sheet's name, and tell of the others."""
    for sheet in sheets:
        name = sheet.strip().lower()
        if name not in TABLES and len(sheets) == 1 and file.stem.lower() in TABLES:
            name = file.stem.lower()
        if name not in TABLES:
            near = nearest(name, TABLES)
            likely = "" if near is None else f"; did you mean {near}?"
            told = f"the sheet {sheet} bears no table's name, and is not read{likely}"
            books.hints.append(Hint(file.name, told))
        elif name in books.sheets:
            found = f"{books.sheets[name].file}, and {file.name}"
            books.problems.append(
                Problem(f"{name}.csv", None, None, found, "one sheet of this name")
            )
        else:
            books.sheets[name] = Sheet(file.name, sheet)
            yield name, sheet


def _too_wide(name: str, scan: Scan) -> Problem:
    found = f"a cell in row {scan.rows:,} or column {scan.columns:,}"
    expected = "a table at the top left of its sheet"
    hint = "Delete the rows below it and the columns beside it."
    return Problem(f"{name}.csv", None, None, found, expected, hint=hint)


def _lay_out(name: str, rows: list[list[Cell]], scan: Scan, books: Workbooks) -> None:
    """Keep the cells of a sheet below its header, by the number of their row."""
    spelled = {
        number: [
            spell_cell(cell, scan.shown.get((number, column)))
            for column, cell in enumerate(row, start=1)
        ]
        for number, row in enumerate(rows, start=1)
    }
    filled = {number: row for number, row in spelled.items() if any(cell for cell in row)}
    if not filled:
        books.problems.append(Problem(f"{name}.csv", 1, None, None, "a header line"))
        return
    rows_filled = list(filled)
    above = header_row([filled[number] for number in rows_filled[:MOST_ABOVE]], table_columns(name))
    first, *numbers = rows_filled[above:]
    filled = {number: filled[number] for number in (first, *numbers)}
    if above:
        books.hints.append(title_hint(f"{name}.csv", first))
    header = [cell or "" for cell in filled[first]]
    while header and not header[-1]:
        header.pop()
    problems = list(_problems_of(name, header, first, filled, scan))
    books.hints += _hints_of(f"{name}.csv", header, first, scan)
    books.problems += problems
    # What a merged cell spreads over is told once, and is not missing below it, too.
    for row, column, last, _ in scan.merged:
        for number in range(row + 1, min(last, rows_filled[-1]) + 1) if row > first else ():
            if number in filled and row in filled and column <= len(header):
                filled[number][column - 1] = filled[row][column - 1]
    if not any(problem.line == first and problem.column is None for problem in problems):
        body = [filled[number][: len(header)] for number in numbers]
        books.cells[name] = pd.DataFrame(body, index=numbers, columns=header, dtype="str")


def _problems_of(
    name: str, header: list[str], first: int, filled: dict[int, list[str | None]], scan: Scan
) -> Iterator[Problem]:
    file = f"{name}.csv"
    unfit = unfit_column(header)
    if unfit is not None:
        expected = "the names of the columns: none is blank or stands twice"
        yield Problem(file, first, None, unfit, expected)
        return
    for number, row in filled.items():
        if any(row[len(header) :]):
            found = next(cell for cell in row[len(header) :] if cell)
            expected = "nothing beside the columns that have a name"
            yield Problem(file, number, None, found, expected)
    yield from _merged(file, header, first, filled, scan)
    for (line, place), fault in scan.faults.items():
        if place <= len(header):
            hint = "Open the workbook in a spreadsheet program and save it."
            hint = hint if fault == NO_RESULT else "Mend the formula, or write the value itself."
            yield Problem(file, line, header[place - 1], fault, "a value", hint=hint)


def _merged(
    file: str, header: list[str], first: int, filled: dict[int, list[str | None]], scan: Scan
) -> Iterator[Problem]:
    """Yield a problem for each cell that is spread over others of the table, which are blank."""
    for line, column, last, last_column in scan.merged:
        # A note below a table, or a title, may be spread over it.
        is_note = sum(cell is not None for cell in filled.get(line, ())) == 1
        if last <= first or column > len(header) or line not in filled or is_note:
            continue
        found = f"one cell over rows {line} to {last}"
        if line == last:
            found = f"one cell over columns {column} to {last_column}"
        expected = "a cell of its own in each row and column"
        hint = "Undo the merge of the cells, and fill in each."
        yield Problem(file, line, header[column - 1], found, expected, hint=hint)


def _hints_of(file: str, header: list[str], first: int, scan: Scan) -> Iterator[Hint]:
    """Yield what is read of a sheet although it is hidden, and may be shown to nobody."""
    rows, columns = scan.hidden
    told = [f"row {row}" for row in sorted(rows) if row >= first]
    told += [f"column {header[column - 1]}" for column in sorted(columns) if column <= len(header)]
    if scan.is_hidden:
        told = ["the whole sheet"]
    if told:
        more = f" and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
        yield Hint(file, f"hidden, and read all the same: {', '.join(told[:MOST_TOLD])}{more}")
