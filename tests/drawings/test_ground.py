"""Tests of the small map's ground."""

import re
from typing import Any

import pytest

from dash.dossier.geography import ground_layer
from dash.drawings.ground import Frame, courses, outlines
from dash.schema.story import MapLayer

FRAME = Frame((0.0, 0.0, 10.0, 10.0), 100)
LAYER = MapLayer.model_validate(
    {"id": "land", "file": "land.geojson", "name": "Land", "style": "land"}
)


def _layer(*rings: list[list[float]]) -> Any:
    features = [
        {
            "type": "Feature",
            "properties": {"id": f"a{number}"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for number, ring in enumerate(rings)
    ]
    return ground_layer(LAYER, {"type": "FeatureCollection", "features": features})


def _square(west: float, south: float, size: float) -> list[list[float]]:
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def _points(path: str) -> set[tuple[int, int]]:
    return {(int(x), int(y)) for x, y in re.findall(r"(-?\d+) (-?\d+)", path)}


def test_a_frame_shows_its_bounds_corner_to_corner() -> None:
    assert FRAME.pixels(0, 10) == pytest.approx((0, 0))
    assert FRAME.pixels(10, 0) == pytest.approx((100, 100), abs=1)
    assert FRAME.height == 101
    assert FRAME.holds(5, 5)
    assert not FRAME.holds(5, 11)


def test_land_is_cut_where_the_picture_ends() -> None:
    points = _points(outlines(_layer(_square(5, 5, 100)), FRAME))
    assert points == {(50, 50), (100, 50), (100, 0), (50, 0)}


def test_a_point_that_the_outline_can_do_without_is_dropped() -> None:
    bent = [[0.0, 0.0], [5.0, 0.001], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0], [0.0, 0.0]]
    assert len(_points(outlines(_layer(bent), FRAME))) == 4


def test_land_outside_the_frame_or_too_small_to_see_is_left_out() -> None:
    assert outlines(_layer(_square(20, 20, 5), _square(3, 3, 0.1)), FRAME) == ""


def test_one_feature_alone_can_be_drawn() -> None:
    layer = _layer(_square(0, 0, 4), _square(5, 5, 4))
    alone = outlines(layer, FRAME, frozenset({"a1"}))
    assert alone
    assert outlines(layer, FRAME).endswith(alone)
    assert outlines(layer, FRAME) != alone


def test_lines_in_sight_are_drawn_and_those_beside_it_are_not() -> None:
    inside, beside = _square(2, 2, 3), _square(20, 20, 3)
    assert courses(_layer(inside, beside), FRAME) == courses(_layer(inside), FRAME) != ""
    assert courses(_layer(beside), FRAME) == ""
