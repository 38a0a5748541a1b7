"""The days that a figure's start and end can mean, over how long it counts, how two times lie."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from dash.dates import Days, days_meant, first_day, last_day
from dash.schema.rows import Figure

Time = Literal["period_start", "as_of"]
TIMES: tuple[Time, ...] = ("period_start", "as_of")
OVER_YEARS = "Counted over years"
# The longest count, in days, that goes by each name; the last has no length.
LENGTHS = {
    "Counted over a month or less": 31,
    "Counted over months, up to a year": 366,
    OVER_YEARS: math.inf,
}
STATE = "State at a date"


def days_of(field: Time, figure: Figure) -> Days:
    """Return the days that the start or the end of a count can mean.

    A start and an end of one precision (2018 to 2018, 2014 to 2021, 2021-08 to
    2021-08) mean whole years or months, so that both days are known.
    """
    start, end = figure["period_start"], figure["as_of"]
    meant = days_meant(start if field == "period_start" and start else end)
    if start is None or len(start) != len(end) or not set(TIMES).isdisjoint(figure["supplied"]):
        return meant
    day = meant.first if field == "period_start" else meant.last
    return Days(day, day)


def are_like_periods(a: Figure, b: Figure) -> bool:
    """Return whether two periods are apart and as long: in whole months, or in days."""
    ours, theirs = period_of(a), period_of(b)
    if ours is None or theirs is None:
        return False
    apart = ours.last < theirs.first or theirs.last < ours.first
    return apart and ours.length == theirs.length


def period_of(figure: Figure) -> Days | None:
    """Return the days over which a figure counts; None of a state, and where one is not known."""
    if figure["period_start"] is None:
        return None
    start, end = days_of("period_start", figure), days_of("as_of", figure)
    known = start.first == start.last and end.first == end.last
    return Days(start.first, end.last) if known else None


def spell_length(days: Days) -> str:
    """Return how long a time is, in whole years, months or days: one month, 14 days."""
    unit, number = days.length
    if unit == "months" and number % 12 == 0:
        unit, number = "years", number // 12
    return f"one {unit.removesuffix('s')}" if number == 1 else f"{number} {unit}"


def day_between(a: Figure, b: Figure) -> date | None:
    """Return the day with which one count begins after the other ended on the day before."""
    for earlier, later in ((a, b), (b, a)):
        open_in = "as_of" in earlier["supplied"]
        open_in |= "period_start" in later["supplied"]
        if open_in or None in (earlier["period_start"], later["period_start"]):
            continue
        end, start = days_of("as_of", earlier), days_of("period_start", later)
        known = end.first == end.last and start.first == start.last
        if known and end.last + timedelta(days=1) == start.first:
            return start.first
    return None


def split_by_length(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """Separate counts over years, months and days from each other, and from states.

    They may not share an axis: a toll of two weeks beside one of seven years
    looks small whatever it means.
    """
    parts: dict[str, list[Figure]] = {length: [] for length in (*reversed(LENGTHS), STATE)}
    for row in figures:
        parts[length_of(row)].append(row)
    return {length: part for length, part in parts.items() if part}


def length_of(figure: Figure) -> str:
    """Return over how long a figure counts: a key of LENGTHS, or STATE."""
    if figure["period_start"] is None:
        return STATE
    days = (last_day(figure["as_of"]) - first_day(figure["period_start"])).days + 1
    return next(name for name, longest in LENGTHS.items() if days <= longest)
