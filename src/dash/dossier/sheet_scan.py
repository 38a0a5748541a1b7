"""What must be known of a spreadsheet's file before a reader is trusted with it.

The reader lays a sheet out as a full rectangle: one stray cell in the last row and column of a
file of 5 KB asks for 500 GB and ends the process. And it gives out as blank what a spreadsheet
shows as an error, and a formula whose result was never kept. So the files' own XML is looked
through first: how far the filled cells reach, and which of them have no value.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

# Fifty thousand rows of a hundred columns.
MOST_CELLS = 5_000_000
LARGEST_CONTENT = 400_000_000
EXCEL_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>")
EXCEL_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,3})([0-9]{1,9})["']""")
EXCEL_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]+)<")
OPEN_TAG = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
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
    """

    rows: int = 0
    columns: int = 0
    faults: dict[tuple[int, int], str] = field(default_factory=dict)

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
        parts = dict(_excel_parts(archive))
        return {name: _scan_excel(archive.read(part)) for name, part in parts.items()}
    if "content.xml" in names:
        return _scan_open(archive.read("content.xml"))
    raise UnfitWorkbookError("no spreadsheet")


def _excel_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet, and the file in which it lies."""
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
                yield str(sheet.get("name")), part


def _scan_excel(content: bytes) -> Scan:
    scan, row, column = Scan(), 0, 0
    for tag in EXCEL_TAG.finditer(content):
        attributes = tag[2]
        _require_whole(attributes)
        place = EXCEL_PLACE.search(attributes)
        if tag[1] == b"row":
            row, column = int(place[2]) if place else row + 1, 0
            continue
        column = _column_number(place[1]) if place else column + 1
        row = int(place[2]) if place else row
        if not attributes.endswith(b"/"):
            scan.see(row, column)
            if fault := _excel_fault(attributes, content, tag.end()):
                scan.faults[row, column] = fault
    return scan


def _excel_fault(attributes: bytes, content: bytes, start: int) -> str | None:
    """Return the error that a cell shows, or that its formula has no result."""
    is_error = b't="e"' in attributes
    if not is_error and (b't="str"' in attributes or content[start : start + 2] != b"<f"):
        return None
    value = EXCEL_VALUE.search(content, start, content.find(b"</c>", start))
    if value is None:
        return NO_RESULT
    return value[1].decode(errors="replace") if is_error else None


def _scan_open(content: bytes) -> dict[str, Scan]:
    scans: dict[str, Scan] = {}
    scan, row, rows, column = Scan(), 0, 1, 0
    for tag in OPEN_TAG.finditer(content):
        kind, attributes = tag[1], tag[2]
        _require_whole(attributes)
        repeat = OPEN_REPEAT.search(attributes)
        times = int(repeat[1]) if repeat else 1
        if kind == b"table":
            name = OPEN_NAME.search(attributes)
            scan, row, rows = Scan(), 0, 1
            scans[_unescaped(name[1]) if name else ""] = scan
            rows = 0
        elif kind == b"table-row":
            row, rows, column = row + rows, times, 0
        else:
            column += times
            if not attributes.endswith(b"/"):
                scan.see(row + rows, column)
                if OPEN_ERROR.search(attributes):
                    scan.faults[row + 1, column] = "an error of the spreadsheet"
    return scans


def _require_whole(attributes: bytes) -> None:
    """Refuse a > inside of an attribute, which no spreadsheet writes: it would hide the rest."""
    if attributes.count(b'"') % 2 or attributes.count(b"'") % 2:
        raise UnfitWorkbookError("a file that no spreadsheet program wrote")


def _unescaped(name: bytes) -> str:
    text = ElementTree.fromstring(b"<a>" + name + b"</a>").text  # noqa: S314
    return text or ""


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
