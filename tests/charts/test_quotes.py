"""Tests of dash.charts.quotes."""

from typing import Any

import plotly.graph_objects as go

from dash.charts.quotes import statements_alt, statements_chart
from dash.palette import LIGHT

CELLS = {("Upton", "Toll"): 2, ("Downton", "Toll"): 1, ("Downton", "<b>Bridge"): 4}
SIDES, TOPICS = ["Upton", "Downton", "Silent"], ["Toll", "<b>Bridge", "Silence"]


def _bubbles(chart: go.Figure) -> Any:
    (bubbles,) = chart.data
    return bubbles


def test_each_number_stands_at_its_side_and_topic() -> None:
    chart = statements_chart(CELLS, SIDES, TOPICS, {}, LIGHT)
    bubbles = _bubbles(chart)
    sides, topics = chart.layout.xaxis.ticktext, chart.layout.yaxis.ticktext
    drawn = {
        (sides[x], topics[y]): text
        for x, y, text in zip(bubbles.x, bubbles.y, bubbles.text, strict=True)
    }
    assert drawn == {
        ("Upton", "Toll"): "2",
        ("Downton", "Toll"): "1",
        ("Downton", "&lt;b&gt;Bridge"): "4",
    }
    assert set(bubbles.marker.line.width) == {0}


def test_what_is_chosen_wears_a_ring() -> None:
    chosen = {"side": ["Downton"], "topic": ["Toll"]}
    for asked, rings in ((chosen, (0, 3, 0)), ({"side": ["Downton"]}, (0, 3, 3)), ({}, (0, 0, 0))):
        bubbles = _bubbles(statements_chart(CELLS, SIDES, TOPICS, asked, LIGHT))
        assert bubbles.marker.line.width == rings


def test_the_alternative_text_holds_every_number() -> None:
    told = statements_alt(CELLS)
    assert told == "Statements by side and topic. Upton: Toll 2; Downton: Toll 1, <b>Bridge 4."
