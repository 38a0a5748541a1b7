"""Tests of dash.maps.mercator."""

import pytest

from dash.maps.mercator import DESK, contains, fit, globe, plane
from dash.schema.story import View


@pytest.mark.parametrize("point", [(0.0, 0.0), (34.1, 44.95), (-77.04, 38.9), (179.9, -60.0)])
def test_the_plane_and_the_globe_are_each_others_inverse(point: tuple[float, float]) -> None:
    assert globe(*plane(*point)) == pytest.approx(point)


def test_the_plane_is_that_of_epsg_3857() -> None:
    # Half the equator's length, in the projection's own metres, at deck.gl's 512 units.
    assert plane(180, 0) == (512, 256)
    assert plane(0, 85.0511287798) == pytest.approx((256, 0), abs=1e-3)


def test_a_view_is_seen_whole_and_fills_one_direction() -> None:
    view = View.model_validate({"id": "v", "name": "V", "bounds": (32.0, 43.9, 37.2, 46.6)})
    camera = fit(view)
    left, bottom = camera.pixels(32.0, 43.9)
    right, top = camera.pixels(37.2, 46.6)
    assert right - left <= DESK.width * 1.01
    assert bottom - top <= DESK.height * 1.01
    assert max((right - left) / DESK.width, (bottom - top) / DESK.height) == pytest.approx(
        1, abs=0.01
    )
    assert camera.degrees(*camera.pixels(33, 45)) == pytest.approx((33, 45))
    assert contains(view, 33, 45)
    assert not contains(view, 31, 45)
