"""Tests of dash.charts.incidents: bars, whiskers, and what is selected."""

from collections.abc import Sequence
from typing import Any

from dash.charts.incidents import months_chart
from dash.incidents.answer import Month, Sums
from dash.incidents.selection import Selection, is_selected
from dash.palette import LIGHT

MONTHS = [
    Month("2014-04", Sums(3, 1, 9, {}, 1)),
    Month("2014-05", Sums(3, 5, 2, {}, 1)),
    Month("2014-06", Sums(4, None, None, {}, 1)),
]


def _traces(months: Sequence[Month], selection: Selection) -> list[dict[str, Any]]:
    traces: list[dict[str, Any]] = months_chart(months, selection, LIGHT).to_dict()["data"]
    return traces


def test_a_bar_has_its_whisker_and_odd_bounds_have_none() -> None:
    (bars,) = _traces(MONTHS, Selection())
    assert list(bars["y"]) == [3, 3, 4]
    assert list(bars["error_y"]["array"]) == [6, 0, 0]
    assert list(bars["error_y"]["arrayminus"]) == [2, 0, 0]
    assert bars["hovertext"][0] == "April 2014: 3 killed (1 to 9)"
    assert list(bars["customdata"]) == ["2014-04", "2014-05", "2014-06"]


def test_what_is_not_selected_is_pale() -> None:
    (bars,) = _traces(MONTHS, Selection("2014-05", "2014-05"))
    pale, lit, other = bars["marker"]["opacity"]
    assert pale == other < lit == 1
    assert is_selected("2014-05", Selection("2014", "2014"))
    assert not is_selected("2015-01", Selection(None, "2014"))


def test_nothing_is_drawn_of_nothing() -> None:
    (bars,) = _traces([], Selection())
    assert list(bars["y"]) == []
