"""Tests of the map for paper: it has what the map on the screen has."""

import pytest

from dash.dossier.model import Dossier
from dash.drawings.paper_map import paper_map, shown_degrees
from dash.drawings.svg import Drawing
from dash.maps.atlas import CONTEXT_PLACES, STORY_PLACES
from dash.maps.colours import LIGHT_MAP
from dash.maps.labels import Box
from dash.maps.names import drawn_markers, frame_of, placed_names
from dash.maps.scene import Scene
from dash.maps.symbols import Circle
from dash.palette import LIGHT
from tests.drawings.records import elements, texts
from tests.maps.scenes import scene

VIEWS = ["region", "crimea", "donbas", "black-sea", "world"]


def _drawn(shown: Scene, dossier: Dossier) -> Drawing:
    return paper_map(shown, dossier.ground, placed_names(shown))


def _around(circle: Circle, shown: Scene) -> Box:
    x, y = shown.camera.pixels(*circle.position)
    return Box(x - circle.radius, y - circle.radius, x + circle.radius, y + circle.radius)


@pytest.mark.parametrize("view", VIEWS)
def test_all_names_and_numbers_of_the_screen_are_on_paper(view: str, shipped: Dossier) -> None:
    shown = scene(shipped, view)
    edge = frame_of(shown)
    names = [name.text for name, placed in placed_names(shown) if placed.box.meets(edge)]
    lit = [circle for circle in shown.circles if circle.lit]
    numbers = [one.text for one in lit if edge.meets(_around(one, shown))]
    assert len(names) >= 2
    assert texts(_drawn(shown, shipped)) == [*names, *numbers]


def test_every_ring_circle_and_point_is_drawn_where_it_stands(shipped: Dossier) -> None:
    shown = scene(shipped, "region", selected="donetsk")
    drawn = _drawn(shown, shipped)
    markers = drawn_markers(shown, placed_names(shown))
    bands = [circle for circle in shown.circles if circle.inner]
    chosen = 1
    circles = elements(drawn, "circle")
    assert bands
    assert len(circles) == len(shown.circles) + len(bands) + len(markers) + chosen
    for marker in markers:
        x, y = shown.camera.pixels(marker.longitude, marker.latitude)
        centres = [(float(one.get("cx", 0)), float(one.get("cy", 0))) for one in circles]
        assert any(abs(x - a) < 0.1 and abs(y - b) < 0.1 for a, b in centres), marker.name


def test_the_land_is_there_and_what_is_disputed_is_dashed_over_ukraines_ground(
    shipped: Dossier,
) -> None:
    paths = elements(_drawn(scene(shipped, "region"), shipped), "path")
    fills = [path.get("fill") for path in paths]
    assert fills.index(LIGHT_MAP.land) < fills.index(LIGHT_MAP.highlight)
    (crimea,) = [path for path in paths if path.get("fill") == LIGHT_MAP.status[0]]
    assert fills.index(LIGHT_MAP.highlight) < paths.index(crimea)
    assert crimea.get("stroke-dasharray")
    assert float(crimea.get("fill-opacity", 1)) < 0.5
    assert len(crimea.get("d", "")) > 100


def test_what_is_switched_off_is_not_on_paper(shipped: Dossier) -> None:
    shown = scene(shipped, "region", on={STORY_PLACES, CONTEXT_PLACES})
    drawn = _drawn(shown, shipped)
    assert elements(drawn, "path") == []
    assert len(elements(drawn, "circle")) == len(drawn_markers(shown, placed_names(shown)))


def test_only_a_claim_that_stands_out_has_the_accent(shipped: Dossier) -> None:
    drawn = _drawn(scene(shipped, "region"), shipped)
    lit = [one for one in elements(drawn, "circle") if one.get("stroke") == LIGHT.accent]
    assert len(lit) == sum(circle.lit for circle in scene(shipped, "region").circles) > 0


def test_the_frame_is_what_the_canvas_shows(shipped: Dossier) -> None:
    shown = scene(shipped, "donbas")
    frame = shown_degrees(shown)
    west, south, east, north = shown.view.bounds
    assert frame.holds(west, south)
    assert frame.holds(east, north)
    assert frame.height / frame.width == pytest.approx(
        shown.canvas.height / shown.canvas.width, abs=0.001
    )
