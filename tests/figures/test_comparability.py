"""Tests of dash.figures.comparability: what two figures share, and what comparing them can mean."""

from typing import Any

import pytest
from hypothesis import given

from dash.figures.comparability import DECIDING, TOLD, Agreement, Comparison, Verdict, compare
from dash.figures.intervals import interval_of
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
    if there.difference and back.difference:
        assert there.difference.low == -back.difference.high


@given(figures("a"))
def test_a_figure_is_never_different_from_itself(figure: Figure) -> None:
    comparison = compare(figure, {**figure}, context_with(figure, WHOLE))
    assert comparison.verdict is Verdict.ONE_FIGURE
    assert set(comparison.fields(Agreement.SAME)) == {*DECIDING, *TOLD}


@given(figures("a"), figures("b"))
def test_a_copy_differs_in_nothing_that_is_stated(a: Figure, b: Figure) -> None:
    comparison = compare(a, {**a, "id": "b"}, context_with(a, b, WHOLE))
    assert comparison.fields(Agreement.DIFFERENT) == ()


@given(figures("a"), figures("b"))
def test_nothing_is_worked_out_across_units_measures_or_populations(a: Figure, b: Figure) -> None:
    comparison = compare(a, b, context_with(a, b, WHOLE))
    if comparison.difference is not None or comparison.ratio is not None:
        for field in ("measure", "unit", "population", "area"):
            assert a[field] == b[field] != "", field
        assert not a["supplied"]
        assert not b["supplied"]
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
        ({"unit": "ships"}, Verdict.NOT_COMPARABLE),
        ({"area": ("west",)}, Verdict.NOT_COMPARABLE),
        ({"area": ("east", "west")}, Verdict.NOT_COMPARABLE),
        ({"as_of": "2021-06-30"}, Verdict.TWO_DATES),
        ({"as_of": "2021-06-30", "claimant": "mayor"}, Verdict.NOT_COMPARABLE),
        ({"as_of": "2021"}, Verdict.UNCLEAR),
        ({"period_start": "2014"}, Verdict.UNCLEAR),
        ({"period_start": "2015"}, Verdict.NOT_COMPARABLE),
        ({"period_start": None}, Verdict.NOT_COMPARABLE),
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
        (("2018", "2018"), ("2019-01", "2019-01"), Verdict.NOT_COMPARABLE),
        (("2018", "2019"), ("2019", "2020"), Verdict.NOT_COMPARABLE),
        (("2018-01-01", "2018-12-31"), ("2018", "2018"), Verdict.SAME_QUANTITY),
    ],
)
def test_periods_of_one_count_compare_where_they_are_as_long_and_apart(
    first: tuple[str, str], second: tuple[str, str], verdict: Verdict
) -> None:
    a: Figure = {**FIGURE, "period_start": first[0], "as_of": first[1]}
    b: Figure = {**FIGURE, "id": "b", "period_start": second[0], "as_of": second[1]}
    assert compare(a, b, context_with(a, b)).verdict is verdict
    other: Figure = {**b, "source": "report"}
    if verdict is Verdict.TWO_PERIODS:
        assert compare(a, other, context_with(a, other)).verdict is Verdict.NOT_COMPARABLE


def test_a_part_of_a_part_is_a_part() -> None:
    middle: Figure = {**FIGURE, "id": "middle", "subset_of": "whole"}
    small: Figure = {**FIGURE, "id": "small", "subset_of": "middle"}
    context = context_with(WHOLE, middle, small)
    assert compare(WHOLE, small, context).part == "b"
    assert compare(small, WHOLE, context).part == "a"


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


def test_a_state_and_a_period_of_one_source_are_not_two_periods() -> None:
    period: Figure = {**FIGURE, "id": "a", "period_start": "2014", "as_of": "2021"}
    state: Figure = {**FIGURE, "id": "b", "period_start": None, "as_of": "2015"}
    for one, other in ((period, state), (state, period)):
        verdict = compare(one, other, context_with(one, other, WHOLE)).verdict
        assert verdict is Verdict.NOT_COMPARABLE
