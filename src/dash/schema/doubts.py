"""What cells may mean that cannot be read as they are: told, so that their author can decide."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from dash.schema.spellings import GROUPED, SLASHED, day_of, read_number

DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]{1,18}")
COMMA_AND_THREE = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
# Never 0.517: no thousands begin with 0.
POINT_AND_THREE = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
SHORT_YEAR = re.compile(r"([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{2})")
PARAGRAPH = re.compile(r"[Pp]?(?:aragraph)?\.? ?#?([1-9][0-9]{0,5})")
# What people put around a number, or between two, and the bound that it stands for.
AMOUNT = r"-?[0-9]{1,3}(?:[, \u00a0\u202f'\u2019][0-9]{3})+(?:\.[0-9]+)?|-?[0-9]+(?:[.,][0-9]+)?"
SPAN = re.compile(rf"({AMOUNT}) ?(?:-|\u2013|\u2014|to|bis|\.\.+) ?({AMOUNT})")
AROUND = re.compile(rf"(\D*?) ?({AMOUNT}) ?(\D*)")
BOUND_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("ca", "circa", "c", "about", "around", "approx", "~", "\u2248"), "about"),
        **dict.fromkeys(("at least", "min", "\u2265", ">=", "+"), "at_least"),
        **dict.fromkeys(("over", "more than", ">"), "more_than"),
    }
)
SCALES: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("thousand", "k", "tsd"), 10**3),
        **dict.fromkeys(("million", "millions", "mio", "mio.", "mn"), 10**6),
        **dict.fromkeys(("billion", "billions", "bn", "mrd", "mrd."), 10**9),
    }
)
SERIAL = re.compile(r"[3-9][0-9]{3}|[1-9][0-9]{4}")
# The day 0 of a spreadsheet, from its day 61 on: it counts a 29 February 1900.
SPREADSHEET_START = date(1899, 12, 30)


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
    return None if GROUPED.fullmatch(cell) else doubt_of_degrees(cell)


def doubt_of_degrees(cell: str) -> str | None:
    """Return what degrees may mean: they have decimals, and no thousands."""
    if DECIMAL_COMMA.fullmatch(cell):
        return f"{cell.replace(',', '.')} if the comma is a decimal one"
    return None


def likely_number(cell: str) -> str | None:
    """Return what a number with more around it likely means: ca. 300, 3–5, € 3.2 million."""
    if found := SPAN.fullmatch(cell):
        low, high = map(_plain_number, found.groups())
        return f"{low} into low, {high} into high and range into bound if it is a span"
    found = AROUND.fullmatch(cell)
    if found is None or not (found[1] + found[3]).strip():
        return None
    before, number, behind = found[1].strip(), _plain_number(found[2]), found[3].strip()
    bound = BOUND_SIGNS.get(before.lower().rstrip(".")) or BOUND_SIGNS.get(behind)
    if bound is not None:
        also = "" if bound == "about" else ", into low"
        unit = "" if behind in BOUND_SIGNS or not behind else f", and {behind!r} into unit"
        return f"{number}{also}, and {bound} into bound{unit}"
    unit = " ".join(filter(None, (before, behind)))
    scale = next((SCALES[word] for word in behind.lower().split() if word in SCALES), None)
    if scale is not None:
        whole = f"{(Decimal(number) * scale).normalize():f}"
        return f"{whole}, or {number} where the unit says it: {unit!r}"
    return f"{number}, and {unit!r} into unit, if that is its unit"


def _plain_number(written: str) -> str:
    grouped = read_number(written.partition(".")[0])
    if grouped is not None:
        return grouped + "".join(written.partition(".")[1:])
    return written.replace(",", ".")


def doubt_of_date(cell: str) -> str | None:
    """Return what a date may mean, where it means two things or is a spreadsheet's number."""
    if found := SLASHED.fullmatch(cell):
        first, second, year = map(int, found.groups())
        read = (day_of(first, second, year), day_of(second, first, year))
        return " or ".join(filter(None, read)) or None
    if found := SHORT_YEAR.fullmatch(cell):
        return _of_short_year(*found.groups())
    if SERIAL.fullmatch(cell):
        meant = SPREADSHEET_START + timedelta(days=int(cell))
        return f"{meant} if a spreadsheet wrote the day as a number"
    return None


def likely_locator(cell: str) -> str | None:
    """Return the paragraph that a locator likely means: 10 and p. 10 are P10."""
    found = PARAGRAPH.fullmatch(cell)
    return f"P{found[1]} if it is a paragraph of the story" if found else None


def _of_short_year(first: str, mark: str, second: str, year: str) -> str | None:
    """Return which days a date with a year of two digits may be, in two centuries."""
    # With points the day is the first everywhere.
    orders = [(first, second), (second, first)][: 1 if mark == "." else 2]
    days = [
        day_of(int(day), int(month), century + int(year))
        for century in (2000, 1900)
        for day, month in orders
    ]
    return " or ".join(dict.fromkeys(filter(None, days))) or None
