"""How people type numbers, dates and flags: what has one meaning is read.

What has two is left as it is, and `dash.schema.doubts` tells both.

Only the digits 0 to 9 count; those of other scripts do not.
"""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

FLAGS: Mapping[str, str] = MappingProxyType(
    {"true": "true", "yes": "true", "false": "false", "no": "false"}
)
# A comma, a space of any width, an apostrophe of either form; the same one all the way.
GROUPED = re.compile(r"-?[0-9]{1,3}(?:([, \u00a0\u2009\u202f'\u2019])[0-9]{3}(?:\1[0-9]{3})*)")
UNPADDED = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
# 4 May 2024, 4. May 2024 and May 4, 2024; months of English alone, in full or by three letters.
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
DAY_AND_MONTH = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th|\.)? )?([A-Za-z]{3,9})\.?,? ([0-9]{4})")
MONTH_AND_DAY = re.compile(r"([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")


def read_flag(cell: str) -> str | None:
    """Return true or false for a flag as spreadsheets and people write it: TRUE, yes, No."""
    return FLAGS.get(cell.lower())


def read_number(cell: str) -> str | None:
    """Return a number whose thousands are grouped, without its separators: 1,517 and 1 517."""
    return re.sub(r"[^0-9-]", "", cell) if GROUPED.fullmatch(cell) else None


def read_date(cell: str) -> str | None:
    """Return as ISO 8601 a date whose parts have one order: 13.04.2021, 4/15/1912, 4 May 2024."""
    if found := UNPADDED.fullmatch(cell):
        year, month, day = map(int, found.groups())
        return day_of(day, month, year) if found[0] != day_of(day, month, year) else None
    if found := DAY_FIRST.fullmatch(cell):
        return day_of(*map(int, found.groups()))
    if found := DAY_AND_MONTH.fullmatch(cell):
        return _named(found[1], found[2], found[3])
    if found := MONTH_AND_DAY.fullmatch(cell):
        return _named(found[2], found[1], found[3])
    if found := SLASHED.fullmatch(cell):
        first, second, year = map(int, found.groups())
        read = {day_of(first, second, year), day_of(second, first, year)} - {None}
        return read.pop() if len(read) == 1 else None
    return None


def _named(day: str | None, month: str, year: str) -> str | None:
    """Return a date whose month is written as a word, in full or by its first three letters."""
    name = month.lower()
    number = next((at for at, full in enumerate(MONTHS, 1) if name in (full, full[:3])), None)
    if number is None and name == "sept":
        number = 9
    if number is None:
        return None
    return f"{year}-{number:02}" if day is None else day_of(int(day), number, int(year))


def day_of(day: int, month: int, year: int) -> str | None:
    """Return a day as ISO 8601; None for one that is in no calendar."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
