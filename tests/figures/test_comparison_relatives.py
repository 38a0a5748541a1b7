"""Tests of what is said of figures beside the two that are compared."""

from dash.figures.comparability import compare
from dash.figures.comparison_relatives import said_of_relatives
from dash.figures.comparison_words import named
from dash.figures.context import Context
from dash.schema.rows import Figure
from tests.factories import changed
from tests.figures.comparisons import FIGURE, context_with


def _told(a: Figure, b: Figure, context: Context) -> list[str]:
    comparison = compare(a, b, context)
    return said_of_relatives(comparison, named(comparison), context)


def test_a_whole_over_another_time_or_area_is_not_the_one_to_set_beside() -> None:
    whole = changed(FIGURE, id="whole")
    part = changed(FIGURE, id="b", population="civilians", subset_of="whole")
    for other, pointed in (
        ({"claimant": "mayor"}, True),
        ({"area": ("west",)}, False),
        ({"period_start": "2020-01-01"}, False),
    ):
        one = changed(FIGURE, **other)
        context = context_with(one, part, whole)
        text = " ".join(_told(one, part, context))
        assert ("which is the one to set it beside" in text) == pointed


def test_a_number_that_was_given_up_points_to_the_one_that_stands() -> None:
    old, newer = FIGURE, changed(FIGURE, id="newer", replaces="a", low=90.0)
    other = changed(FIGURE, id="b", claimant="mayor")
    context = context_with(old, newer, other)
    given_up, standing = (" ".join(_told(figure, other, context)) for figure in (old, newer))
    assert "no longer stands. In its place there is a newer number: 90 to 120 (" in given_up
    assert "no longer stands" not in standing
