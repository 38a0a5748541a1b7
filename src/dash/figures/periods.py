"""The days that a figure's start and end can mean, and how the times of two lie."""

from datetime import date, timedelta
from typing import Literal

from dash.dates import Days, days_meant
from dash.schema.rows import Figure

Time = Literal["period_start", "as_of"]
TIMES: tuple[Time, ...] = ("period_start", "as_of")


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
