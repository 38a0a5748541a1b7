"""Dates of reduced precision: ISO 8601 text of a day, a month or a year; a day may have a time."""

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

# As many as a dossier of some thousand rows has; each page asks for them again and again.
MOST_DATES = 10_000
# A year of four digits looks like one.
FIRST_PLAIN_YEAR = 1000
MINUS = "\u2212"


@dataclass(frozen=True)
class Days:
    """All days from the first to the last."""

    first: date
    last: date

    @property
    def length(self) -> tuple[str, int]:
        """How many months it is, where it is whole months, or else how many days."""
        after = day_after(self.last)
        if self.first.day == 1 and after.day == 1:
            years, months = after.year - self.first.year, after.month - self.first.month
            return "months", 12 * years + months
        return "days", (after - self.first).days


def day_after(day: date) -> date:
    """Return the next day; the last one of the calendar, in 9999, has none but itself."""
    return min(day, date.max - timedelta(days=1)) + timedelta(days=1)


def days_meant(text: str) -> Days:
    """Return the days that a partial date can mean: 2021-04 is 1 to 30 April 2021.

    Raises:
        ValueError: The text is no date of the calendar.
    """
    return Days(first_day(text), last_day(text))


@lru_cache(MOST_DATES)
def first_day(text: str) -> date:
    """Return the first day that a partial date can mean: 2021-04 is 1 April 2021.

    Raises:
        ValueError: The text is no date of the calendar.
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


@lru_cache(MOST_DATES)
def last_day(text: str) -> date:
    """Return the last day that a partial date can mean: 2021-04 is 30 April 2021.

    Raises:
        ValueError: The text is no date of the calendar.
    """
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


@lru_cache(MOST_DATES)
def spell(text: str) -> str:
    """Return a partial date as people write it: 13 April 2021, April 2021, 2021, 79 AD.

    A time of day stands behind: 14 April 1912, 23:40.
    """
    year, month, day = _parts(text)
    words = [str(day or ""), calendar.month_name[month or 0], spell_year(year)]
    return ", ".join(filter(None, (" ".join(filter(None, words)), time_of(text))))


def spell_year(year: int) -> str:
    """Return a year as people write it: one of few digits would not look like one."""
    return str(year) if year >= FIRST_PLAIN_YEAR else f"{year} AD"


def time_of(text: str) -> str:
    """Return the time of day of a date, 23:40; "" where it has none."""
    return text.partition("T")[2][:5]


def offset_of(text: str) -> str:
    """Return how far a time is from UTC as people write it: UTC, UTC−3, UTC+5:30; "" if unsaid."""
    offset = text.partition("T")[2][5:]
    if offset in ("Z", "+00:00", "-00:00"):
        return "UTC"
    if not offset:
        return ""
    hours, _, minutes = offset[1:].partition(":")
    behind = f":{minutes}" if minutes != "00" else ""
    return f"UTC{'+' if offset[0] == '+' else MINUS}{int(hours)}{behind}"


def order(text: str) -> str:
    """Return what dates are sorted by: as they are written, or the instant where that is known."""
    if not offset_of(text):
        return text
    moment = datetime.fromisoformat(text)
    try:
        return moment.astimezone(UTC).isoformat()
    except OverflowError:  # the first or the last day of the calendar
        return text


def spell_when(text: str) -> str:
    """Return a partial date with its preposition: on 13 April 2021, in April 2021, in 2021."""
    return f"{'on' if _parts(text)[2] else 'in'} {spell(text)}"


def spell_period(start: str | None, end: str | None) -> str:
    """Return a period in words: 1 to 7 April 2021; a missing start or end is left out."""
    if start and end and start != end:
        if time_of(end) and first_day(start) == first_day(end):
            return f"{spell(start)} to {time_of(end)}"
        return f"{_shortened(spell(start), spell(end))} to {spell(end)}"
    known = start or end
    return spell(known) if known else "no date"


def _shortened(start: str, end: str) -> str:
    """Return a spelled start without the month and year that it shares with its end."""
    first, last = start.split(" "), end.split(" ")
    while len(first) > 1 and len(first) == len(last) and first[-1] == last[-1]:
        first, last = first[:-1], last[:-1]
    return " ".join(first)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    numbers = [int(part) for part in text.partition("T")[0].split("-")]
    year, month, day = (*numbers, None, None)[:3]
    if year is None or 0 in numbers:  # what is left out is None: a month 0 is none at all
        raise ValueError(f"no date: {text!r}")
    date(year, month or 1, day or 1)
    return year, month, day
