"""How people type numbers, dates and flags: what has one meaning is read.

What has two is left as it is, and `dash.schema.doubts` tells both.

Only the digits 0 to 9 count; those of other scripts do not.
"""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from dash.schema.calendar_words import month_of, weekday_of

# As people write them, and as Excel does in its languages: VRAI, WAHR, VERDADERO.
TRUE = "true yes y 1 oui vrai ja wahr si s\u00ed verdadero vero sim verdadeiro waar"
FALSE = "false no n 0 non faux nein falsch falso n\u00e3o nee onwaar"
FLAGS: Mapping[str, str] = MappingProxyType(
    {**dict.fromkeys(TRUE.split(), "true"), **dict.fromkeys(FALSE.split(), "false")}
)
# A comma, a space of any width, an apostrophe of either form; the same one all the way.
GROUPED = re.compile(
    r"-?[0-9]{1,3}(?:([, \u00a0\u2009\u202f'\u2019])[0-9]{3}(?:\1[0-9]{3})*|(?:\.[0-9]{3}){2,})"
)
# No thousands are grouped in twos, or in fours: 4,35 is 4.35.
DECIMAL_COMMA = re.compile(r"(-?[0-9]{1,18}),([0-9]{1,2}|[0-9]{4,18})")
DEGREES_WITH_COMMA = re.compile(r"(-?[0-9]{1,3}),([0-9]{1,18})")
# Two marks, of which the last is the decimal one: 1.234,5 and 1 234,50 and 1,234.50.
BOTH_MARKS = re.compile(
    r"(-?[0-9]{1,3}(?:([., \u00a0\u2009\u202f'\u2019])[0-9]{3})(?:\2[0-9]{3})*)"
    r"(?!\2)[.,]([0-9]{1,18})"
)
PERCENTAGE = re.compile(r"(-?[0-9]{1,18}(?:[.,][0-9]{1,18})?)[ \u00a0\u202f]?%")
HOURS = 24
WITH_TIME = re.compile(r"(.{6,40}?),? ([0-9]{1,2})(?::|h| h )([0-5][0-9])")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UNPADDED = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
# 4 May 2024, Friday, 4. Mai 2024, 4 de mayo de 2024 and May 4, 2024.
WEEKDAY = r"(?:([^\W\d_]{2,9}(?:-feira)?)\.?,? )?"
DAY_AND_MONTH = re.compile(
    rf"{WEEKDAY}(?:([0-9]{{1,2}})(?:st|nd|rd|th|er|\.|\u00ba)? (?:of |de |d['\u2019])?)?"
    r"([^\W\d_]{3,10})\.?,?(?: de)? ([0-9]{4})"
)
MONTH_AND_DAY = re.compile(
    rf"{WEEKDAY}([^\W\d_]{{3,10}})\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}})"
)
# Many ids in one cell, with commas or on lines of their own in place of a ;
BETWEEN_IDS = re.compile(r"\s*[,;\n]\s*")
IDS = re.compile(rf"[A-Za-z0-9-]+(?:{BETWEEN_IDS.pattern}[A-Za-z0-9-]+)+")
PARAGRAPH = re.compile(r"(?:[Pp\u00a7]|[Pp]ara(?:graph)?\.?)? ?([1-9][0-9]{0,5})")


def read_flag(cell: str) -> str | None:
    """Return true or false for a flag as spreadsheets and people write it: TRUE, yes, No."""
    return FLAGS.get(cell.lower())


def read_number(cell: str) -> str | None:
    """Return a number without marks between its thousands, and with a decimal point."""
    if GROUPED.fullmatch(cell):
        return re.sub(r"[^0-9-]", "", cell)
    if found := DECIMAL_COMMA.fullmatch(cell):
        return ".".join(found.groups())
    if found := BOTH_MARKS.fullmatch(cell):
        return f"{re.sub(r'[^0-9-]', '', found[1])}.{found[3]}"
    return None


def read_degrees(cell: str) -> str | None:
    """Return degrees with a decimal point: they have no thousands, so a comma is a decimal one."""
    found = DEGREES_WITH_COMMA.fullmatch(cell)
    return ".".join(found.groups()) if found else None


def read_percentage(cell: str) -> str | None:
    """Return the number of a percentage, for a cell beside which % stands as the unit."""
    found = PERCENTAGE.fullmatch(cell)
    return found[1].replace(",", ".") if found else None


def read_ids(cell: str) -> str | None:
    """Return ids with a semicolon between them: none holds a comma or a space."""
    if "," not in cell and "\n" not in cell:
        return None
    return ";".join(BETWEEN_IDS.split(cell)) if IDS.fullmatch(cell) else None


def read_paragraph(cell: str) -> str | None:
    """Return the locator of a paragraph that is written as 10, p10, \u00a7 10 or Para 10."""
    found = PARAGRAPH.fullmatch(cell)
    return f"P{found[1]}" if found else None


def read_date(cell: str) -> str | None:
    """Return as ISO 8601 a date whose parts have one order: 13.04.2021, 4/15/1912, 4 May 2024.

    A time may stand behind it: 13.04.2021 23:40, 4 mai 2024, 23h40.
    """
    if found := WITH_TIME.fullmatch(cell):
        day = found[1] if ISO_DAY.fullmatch(found[1]) else _read_day(found[1])
        read = f"{day}T{int(found[2]):02}:{found[3]}"
        return read if day and ISO_DAY.fullmatch(day) and int(found[2]) < HOURS else None
    return _read_day(cell)


def _read_day(cell: str) -> str | None:
    if found := UNPADDED.fullmatch(cell):
        year, month, day = map(int, found.groups())
        return day_of(day, month, year) if found[0] != day_of(day, month, year) else None
    if found := DAY_FIRST.fullmatch(cell):
        return day_of(*map(int, found.groups()))
    if found := DAY_AND_MONTH.fullmatch(cell):
        return _named(*found.groups())
    if found := MONTH_AND_DAY.fullmatch(cell):
        return _named(found[1], found[3], found[2], found[4])
    if found := SLASHED.fullmatch(cell):
        first, second, year = map(int, found.groups())
        read = {day_of(first, second, year), day_of(second, first, year)} - {None}
        return read.pop() if len(read) == 1 else None
    return None


def _named(weekday: str | None, day: str | None, month: str, year: str) -> str | None:
    """Return a date whose month is a word; None where it is none, or on another weekday."""
    number = month_of(month)
    if number is None or (weekday is not None and day is None):
        return None
    if day is None:
        return f"{year}-{number:02}"
    read = day_of(int(day), number, int(year))
    on = read and date.fromisoformat(read).isoweekday()
    return read if weekday is None or on == weekday_of(weekday) else None


def day_of(day: int, month: int, year: int) -> str | None:
    """Return a day as ISO 8601; None for one that is in no calendar."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
