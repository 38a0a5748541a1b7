"""Tests of dash.figures.intervals: bounds carried through a difference, a ratio and a share."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dash.figures.intervals import Interval, difference, interval_of, ratio, share, spell_interval
from dash.schema.rows import Figure
from tests import factories as make

NUMBERS = st.integers(0, 10**6).map(float)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return Interval(low, draw(st.sampled_from([high, math.inf])))


def _value(interval: Interval, at: float) -> float:
    high = interval.low + 1000 if math.isinf(interval.high) else interval.high
    return min(max(interval.low + at * (high - interval.low), interval.low), high)


@pytest.mark.parametrize(
    ("bound", "low", "best", "high", "expected"),
    [
        ("exact", None, 5, None, Interval(5, 5)),
        ("about", None, 5, None, Interval(5, 5, approximate=True)),
        ("at_least", 5, None, None, Interval(5, math.inf)),
        ("more_than", 5, None, None, Interval(5, math.inf, low_open=True)),
        ("range", 5, None, 9, Interval(5, 9)),
        ("range", 21, 19, 26, Interval(19, 26)),
    ],
)
def test_a_bound_says_what_the_value_can_be(
    bound: str, low: float | None, best: float | None, high: float | None, expected: Interval
) -> None:
    figure = make.row_of(Figure, bound=bound, low=low, best=best, high=high)
    assert interval_of(figure) == expected


@given(intervals(), intervals(), st.floats(0, 1), st.floats(0, 1))
def test_a_difference_holds_the_difference_of_any_two_values(
    a: Interval, b: Interval, at: float, other: float
) -> None:
    found = difference(a, b)
    assert found.low <= _value(b, other) - _value(a, at) <= found.high
    back = difference(b, a)
    assert (back.low, back.high) == (-found.high, -found.low)


@given(intervals(), intervals(), st.floats(0, 1), st.floats(0, 1))
def test_a_ratio_holds_the_ratio_of_any_two_values(
    a: Interval, b: Interval, at: float, other: float
) -> None:
    assume(a.low > 0)
    found = ratio(a, b)
    assert found is not None
    exact = _value(b, other) / _value(a, at)
    assert found.low <= exact * (1 + 1e-9)
    assert exact <= found.high * (1 + 1e-9)


@given(intervals(), intervals())
def test_a_share_never_exceeds_the_whole(part: Interval, whole: Interval) -> None:
    found = share(part, whole)
    assert found is None or 0 <= found.low <= found.high <= 1


def test_nothing_is_a_multiple_of_zero() -> None:
    assert ratio(Interval(0, 0), Interval(5, 5)) is None
    assert ratio(Interval(0, 2), Interval(4, 4)) == Interval(2, math.inf)


@given(intervals(), intervals())
def test_meeting_is_mutual_and_what_is_held_is_met(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a)
    assert a.holds(a)
    assert not a.holds(b) or a.meets(b)


def test_an_open_floor_does_not_meet_the_number_itself() -> None:
    floor = Interval(13000, math.inf, low_open=True)
    assert not floor.meets(Interval(13000, 13000))
    assert Interval(13000, math.inf).meets(Interval(13000, 13000))
    assert floor.holds(Interval(13100, 13300))


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(5, 5), "5"),
        (Interval(5, 5, approximate=True), "about 5"),
        (Interval(1000, 3000), "1,000 to 3,000"),
        (Interval(5, math.inf), "at least 5"),
        (Interval(5, math.inf, low_open=True), "more than 5"),
        (Interval(-math.inf, 5), "at most 5"),
        (Interval(-math.inf, 5, high_open=True), "less than 5"),
    ],
)
def test_an_interval_in_words_keeps_its_open_end(interval: Interval, words: str) -> None:
    assert spell_interval(interval) == words
