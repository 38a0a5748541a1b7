"""What must be known of a spreadsheet's file before a reader is trusted with it.

The reader lays a sheet out as a full rectangle: one stray cell in the last row and column of a
file of 5 KB asks for 500 GB and ends the process. And it gives out as blank what a spreadsheet
shows as an error, and a formula whose result was never kept. So the files' own XML is looked
through first: how far the filled cells reach, and which of them have no value; and what a value
alone does not tell: what it is shown as, over which cells it is spread, and what is hidden.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from dash.dossier.sheet_formats import Shown, excel_formats, open_formats

# Fifty thousand rows of a hundred columns.
MOST_CELLS = 5_000_000
# Bytes of a cell with its formula and its result, of which Excel allows 8,192 and 32,767 letters.
LONGEST_CELL = 200_000
# More than any table has; a spreadsheet repeats what it says of one to its far end.
MOST_COLUMNS = 200
LARGEST_CONTENT = 400_000_000
EXCEL_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)([<>])")
EXCEL_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,3})([0-9]{1,9})["']""")
EXCEL_STYLE = re.compile(rb"""\bs\s*=\s*["']([0-9]{1,9})["']""")
EXCEL_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\b[^<>]{0,500}?\bref\s*=\s*["']([A-Z]{1,3})([0-9]{1,9}):([A-Z]{1,3})([0-9]{1,9})["']"""
)
EXCEL_COLUMNS = re.compile(rb"<(?:\w+:)?col\b([^<>]{0,500})>")
HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")
EXCEL_CELL_END = re.compile(rb"</(?:\w+:)?c>")
EXCEL_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]+)<")
OPEN_TAG = re.compile(
    rb"<table:(table|table-column|table-row|table-cell|covered-table-cell)(?=[\s/>])"
    rb"([^<>]*)([<>])"
)
OPEN_STYLE = re.compile(rb"""\b(?:default-cell-)?style-name\s*=\s*["']([^"']+)["']""")
OPEN_PERCENTAGE = re.compile(rb"""\boffice:value-type\s*=\s*["']percentage["']""")
OPEN_SPANNED = re.compile(rb"""\bnumber-(rows|columns)-spanned\s*=\s*["']([0-9]{1,9})["']""")
OPEN_HIDDEN = re.compile(rb"""\btable:visibility\s*=\s*["'](?:collapse|filter)["']""")
OPEN_NAME = re.compile(rb"""\btable:name\s*=\s*["']([^"']*)["']""")
OPEN_REPEAT = re.compile(rb"""\bnumber-(?:rows|columns)-repeated\s*=\s*["']([0-9]{1,9})["']""")
OPEN_ERROR = re.compile(rb"""\bcalcext:value-type\s*=\s*["']error["']""")
NO_RESULT = "a formula without its result"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class UnfitWorkbookError(Exception):
    """A file is no spreadsheet that can be read; its text says what it is instead."""


@dataclass
class Scan:
    """What was seen of a sheet.

    Attributes:
        rows: The last row with a filled cell, from 1.
        columns: The last column with one.
        faults: What stands in cells without a value, by row and column: #REF!
        shown: What numbers are shown as, by row and column.
        merged: The first row and column of cells spread over several, and the last ones.
        hidden: The filled rows that are hidden, and the columns.
        is_hidden: Whether the whole sheet is.
    """

    rows: int = 0
    columns: int = 0
    faults: dict[tuple[int, int], str] = field(default_factory=dict)
    shown: dict[tuple[int, int], Shown] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))
    is_hidden: bool = False

    @property
    def is_too_wide(self) -> bool:
        """Whether it cannot be laid out in memory."""
        return self.rows * self.columns > MOST_CELLS

    def see(self, row: int, column: int) -> None:
        """Take a filled cell into account."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)


def scan_workbook(archive: zipfile.ZipFile) -> dict[str, Scan]:
    """Return what is seen of each sheet of an .xlsx or .ods file, by its name.

    Raises:
        UnfitWorkbookError: It is neither, or too large.
        zipfile.BadZipFile, KeyError, ElementTree.ParseError: It is damaged.
    """
    if sum(member.file_size for member in archive.infolist()) > LARGEST_CONTENT:
        raise UnfitWorkbookError("a spreadsheet of more than 400 MB")
    names = archive.namelist()
    if "xl/workbook.xml" in names:
        formats = excel_formats(archive)
        scans = {}
        for name, part, is_hidden in _excel_parts(archive):
            scans[name] = _scan_excel(archive.read(part), formats)
            scans[name].is_hidden = is_hidden
        return scans
    if "content.xml" in names:
        return _scan_open(archive.read("content.xml"))
    raise UnfitWorkbookError("no spreadsheet")


def _excel_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str, bool]]:
    """Yield the name of each sheet, the file in which it lies, and whether it is hidden."""
    # Entities are the danger of XML, and the parser of the standard library expands none from
    # elsewhere; nested ones it refuses since expat 2.4.1.
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {link.get("Id"): str(link.get("Target")) for link in links}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            target = targets[sheet.get(RELATIONS)]
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if "/worksheets/" in part:
                yield str(sheet.get("name")), part, "hidden" in (sheet.get("state") or "").lower()


def _scan_excel(content: bytes, formats: list[Shown | None]) -> Scan:
    scan, row, column, is_hidden = Scan(), 0, 0, False
    for tag in EXCEL_TAG.finditer(content):
        attributes = tag[2]
        _require_whole(tag)
        place = EXCEL_PLACE.search(attributes)
        if tag[1] == b"row":
            row, column = int(place[2]) if place else row + 1, 0
            is_hidden = HIDDEN.search(attributes) is not None
            continue
        column = _column_number(place[1]) if place else column + 1
        row = int(place[2]) if place else row
        if not attributes.endswith(b"/"):
            scan.see(row, column)
            if is_hidden:
                scan.hidden[0].add(row)
            style = EXCEL_STYLE.search(attributes)
            shown = formats[int(style[1])] if style and int(style[1]) < len(formats) else None
            if shown is not None:
                scan.shown[row, column] = shown
            if fault := _excel_fault(attributes, content, tag.end()):
                scan.faults[row, column] = fault
    for found in EXCEL_MERGED.finditer(content):
        first, last = _column_number(found[1]), _column_number(found[3])
        scan.merged.append((int(found[2]), first, int(found[4]), last))
    for found in EXCEL_COLUMNS.finditer(content):
        if HIDDEN.search(found[1]):
            scan.hidden[1].update(_excel_columns(found[1]))
    return scan


def _excel_columns(attributes: bytes) -> range:
    ends = [
        re.search(rb"\b%s\s*=\s*[\"']([0-9]{1,5})" % end, attributes) for end in (b"min", b"max")
    ]
    first, last = (int(end[1]) if end else 0 for end in ends)
    return range(first, last + 1)


def _excel_fault(attributes: bytes, content: bytes, start: int) -> str | None:
    """Return the error that a cell shows, or that its formula has no result."""
    is_error = b't="e"' in attributes
    if not is_error and (b't="str"' in attributes or content[start : start + 2] != b"<f"):
        return None
    end = EXCEL_CELL_END.search(content, start, start + LONGEST_CELL)
    if end is None:
        raise UnfitWorkbookError("a file that no spreadsheet program wrote")
    value = EXCEL_VALUE.search(content, start, end.start())
    if value is None:
        return NO_RESULT
    return value[1].decode(errors="replace") if is_error else None


def _scan_open(content: bytes) -> dict[str, Scan]:
    scans: dict[str, Scan] = {}
    styles = open_formats(content)
    sheet = _OpenSheet(Scan(), styles)
    for tag in OPEN_TAG.finditer(content):
        kind, attributes = tag[1], tag[2]
        _require_whole(tag)
        repeat = OPEN_REPEAT.search(attributes)
        times = int(repeat[1]) if repeat else 1
        if kind == b"table":
            name = OPEN_NAME.search(attributes)
            sheet = _OpenSheet(Scan(), styles)
            scans[_unescaped(name[1]) if name else ""] = sheet.scan
        elif kind == b"table-column":
            sheet.see_column(attributes, times)
        elif kind == b"table-row":
            sheet.begin_row(attributes, times)
        else:
            sheet.see_cell(attributes, times)
    return scans


class _OpenSheet:
    """A sheet of an .ods file while its tags are read, one after the other."""

    def __init__(self, scan: Scan, styles: dict[bytes, Shown]) -> None:
        self.scan = scan
        self._styles = styles
        self._row = self._rows = self._column = self._columns = 0
        self._row_is_hidden = False
        # What the numbers of a column are shown as, where its cells do not say it.
        self._usual: dict[int, Shown] = {}

    def see_column(self, attributes: bytes, times: int) -> None:
        numbers = range(self._columns + 1, self._columns + min(times, MOST_COLUMNS) + 1)
        self._columns += times
        if OPEN_HIDDEN.search(attributes):
            self.scan.hidden[1].update(numbers)
        if shown := self._shown(attributes):
            self._usual |= dict.fromkeys(numbers, shown)

    def begin_row(self, attributes: bytes, times: int) -> None:
        self._row, self._rows, self._column = self._row + self._rows, times, 0
        self._row_is_hidden = OPEN_HIDDEN.search(attributes) is not None

    def see_cell(self, attributes: bytes, times: int) -> None:
        self._column += times
        scan, row, column = self.scan, self._row + 1, self._column
        has_no_result = b"table:formula" in attributes and b"value-type" not in attributes
        if has_no_result:
            scan.faults[row, column] = NO_RESULT
        elif attributes.endswith(b"/"):
            return
        scan.see(self._row + self._rows, column)
        if self._row_is_hidden:
            scan.hidden[0].add(row)
        if OPEN_ERROR.search(attributes):
            scan.faults[row, column] = "an error of the spreadsheet"
        if shown := self._shown(attributes, column):
            first = column - min(times, MOST_COLUMNS) + 1
            scan.shown |= dict.fromkeys(((row, each) for each in range(first, column + 1)), shown)
        spans = {kind: int(count) for kind, count in OPEN_SPANNED.findall(attributes)}
        rows, columns = spans.get(b"rows", 1), spans.get(b"columns", 1)
        if rows > 1 or columns > 1:
            scan.merged.append((row, column, row + rows - 1, column + columns - 1))

    def _shown(self, attributes: bytes, column: int = 0) -> Shown | None:
        if OPEN_PERCENTAGE.search(attributes):
            return Shown.PERCENTAGE
        style = OPEN_STYLE.search(attributes)
        return self._styles.get(style[1]) if style else self._usual.get(column)


def _require_whole(tag: re.Match[bytes]) -> None:
    """Refuse a < or > inside of a tag, which no spreadsheet writes: it would hide the rest.

    A tag that is not closed would be looked for to the end of the file, each time anew.
    """
    attributes, end = tag[2], tag[3]
    if end == b"<" or attributes.count(b'"') % 2 or attributes.count(b"'") % 2:
        raise UnfitWorkbookError("a file that no spreadsheet program wrote")


def _unescaped(name: bytes) -> str:
    text = ElementTree.fromstring(b"<a>" + name + b"</a>").text  # noqa: S314
    return text or ""


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
