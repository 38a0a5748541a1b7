"""Tests of dash.figures.intervals: bounds carried through a difference, a ratio and a share."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dash.figures.intervals import (
    Interval,
    allowed_by,
    difference,
    half_unit,
    interval_of,
    ratio,
    share,
    spell_end,
    spell_interval,
)
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
        ("about", None, 5, None, Interval(5, 5)),
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
    assert bound == "about" or allowed_by(figure) == expected


@pytest.mark.parametrize(
    ("value", "half"),
    [
        (14_000, 500),
        (400_000, 50_000),
        (3_300, 50),
        (3_320, 5),
        (10, 5),
        (7, 0.5),
        (105, 0.5),
        (2.5, 0.05),
        (1e15, 5e14),
        (0, 0),
    ],
)
def test_about_is_worth_half_a_unit_of_the_last_stated_digit(value: float, half: float) -> None:
    assert half_unit(value) == half
    figure = make.row_of(Figure, bound="about", best=float(value))
    assert allowed_by(figure) == Interval(value - half, value + half)


@given(st.integers(1, 10**9))
def test_a_number_lies_in_what_its_rounding_covers_and_no_rounder_one_does(value: int) -> None:
    half = half_unit(float(value))
    assert value % (2 * half) == 0 or half == 0.5
    assert value % (20 * half) != 0


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


def test_a_point_holds_one_value_only() -> None:
    assert Interval(5, 5.0).is_point
    assert not Interval(5, 6).is_point


def test_an_open_floor_does_not_meet_the_number_itself() -> None:
    floor = Interval(13000, math.inf, low_open=True)
    assert not floor.meets(Interval(13000.0, 13000.0))
    assert Interval(13000, math.inf).meets(Interval(13000, 13000))
    assert floor.holds(Interval(13100, 13300))


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(5, 5), "5"),
        (Interval(1000, 3000), "1,000 to 3,000"),
        (Interval(5, math.inf), "at least 5"),
        (Interval(5, math.inf, low_open=True), "more than 5"),
        (Interval(1234567.5, 1234567.5), "1,234,567.5"),
        (difference(Interval(1283.4, 1283.4), Interval(1283.5, 1283.5)), "0.1"),
        (Interval(100, 1e15), "100 to 1,000,000,000,000,000"),
        (Interval(-math.inf, 5), "at most 5"),
        (Interval(-math.inf, 5, high_open=True), "less than 5"),
    ],
)
def test_an_interval_in_words_keeps_its_open_end(interval: Interval, words: str) -> None:
    assert spell_interval(interval) == words


def test_a_unit_stands_behind_the_last_number() -> None:
    assert spell_interval(Interval(5, 5), "%") == "5 %"
    assert spell_interval(Interval(5, 9), "%") == "5 to 9 %"
    assert spell_interval(Interval(5, math.inf), "%") == "at least 5 %"
    assert spell_interval(Interval(-math.inf, 9), "%") == "at most 9 %"
    assert spell_end(math.inf) == spell_end(-math.inf) == "any number"


OPEN_LOW, OPEN_HIGH = Interval(2, 4, low_open=True), Interval(2, 4, high_open=True)
CLOSED = Interval(1, 3)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (CLOSED, CLOSED, Interval(-2, 2)),
        (OPEN_LOW, CLOSED, Interval(-3, 1, high_open=True)),
        (OPEN_HIGH, CLOSED, Interval(-3, 1, low_open=True)),
        (CLOSED, OPEN_LOW, Interval(-1, 3, low_open=True)),
        (CLOSED, OPEN_HIGH, Interval(-1, 3, high_open=True)),
    ],
)
def test_a_difference_is_open_where_one_of_its_numbers_is(
    a: Interval, b: Interval, expected: Interval
) -> None:
    assert difference(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Interval(2, 4), Interval(4, 8), Interval(1, 4)),
        (Interval(0.5, 1), Interval(1, 1), Interval(1, 2)),
        (OPEN_LOW, Interval(4, 8), Interval(1, 4, high_open=True)),
        (OPEN_HIGH, Interval(4, 8), Interval(1, 4, low_open=True)),
        (Interval(4, 4), OPEN_LOW, Interval(0.5, 1, low_open=True)),
        (Interval(4, 4), OPEN_HIGH, Interval(0.5, 1, high_open=True)),
    ],
)
def test_a_ratio_is_open_where_one_of_its_numbers_is(
    a: Interval, b: Interval, expected: Interval
) -> None:
    assert ratio(a, b) == expected


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (Interval(5, 5), Interval(10, 20), Interval(0.25, 0.5)),
        (Interval(5, 5), Interval(5, 5), Interval(1, 1)),
        (Interval(2, 8), Interval(4, 4), Interval(0.5, 1)),
        (Interval(2, 4, high_open=True), Interval(4, 4), Interval(0.5, 1, high_open=True)),
        (Interval(2, 8, high_open=True), Interval(4, 4), Interval(0.5, 1)),
        (Interval(2, math.inf, low_open=True), Interval(4, 4), Interval(0.5, 1, low_open=True)),
        (Interval(9, 9), Interval(8, 8), None),
        (Interval(9, 9), Interval(8, 10), Interval(0.9, 1)),
        (Interval(5, 5), Interval(0, 0), None),
    ],
)
def test_the_share_of_a_part(part: Interval, whole: Interval, expected: Interval | None) -> None:
    assert share(part, whole) == expected


@pytest.mark.parametrize(
    ("one", "other", "meets", "holds"),
    [
        (Interval(1, 3), Interval(3, 5), True, False),
        (Interval(1, 3, high_open=True), Interval(3, 5), False, False),
        (Interval(1, 3), Interval(3, 5, low_open=True), False, False),
        (Interval(1, 3), Interval(4, 5), False, False),
        (Interval(1, 5), Interval(2, 5), True, True),
        (Interval(1, 5), Interval(1, 4), True, True),
        (Interval(1, 5), Interval(0, 4), True, False),
        (Interval(1, 5), Interval(2, 6), True, False),
        (Interval(1, 5, low_open=True), Interval(1, 5), True, False),
        (Interval(1, 5, low_open=True), Interval(1, 5, low_open=True), True, True),
        (Interval(1, 5, high_open=True), Interval(1, 5), True, False),
        (Interval(1, 5, high_open=True), Interval(1, 5, high_open=True), True, True),
        (Interval(1, 5), Interval(1, 5, low_open=True, high_open=True), True, True),
    ],
)
def test_what_intervals_have_in_common(
    one: Interval, other: Interval, meets: bool, holds: bool
) -> None:
    assert one.meets(other) == other.meets(one) == meets
    assert one.holds(other) == holds
