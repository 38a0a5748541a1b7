"""What cells may mean that cannot be read as they are: told, so that their author can decide."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from dash.schema.calendar_words import weekday_of
from dash.schema.columns import PARTIAL_DATE_PATTERN
from dash.schema.spellings import SLASHED, day_of, read_date, read_number

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
        **dict.fromkeys(("env", "environ", "etwa", "rund", "unos", "unas", "cerca de"), "about"),
        **dict.fromkeys(("at least", "min", "minimum", "\u2265", ">=", "+"), "at_least"),
        **dict.fromkeys(("au moins", "mindestens", "al menos", "almeno"), "at_least"),
        **dict.fromkeys(("over", "more than", ">", "plus de", "+ de"), "more_than"),
        **dict.fromkeys(("mehr als", "\u00fcber", "m\u00e1s de", "oltre"), "more_than"),
    }
)
SCALES: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("thousand", "k", "tsd"), 10**3),
        **dict.fromkeys(("million", "millions", "mio", "mio.", "mn"), 10**6),
        **dict.fromkeys(("billion", "billions", "bn", "mrd", "mrd."), 10**9),
    }
)
DATES_APART = re.compile(r" ?[-\u2013\u2014/] ?| (?:to|until|and|bis|und|au|\u00e0|et|al?|y|e) ")
ISO_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T")
PAIR = re.compile(r"(-?[0-9]{1,2}\.[0-9]{2,}) ?[,;] ?(-?[0-9]{1,3}\.[0-9]{2,})")
PART = r"([0-9]{1,3}(?:[.,][0-9]+)?)"
ANGLE = re.compile(
    rf"{PART} ?[\u00b0\u00ba]? ?(?:{PART} ?['\u2032\u2019] ?)?"
    rf"(?:{PART} ?(?:[\"\u2033\u201d]|'') ?)?([NSEWO])?"
)
LONGEST_ID = 60
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
    return None


def likely_number(cell: str) -> str | None:
    """Return what a number with more around it likely means: ca. 300, 3–5, € 3.2 million."""
    if found := SPAN.fullmatch(cell):
        low, high = map(_plain_number, found.groups())
        return f"{low} into low, {high} into high and range into bound if it is a span"
    found = AROUND.fullmatch(cell)
    if found is None or not (found[1] + found[3]).strip():
        return None
    before, behind = (part.strip(" '\"\u2019") for part in found.group(1, 3))
    number = _plain_number(found[2])
    if not before + behind:
        return number
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


def likely_degrees(cell: str) -> str | None:
    """Return what degrees in another form are: 47\u00b0 18' 54" N, or a pair as maps copy it."""
    if found := PAIR.fullmatch(cell):
        return f"{found[1]} into latitude and {found[2]} into longitude, as maps on the web do"
    found = ANGLE.fullmatch(cell)
    if found is None or not (found[2] or found[4]):
        return None
    parts = (float((part or "0").replace(",", ".")) for part in found.group(1, 2, 3))
    degrees = sum(part / 60**place for place, part in enumerate(parts))
    return f"{-degrees if found[4] in tuple('SWO') else degrees:.5f}".rstrip("0").rstrip(".")


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


def likely_bound(cell: str) -> str | None:
    """Return the bound that words before a number stand for: plus de is more_than."""
    return BOUND_SIGNS.get(cell.lower().rstrip("."))


def likely_id(cell: str) -> str | None:
    """Return an id made of a name: pieds-dans-l-eau; None where no letter of ours is left."""
    apart = unicodedata.normalize("NFKD", re.sub(r"['\u2019]", "-", cell))
    plain = apart.encode("ascii", "ignore").decode()
    made = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower()[:LONGEST_ID]
    return made or None


def likely_date(cell: str) -> str | None:
    """Return what a date with more around it likely means: autumn 2024, 18-23 May 2024."""
    if found := ISO_TIME.match(cell):
        return f"{found[1]}: only events have a time of day"
    words = cell.split()
    parts = [words[start:] for start in range(len(words))]
    parts += [words[:end] for end in range(len(words) - 1, 0, -1)]
    for part in parts:
        text = " ".join(part)
        if span := _span_of_dates(text):
            return f"{span[0]} as the start and {span[1]} as the end, if it is a span"
        if read := _date(text):
            if any(weekday_of(word.strip(",.")) for word in words[: -len(part)]):
                return f"{read}, or the day that its weekday belongs to"
            return f"{read} if no more is known, or a month, a day, or the start and end of a span"
    return None


def _span_of_dates(text: str) -> tuple[str, str] | None:
    """Return the ends of a span; the first may lack the month and the year that both share."""
    for mark in DATES_APART.finditer(text):
        before, behind = text[: mark.start()].strip(" ."), text[mark.end() :].strip()
        last = _date(behind)
        _, _, shared = behind.partition(" ")
        first = _date(before) or _date(f"{before} {shared}") or _date(f"{before} {behind[-4:]}")
        if first and last and first < last and len(first) == len(last):
            return first, last
    return None


def _date(text: str) -> str | None:
    return text if re.fullmatch(PARTIAL_DATE_PATTERN, text) else read_date(text)


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
