"""Tests of dash.figures.comparison_numbers: differences, times and shares with their bounds."""

from dash.figures.comparability import compare
from dash.figures.comparison_numbers import have_one_value, said_of_numbers
from dash.figures.comparison_words import named
from dash.schema.rows import Figure
from tests.factories import changed
from tests.figures.comparisons import FIGURE, context_with


def _exact(key: str, best: float, **cells: object) -> Figure:
    return changed(
        FIGURE, **{"id": key, "bound": "exact", "low": None, "high": None}, best=best, **cells
    )


def _said(a: Figure, b: Figure) -> str:
    comparison = compare(a, b, context_with(a, b))
    return " ".join(said_of_numbers(comparison, named(comparison)))


def test_two_counts_of_one_thing_disagree_by_what_lies_between() -> None:
    said = _said(_exact("a", 100), _exact("b", 130, source="report"))
    assert said.startswith("Here two counts disagree, by 30: 130 is higher than 100.")
    assert "130 is 1.3 times 100." in said


def test_what_is_rounded_outward_holds_the_true_value() -> None:
    said = _said(_exact("a", 300), changed(FIGURE, id="b", low=100.0, high=200.0))
    # 100 / 300 is 0.333…, 200 / 300 is 0.666…
    assert "0.33 to 0.67 times" in said


def test_a_part_has_a_share_and_no_difference() -> None:
    part = _exact("a", 50, population="civilians", subset_of="b")
    said = _said(part, _exact("b", 200))
    assert "50 is 25 % of 200." in said
    assert "lower" not in said
    all_of_it = _said(changed(part, best=200.0), _exact("b", 200))
    assert "The first (200) is 100 % of the second (200)." in all_of_it


def test_where_things_differ_nothing_is_worked_out() -> None:
    said = _said(_exact("a", 100), _exact("b", 130, measure="troops", period_start=None))
    assert said == (
        "No difference and no ratio are worked out, because one number less the other would "
        "mix what the two count."
    )


def test_an_approximate_number_is_said_to_be_read_as_its_rounding() -> None:
    said = _said(changed(_exact("a", 3000), bound="about"), _exact("b", 3300, source="report"))
    assert "is read as 2,500 to 3,500: that is what its rounding covers." in said
    assert "do not contradict each other" in said


def test_one_value_is_one_number_meant_in_one_way() -> None:
    assert have_one_value(_exact("a", 7), _exact("b", 7))
    assert not have_one_value(_exact("a", 7), changed(_exact("b", 7), bound="about"))


def test_numbers_that_are_one_have_no_ratio_and_a_tenth_has_two_decimals() -> None:
    assert "times" not in _said(_exact("a", 100), _exact("b", 100, source="report"))
    assert "10 is 0.1 times 100." in _said(_exact("a", 100), _exact("b", 10, source="report"))
    assert "3 is 0.003 times 1,000." in _said(_exact("a", 1000), _exact("b", 3, source="report"))


def test_one_number_in_two_periods_is_no_multiple_of_itself() -> None:
    a = _exact("a", 100, period_start="2018", as_of="2018")
    said = _said(a, changed(a, id="b", period_start="2019", as_of="2019"))
    assert said == "The first (100) and the second (100) are the same number."


def test_what_fell_is_told_from_the_least_to_the_most_it_can_be() -> None:
    a = _exact("a", 300, measure="troops", period_start=None, as_of="2021-04-12")
    b = changed(a, id="b", as_of="2021-04-14", bound="range", low=100.0, best=None, high=200.0)
    assert "100 to 200 is lower than 300 by 100 to 200." in _said(a, b)


def test_a_total_that_falls_by_one_end_of_its_range_has_fallen() -> None:
    a = changed(FIGURE, low=90.0, high=110.0, series="total")
    for low, high, falls in ((80.0, 110.0, True), (80.0, 100.0, True), (80.0, 120.0, False)):
        later = changed(a, id="b", as_of="2021-06-30", low=low, high=high)
        assert ("a total from one start cannot fall" in _said(a, later)) == falls
