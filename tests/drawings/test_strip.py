"""Tests of figures on one scale."""

from pathlib import Path

import pytest

from dash.drawings.scale import scale_of
from dash.drawings.strip import axis, track
from dash.drawings.svg import percent
from dash.palette import LIGHT
from dash.schema.rows import Figure
from tests.drawings.records import elements, figures, texts


def test_an_exact_number_is_a_dot(tmp_path: Path) -> None:
    (figure,) = figures(tmp_path, {"bound": "exact", "best": "14000"})
    drawing = track(figure, scale_of([figure]), "#123456", LIGHT)
    (circle,) = elements(drawing, "circle")
    assert (circle.get("cx"), circle.get("fill")) == ("93.33%", "#123456")
    assert drawing.alt == "On a scale from 0 to 15,000: a dot at 14,000."


@pytest.mark.parametrize("bound", ["more_than", "at_least"])
def test_a_floor_is_open_to_the_right(bound: str, tmp_path: Path) -> None:
    (figure,) = figures(tmp_path, {"bound": bound, "low": "13000"})
    drawing = track(figure, scale_of([figure]), "#123456", LIGHT)
    (circle,) = elements(drawing, "circle")
    assert circle.get("fill") == LIGHT.paper
    dashed = [line for line in elements(drawing, "line") if line.get("stroke-dasharray")]
    assert [(line.get("x1"), line.get("x2")) for line in dashed] == [(circle.get("cx"), "100%")]
    assert "an open ring at 13,000 and an arrow on to the right" in drawing.alt


def test_a_range_is_a_band_without_a_point_in_it(tmp_path: Path) -> None:
    (figure,) = figures(tmp_path, {"bound": "range", "low": "10", "high": "15"})
    drawing = track(figure, scale_of([figure]), "#123456", LIGHT)
    (band,) = elements(drawing, "rect")
    assert (band.get("x"), band.get("width")) == ("50%", "25%")
    assert not elements(drawing, "circle")
    assert drawing.alt == "On a scale from 0 to 20: a band from 10 to 15."


def test_an_approximate_number_is_dashed(tmp_path: Path) -> None:
    (figure,) = figures(tmp_path, {"bound": "about", "best": "20000"})
    drawing = track(figure, scale_of([figure]), "#123456", LIGHT)
    (circle,) = elements(drawing, "circle")
    assert circle.get("stroke-dasharray")
    assert "a dashed ring at about 20,000" in drawing.alt


def test_the_axis_writes_every_step(tmp_path: Path) -> None:
    (figure,) = figures(tmp_path, {"bound": "exact", "best": "14000"})
    assert texts(axis(scale_of([figure]), "people", LIGHT)) == ["0", "5,000", "10,000", "15,000"]


def test_a_bar_below_zero_reaches_from_zero_to_the_left(tmp_path: Path) -> None:
    up, down = figures(tmp_path, {"bound": "exact", "best": "40"}, {"bound": "exact", "best": "30"})
    below: Figure = {**down, "best": -30.0}
    scale = scale_of([up, below])
    drawing = track(below, scale, "#123456", LIGHT)
    bar = elements(drawing, "line")[1]
    assert bar.get("x1") == percent(scale.share(0))
    assert bar.get("x2") == percent(scale.share(-30))
    assert drawing.alt == "On a scale from \u221250 to 50: a dot at \u221230."


@pytest.mark.parametrize(
    ("unit", "written"),
    [
        ("%", ["0 %", "20 %", "40 %", "60 %"]),
        ("EUR million", ["0", "20", "40", "60", "EUR million"]),
    ],
)
def test_the_unit_stands_at_each_number_of_the_axis_or_below_them(
    unit: str, written: list[str], tmp_path: Path
) -> None:
    (figure,) = figures(tmp_path, {"bound": "exact", "best": "50"})
    assert texts(axis(scale_of([figure]), unit, LIGHT)) == written
