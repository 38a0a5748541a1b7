"""Tests of a dot plot in rows: one mark a figure, by the way its number is meant."""

from pathlib import Path

import pytest

from dash.drawings.dot_plot import axis, room, row, short_value
from dash.drawings.strip import scale_of
from dash.palette import LIGHT
from tests.drawings.records import elements, figures, texts


@pytest.mark.parametrize(
    ("changes", "filled", "arrow", "told"),
    [
        ({"bound": "exact", "best": "900"}, True, False, "900"),
        ({"bound": "at_least", "low": "900"}, True, True, "at least 900"),
        ({"bound": "more_than", "low": "900"}, False, True, "more than 900"),
    ],
)
def test_a_number_is_a_dot_where_it_stands_and_a_floor_has_an_arrow(
    changes: dict[str, str], filled: bool, arrow: bool, told: str, tmp_path: Path
) -> None:
    (figure,) = figures(tmp_path, changes)
    drawing = row(figure, scale_of([figure]), 100, LIGHT)
    (dot,) = elements(drawing, "circle")
    assert dot.get("fill") == (LIGHT.context if filled else LIGHT.paper)
    assert {svg.get("x") for svg in elements(drawing, "svg")[2:]} == {"90%"}
    assert bool(elements(drawing, "path")) == arrow
    assert texts(drawing) == [told]
    assert drawing.alt == told


def test_an_approximate_number_is_a_hollow_diamond(tmp_path: Path) -> None:
    (figure,) = figures(tmp_path, {"bound": "about", "best": "900"})
    drawing = row(figure, scale_of([figure]), 100, LIGHT)
    (diamond,) = elements(drawing, "path")
    assert diamond.get("fill") == LIGHT.paper
    assert not elements(drawing, "circle")


def test_a_range_is_a_bar_and_has_a_stroke_at_its_sources_best_estimate(tmp_path: Path) -> None:
    plain, best = figures(
        tmp_path,
        {"bound": "range", "low": "600", "high": "900"},
        {"bound": "range", "low": "600", "high": "900", "best": "800"},
    )
    scale = scale_of([plain, best])
    drawings = [row(figure, scale, 100, LIGHT) for figure in (plain, best)]
    for drawing in drawings:
        bars = [(x.get("x1"), x.get("x2")) for x in elements(drawing, "line")]
        assert ("60%", "90%") in bars
    strokes = [[p.get("stroke") for p in elements(d, "path")] for d in drawings]
    assert strokes == [[LIGHT.context], [LIGHT.context, LIGHT.ink]]
    assert texts(drawings[1]) == ["600 to 900"]


def test_a_band_lies_behind_the_row_at_its_own_numbers(tmp_path: Path) -> None:
    figure, band = figures(
        tmp_path,
        {"bound": "exact", "best": "900"},
        {"bound": "range", "low": "500", "high": "700"},
    )
    drawing = row(figure, scale_of([figure, band]), 100, LIGHT, band)
    (rect,) = elements(drawing, "rect")
    assert (rect.get("x"), rect.get("width"), rect.get("height")) == ("50%", "20%", "100%")
    assert drawing.svg.index("<rect") < drawing.svg.index("<circle")
    assert not elements(row(figure, scale_of([figure, band]), 100, LIGHT), "rect")


def test_the_numbers_have_the_room_that_the_longest_takes(tmp_path: Path) -> None:
    short, long = figures(
        tmp_path, {"bound": "exact", "best": "900"}, {"bound": "more_than", "low": "900"}
    )
    scale = scale_of([short, long])
    assert room([short], scale) < room([short, long], scale) == room([long], scale)
    assert room([], scale) == 0


def test_the_axis_ends_with_the_unit(tmp_path: Path) -> None:
    (figure,) = figures(tmp_path, {"bound": "exact", "best": "14000"})
    told = texts(axis(scale_of([figure]), 100, "people", LIGHT))
    assert told == ["0", "5,000", "10,000", "15,000 people"]
    assert short_value(figure) == "14,000"
