"""How people type numbers, dates and flags: what has one meaning is read, what has two is told.

Only the digits 0 to 9 count; those of other scripts do not.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

FLAGS: Mapping[str, str] = MappingProxyType(
    {"true": "true", "yes": "true", "false": "false", "no": "false"}
)
# A comma, a space of any width, an apostrophe of either form; the same one all the way.
GROUPED = re.compile(r"-?[0-9]{1,3}(?:([, \u00a0\u2009\u202f'\u2019])[0-9]{3}(?:\1[0-9]{3})*)")
DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]{1,18}")
COMMA_AND_THREE = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
# Never 0.517: no thousands begin with 0.
POINT_AND_THREE = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
UNPADDED = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
PARAGRAPH = re.compile(r"[Pp]?(?:aragraph)?\.? ?#?([1-9][0-9]{0,5})")
SERIAL = re.compile(r"[3-9][0-9]{3}|[1-9][0-9]{4}")
# The day 0 of a spreadsheet, from its day 61 on: it counts a 29 February 1900.
SPREADSHEET_START = date(1899, 12, 30)


def read_flag(cell: str) -> str | None:
    """Return true or false for a flag as spreadsheets and people write it: TRUE, yes, No."""
    return FLAGS.get(cell.lower())


def read_number(cell: str) -> str | None:
    """Return a number whose thousands are grouped, without its separators: 1,517 and 1 517."""
    return re.sub(r"[^0-9-]", "", cell) if GROUPED.fullmatch(cell) else None


def read_date(cell: str) -> str | None:
    """Return as ISO 8601 a date whose parts have one order: 13.04.2021, 4/15/1912, 2021-4-13."""
    if found := UNPADDED.fullmatch(cell):
        year, month, day = map(int, found.groups())
        return _iso(day, month, year) if found[0] != _iso(day, month, year) else None
    if found := DAY_FIRST.fullmatch(cell):
        return _iso(*map(int, found.groups()))
    if found := SLASHED.fullmatch(cell):
        first, second, year = map(int, found.groups())
        read = {_iso(first, second, year), _iso(second, first, year)} - {None}
        return read.pop() if len(read) == 1 else None
    return None


def doubt_of_number(cell: str) -> str | None:
    """Return what a number may mean, where it means two things or is written in another way."""
    if POINT_AND_THREE.fullmatch(cell):
        whole = cell.replace(".", "")
        return f"{whole} if the point groups thousands, {cell}0 if it is a decimal point"
    if COMMA_AND_THREE.fullmatch(cell):
        point = f"{cell.replace(',', '.')}0"
        return (
            f"{cell.replace(',', '')} if the comma groups thousands, {point} if it is a decimal one"
        )
    if DECIMAL_COMMA.fullmatch(cell) and not GROUPED.fullmatch(cell):
        return f"{cell.replace(',', '.')} if the comma is a decimal one"
    return None


def doubt_of_date(cell: str) -> str | None:
    """Return what a date may mean, where it means two things or is a spreadsheet's number."""
    if found := SLASHED.fullmatch(cell):
        first, second, year = map(int, found.groups())
        read = (_iso(first, second, year), _iso(second, first, year))
        return " or ".join(filter(None, read)) or None
    if SERIAL.fullmatch(cell):
        meant = SPREADSHEET_START + timedelta(days=int(cell))
        return f"{meant} if a spreadsheet wrote the day as a number"
    return None


def likely_locator(cell: str) -> str | None:
    """Return the paragraph that a locator likely means: 10 and p. 10 are P10."""
    found = PARAGRAPH.fullmatch(cell)
    return f"P{found[1]} if it is a paragraph of the story" if found else None


def _iso(day: int, month: int, year: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
