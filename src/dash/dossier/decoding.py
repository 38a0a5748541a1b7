"""From the bytes of a table's file to its text, whatever program wrote them."""

import codecs
import io
import re
import zipfile
from pathlib import Path

from dash.files import read_regular
from dash.schema.problems import Hint, Problem

# What is not read as a workbook.
OLD_SPREADSHEETS = (".xls", ".xlsb", ".numbers")
# How a zip file begins, which .xlsx and .ods are, and how an old .xls does.
SPREADSHEET_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Western words have no three accented letters in a row; those of other alphabets have, and
# other encodings use the same bytes for them.
FOREIGN_LETTERS = re.compile(rb"[\xc0-\xff]{3}")

Decoded = tuple[str | None, list[Problem], list[Hint]]


def decode_table(path: Path) -> Decoded:
    """Return the text of a table's file, its problems, and how it was read where not as UTF-8."""
    name = path.name
    try:
        content = read_regular(path)
    except FileNotFoundError:
        return None, [_not_there(path)], []
    except OSError as error:
        return None, [Problem(name, None, None, error.strerror, "a file that can be read")], []
    if content.startswith(SPREADSHEET_STARTS):
        found, hint = _foreign(content)
        return None, [Problem(name, None, None, found, "text, as CSV", hint=hint)], []
    if content.startswith(UTF_16_MARKS):
        return _utf_16(name, content)
    try:
        return content.decode("utf-8-sig"), [], []
    except UnicodeDecodeError as error:
        return _western(name, content, error)


def _foreign(content: bytes) -> tuple[str, str]:
    """Return what a file is that bears another one's ending, and what to do with it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype")[:60] if "mimetype" in names[:1] else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        names, kind = [], b""
    if any(name.startswith("word/") for name in names) or b"opendocument.text" in kind:
        return "a text document", "Put its table into a spreadsheet, and save that as CSV UTF-8."
    known = content.startswith(SPREADSHEET_STARTS[1]) or b"opendocument.spreadsheet" in kind
    if known or any(name.startswith("xl/") for name in names):
        return "a spreadsheet", "In the spreadsheet, save the sheet as CSV UTF-8."
    return "a zip file", "Unpack it first."


def _utf_16(name: str, content: bytes) -> Decoded:
    try:
        return content.decode("utf-16"), [], [Hint(name, "read as UTF-16")]
    except UnicodeDecodeError:
        return None, [Problem(name, None, None, "damaged UTF-16", "text in UTF-8")], []


def _western(name: str, content: bytes, error: UnicodeDecodeError) -> Decoded:
    """Read as Windows-1252 what holds no sign of UTF-8 or of another alphabet."""
    line = content.count(b"\n", 0, error.start) + 1
    holds_utf_8 = not content.decode("utf-8", errors="ignore").isascii()
    if not holds_utf_8 and b"\0" not in content and not FOREIGN_LETTERS.search(content):
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            pass
        else:
            told = f"read as Windows-1252; see whether line {line} has the right letters"
            return text, [], [Hint(name, told)]
    found = f"bytes {content[error.start : error.end].hex(' ')}"
    hint = "In the spreadsheet, save the sheet as CSV UTF-8."
    return None, [Problem(name, line, None, found, "text in UTF-8", hint=hint)], []


def _not_there(path: Path) -> Problem:
    """Return the problem of a missing file, with what lies in its place."""
    expected = "a file or a sheet of this name in the folder"
    try:
        names = sorted(file.name for file in path.parent.iterdir())
    except OSError:
        names = []
    for name in names:
        if name.lower() == path.name.lower():
            return Problem(path.name, None, None, name, f"{path.name}, in small letters")
    for name in names:
        if name.lower().endswith(OLD_SPREADSHEETS):
            hint = f"In the spreadsheet, save the workbook as .xlsx, or its sheet as {path.name}."
            return Problem(path.name, None, None, name, expected, hint=hint)
    return Problem(path.name, None, None, None, expected)
