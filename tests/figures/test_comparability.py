"""Tests of dash.figures.comparability: what two figures share, and what comparing them can mean."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from dash.figures.agreement import TOLD, Agreement
from dash.figures.comparability import Comparison, Verdict, compare
from dash.figures.intervals import Interval, interval_of
from dash.schema.rows import Figure
from tests.factories import changed
from tests.figures.comparisons import FIGURE, WHOLE, context_with, figures


def _compare(**changes: Any) -> Comparison:
    a, b = FIGURE, changed(FIGURE, **{"id": "b"} | changes)
    return compare(a, b, context_with(a, b))


@given(figures("a"), figures("b"))
def test_what_is_found_does_not_depend_on_the_order(a: Figure, b: Figure) -> None:
    context = context_with(a, b, WHOLE)
    there, back = compare(a, b, context), compare(b, a, context)
    assert there.verdict is back.verdict
    assert there.common_whole == back.common_whole
    assert there.both_can_hold == back.both_can_hold
    assert [(one.field, one.agreement) for one in there.findings] == [
        (one.field, one.agreement) for one in back.findings
    ]
    assert (there.difference is None) == (back.difference is None)
    assert (there.ratio is None) == (back.ratio is None) or 0 in (
        interval_of(a).high,
        interval_of(b).high,
    )
    if there.difference and back.difference:
        assert there.difference.low == -back.difference.high


@given(figures("a"))
def test_a_figure_is_never_different_from_itself(figure: Figure) -> None:
    comparison = compare(figure, {**figure}, context_with(figure, WHOLE))
    assert comparison.verdict is Verdict.ONE_FIGURE
    agreements = (Agreement.DIFFERENT, Agreement.ONE_BODY, Agreement.ONE_SIDE)
    assert comparison.fields(*agreements) == ()


@given(figures("a"), figures("b"))
def test_a_copy_differs_in_nothing_that_is_stated(a: Figure, b: Figure) -> None:
    comparison = compare(a, changed(a, id="b"), context_with(a, b, WHOLE))
    assert comparison.fields(Agreement.DIFFERENT) == ()


@given(figures("a"), figures("b"))
def test_nothing_is_worked_out_across_units_measures_or_populations(a: Figure, b: Figure) -> None:
    comparison = compare(a, b, context_with(a, b, WHOLE))
    if comparison.difference is not None or comparison.ratio is not None:
        for field in ("measure", "unit", "population", "area"):
            assert a[field] == b[field] != "", field
            assert field not in a["supplied"]
            assert field not in b["supplied"]
    if a["unit"] != b["unit"]:
        assert comparison.share is None


@given(figures("a"), figures("b"))
def test_what_is_not_stated_is_never_called_the_same(a: Figure, b: Figure) -> None:
    comparison = compare(a, b, context_with(a, b, WHOLE))
    for figure in (a, b):
        for field in figure["supplied"]:
            assert field not in comparison.fields(Agreement.SAME)
    if a["claimant"] is None and b["claimant"] is None:
        assert "claimant" in comparison.fields(Agreement.NOT_STATED)


@given(figures("a"), figures("b"))
def test_a_difference_holds_what_both_bounds_allow(a: Figure, b: Figure) -> None:
    comparison = compare(a, b, context_with(a, b, WHOLE))
    if comparison.difference is not None:
        low, high = comparison.difference.low, comparison.difference.high
        assert low <= interval_of(b).low - interval_of(a).low <= high


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"low": 90.0, "high": 110.0}, Verdict.SAME_QUANTITY),
        ({"claimant": "mayor", "evidence": "claim"}, Verdict.SAME_QUANTITY),
        ({"population": "civilians"}, Verdict.NOT_COMPARABLE),
        ({"measure": "hurt"}, Verdict.NOT_COMPARABLE),
        ({"unit": "ships"}, Verdict.TWO_UNITS),
        ({"unit": "ships", "as_of": "2021-06-30"}, Verdict.NOT_COMPARABLE),
        ({"unit": "ships", "population": "civilians"}, Verdict.NOT_COMPARABLE),
        ({"area": ("west",)}, Verdict.NOT_COMPARABLE),
        ({"area": ("east", "west")}, Verdict.NOT_COMPARABLE),
        ({"as_of": "2021-06-30"}, Verdict.TWO_DATES),
        ({"as_of": "2021-06-30", "claimant": "mayor"}, Verdict.NOT_COMPARABLE),
        ({"as_of": "2021"}, Verdict.UNCLEAR),
        ({"claimant": "office"}, Verdict.SAME_QUANTITY),
        ({"claimant": "office", "as_of": "2021-06-30"}, Verdict.TWO_DATES),
        ({"same_as": "a", "low": 1.0}, Verdict.TOLD_TWICE),
        ({"same_as": "a", "population": "civilians"}, Verdict.TOLD_TWICE),
        ({"replaces": "a", "high": 900.0}, Verdict.REPLACED),
        ({"same_as": "a", "replaces": "a"}, Verdict.TOLD_TWICE),
        ({"period_start": "2014"}, Verdict.UNCLEAR),
        ({"period_start": "2015"}, Verdict.NOT_COMPARABLE),
        ({"period_start": None}, Verdict.UNCLEAR),
        ({"period_start": None, "as_of": "2021-06-30"}, Verdict.NOT_COMPARABLE),
        ({"supplied": ("population",), "as_of": "2021-06-30"}, Verdict.NOT_COMPARABLE),
        ({"area": ()}, Verdict.UNCLEAR),
        ({"supplied": ("as_of",)}, Verdict.UNCLEAR),
        ({"supplied": ("area",), "population": "civilians"}, Verdict.NOT_COMPARABLE),
        ({"subset_of": "a", "population": "civilians"}, Verdict.PART),
    ],
)
def test_what_comparing_can_mean(changes: dict[str, Any], verdict: Verdict) -> None:
    comparison = _compare(**changes)
    assert comparison.verdict is verdict
    assert (comparison.difference is not None) == (verdict is Verdict.SAME_QUANTITY)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (("2018", "2018"), ("2019", "2019"), Verdict.TWO_PERIODS),
        (("2018", "2018"), ("2019-01-01", "2019-12-31"), Verdict.TWO_PERIODS),
        (("2018-01", "2018-01"), ("2018-02", "2018-02"), Verdict.TWO_PERIODS),
        (("2018", "2018"), ("2019-01", "2019-01"), Verdict.BEFORE_AND_AFTER),
        (("2018", "2018"), ("2020-01", "2020-01"), Verdict.NOT_COMPARABLE),
        (("2018", "2018"), ("2020", "2020"), Verdict.TWO_PERIODS),
        (("2018-01-01", "2018-01-10"), ("2018-01-10", "2018-01-19"), Verdict.NOT_COMPARABLE),
        (("2018-01-01", "2018-01-10"), ("2018-01-11", "2018-01-20"), Verdict.TWO_PERIODS),
        (("2018", "2019"), ("2019", "2020"), Verdict.NOT_COMPARABLE),
        (("2018-01-01", "2018-12-31"), ("2018", "2018"), Verdict.SAME_QUANTITY),
    ],
)
def test_periods_of_one_count_compare_where_they_are_as_long_and_apart(
    first: tuple[str, str], second: tuple[str, str], verdict: Verdict
) -> None:
    a = changed(FIGURE, period_start=first[0], as_of=first[1])
    b = changed(FIGURE, id="b", period_start=second[0], as_of=second[1])
    assert compare(a, b, context_with(a, b)).verdict is verdict
    assert compare(b, a, context_with(a, b)).verdict is verdict
    other = changed(b, source="report")
    if verdict is Verdict.TWO_PERIODS:
        # Two sources may count anew, one series does not.
        found = compare(a, other, context_with(a, other))
        assert found.verdict in (Verdict.NOT_COMPARABLE, Verdict.BEFORE_AND_AFTER)
        assert found.difference is None
        a, other = (changed(figure, series="months") for figure in (a, other))
        assert compare(a, other, context_with(a, other)).verdict is Verdict.TWO_PERIODS


def test_a_part_of_a_part_is_a_part() -> None:
    middle = changed(FIGURE, id="middle", subset_of="whole")
    small = changed(FIGURE, id="small", subset_of="middle")
    context = context_with(WHOLE, middle, small)
    assert compare(WHOLE, small, context).leading == "b"
    assert compare(small, WHOLE, context).leading == "a"


@pytest.mark.parametrize(
    ("changes", "has_share"),
    [
        ({"population": "civilians"}, True),
        ({"population": "civilians", "as_of": "2020"}, False),
        ({"population": "civilians", "claimant": "mayor"}, False),
        ({"population": "civilians", "supplied": ("as_of",)}, False),
        ({"measure": "hurt"}, True),
    ],
)
def test_a_share_needs_one_claimant_and_one_time(changes: dict[str, Any], has_share: bool) -> None:
    part = changed(FIGURE, id="part", subset_of="whole", **changes)
    assert (compare(part, WHOLE, context_with(part, WHOLE)).share is not None) == has_share


STATE = changed(FIGURE, measure="troops", period_start=None, as_of="2021-04-12")


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"period_start": "2021-04-01", "as_of": "2021-04-12"}, Verdict.NOT_COMPARABLE),
        ({"low": 90.0}, Verdict.SAME_QUANTITY),
        ({"claimant": "mayor"}, Verdict.SAME_QUANTITY),
        ({"as_of": "2021-04-14"}, Verdict.TWO_DATES),
        ({"as_of": "2021-04-14", "claimant": "mayor"}, Verdict.TWO_DATES),
        ({"as_of": "2021-04-14", "supplied": ("area",)}, Verdict.UNCLEAR),
        ({"as_of": "2021-04-14", "area": ("west",)}, Verdict.NOT_COMPARABLE),
        ({"as_of": "2021-04"}, Verdict.UNCLEAR),
        ({"stated_on": "2021-04-01"}, Verdict.NOT_COMPARABLE),
    ],
)
def test_what_comparing_two_states_can_mean(changes: dict[str, Any], verdict: Verdict) -> None:
    other = changed(STATE, **{"id": "b"} | changes)
    for one, two in ((STATE, other), (other, STATE)):
        found = compare(one, two, context_with(STATE, other))
        assert found.verdict is verdict
        assert found.states == ("period_start" not in changes)


def test_the_difference_of_two_states_is_a_change_by_one_account_only() -> None:
    later = changed(STATE, id="b", as_of="2021-04-14")
    assert compare(STATE, later, context_with(STATE, later)).difference is not None
    for claimant in ("mayor", None):
        other = changed(later, claimant=claimant)
        assert compare(STATE, other, context_with(STATE, other)).difference is None


def test_equal_dates_that_leave_the_day_open_are_not_the_same() -> None:
    year = changed(STATE, as_of="2021")
    other = changed(year, id="b")
    found = compare(year, other, context_with(year, other))
    assert found.agreement("as_of") is Agreement.LESS_PRECISE
    assert found.verdict is Verdict.UNCLEAR
    whole = changed(FIGURE, period_start="2014", as_of="2021")
    assert compare(whole, changed(whole, id="b"), context_with(whole, other)).verdict is (
        Verdict.SAME_QUANTITY
    )
    assert compare(
        changed(whole, supplied=("period_start",)),
        changed(whole, id="b"),
        context_with(whole, other),
    ).fields(Agreement.SAME) == ("measure", "unit", "population", "area", *TOLD)


def test_a_running_total_has_one_start_in_whatever_words() -> None:
    a = changed(FIGURE, series="total")
    for start in (None, "2014", "2014-03", "2014-03-01"):
        b = changed(a, id="b", period_start=start, as_of="2021-06-30")
        found = compare(a, b, context_with(a, b))
        assert found.agreement("period_start") is Agreement.ONE_SERIES
        assert found.verdict is Verdict.TWO_DATES
        assert found.difference is found.ratio is None
    unsaid = changed(a, period_start=None), changed(b, period_start=None)
    assert compare(*unsaid, context_with(*unsaid)).verdict is Verdict.TWO_DATES
    read = changed(b, period_start="2014", supplied=("period_start",))
    assert compare(unsaid[0], read, context_with(*unsaid)).verdict is Verdict.UNCLEAR
    of_troops = changed(a, measure="troops", period_start=None), changed(b, measure="troops")
    for one, other in (of_troops, (of_troops[0], changed(of_troops[1], period_start=None))):
        found = compare(one, other, context_with(one, other))
        assert found.agreement("period_start") is Agreement.ONE_SERIES
        assert found.verdict is Verdict.TWO_DATES
        assert found.difference is None
        assert not found.states
    apart = changed(a, id="b", as_of="2021-06-30", population="civilians")
    assert compare(a, apart, context_with(a, apart)).verdict is Verdict.NOT_COMPARABLE
    months = changed(a, series="months"), changed(b, series="months")
    assert compare(*months, context_with(*months)).verdict is Verdict.NOT_COMPARABLE


def test_points_of_one_series_that_leave_something_open_cannot_be_told_apart() -> None:
    a = changed(FIGURE, series="months")
    b = changed(a, id="b", as_of="2021-06-30", supplied=("population",))
    assert compare(a, b, context_with(a, b)).verdict is Verdict.UNCLEAR


def test_a_total_that_began_anew_is_two_periods_and_has_not_fallen() -> None:
    a = changed(FIGURE, series="total", period_start="2018", as_of="2018")
    b = changed(a, id="b", period_start="2019", as_of="2019")
    assert compare(a, b, context_with(a, b)).verdict is Verdict.TWO_PERIODS


def test_casualties_without_a_start_are_not_told_apart_by_the_days_of_two_reports() -> None:
    a = changed(FIGURE, period_start=None, as_of="2021-01-01")
    b = changed(a, id="b", as_of="2021-02-01", claimant="mayor")
    found = compare(a, b, context_with(a, b))
    assert found.verdict is Verdict.UNCLEAR
    assert found.agreement("period_start") is Agreement.NOT_STATED
    assert not found.states


def test_before_and_after_a_day_needs_the_two_dates_next_to_it() -> None:
    before = changed(FIGURE, period_start="2020-01-01", as_of="2020-07-26")
    after = changed(FIGURE, id="b", period_start="2020-07-27", as_of="2020-12-31")
    for outer in ((), ("period_start",)):
        a = changed(before, supplied=outer)
        assert compare(a, after, context_with(a, after)).verdict is Verdict.BEFORE_AND_AFTER
        assert compare(after, a, context_with(a, after)).verdict is Verdict.BEFORE_AND_AFTER
    for changes in (
        {"as_of": "2020-07-25"},
        {"as_of": "2020-07-27"},
        {"as_of": "2020-07"},
        {"supplied": ("as_of",)},
        {"population": "civilians"},
        {"claimant": "mayor"},
    ):
        a = changed(before, **changes)
        assert compare(a, after, context_with(a, after)).verdict is not Verdict.BEFORE_AND_AFTER


def test_averages_over_unequal_times_have_a_difference_and_counts_have_none() -> None:
    a = changed(FIGURE, period_start="2020-01-01", as_of="2020-07-26")
    b = changed(FIGURE, id="b", period_start="2020-07-27", as_of="2020-12-31")
    context = context_with(a, b)
    assert compare(a, b, context).difference is None
    averages = compare(a, b, replace(context, rates=frozenset(("killed",))))
    assert averages.difference == Interval(-20, 20)
    assert averages.ratio == Interval(100 / 120, 120 / 100)


def test_a_figure_is_a_part_of_whatever_another_telling_of_it_is_a_part_of() -> None:
    told = changed(FIGURE, id="told", subset_of="whole")
    again = changed(FIGURE, id="again", same_as="told")
    third = changed(FIGURE, id="third", same_as="again")
    context = context_with(WHOLE, told, again, third)
    assert compare(third, WHOLE, context).verdict is Verdict.PART
    assert compare(third, told, context).verdict is Verdict.TOLD_TWICE
    assert context.tellings("told") == {"told", "again", "third"}


def test_what_replaced_what_replaced_a_figure_replaces_it() -> None:
    old, newer = FIGURE, changed(FIGURE, id="newer", replaces="a")
    newest = changed(FIGURE, id="newest", replaces="newer")
    context = context_with(old, newer, newest)
    assert compare(newest, old, context).leading == "a"
    assert compare(old, newest, context).leading == "b"
    assert compare(old, newest, context).verdict is Verdict.REPLACED


def test_about_does_not_reach_beyond_its_rounding() -> None:
    about = changed(FIGURE, bound="about", low=None, best=3300.0, high=None)
    for value, hold in ((3320.0, True), (3350.0, True), (3351.0, False), (1.0, False)):
        other = changed(about, id="b", bound="exact", best=value)
        assert compare(about, other, context_with(about, other)).both_can_hold == hold
