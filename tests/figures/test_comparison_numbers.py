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
