"""What lies on the ground: places, circles of figures, the lines of ships."""

from typing import Any

import pydeck as pdk

from dash.maps.atlas import CONTEXT_PLACES, STORY_PLACES
from dash.maps.colours import (
    CIRCLE_ALPHA,
    LIT_WIDTH,
    RING_ALPHA,
    RING_LINE_ALPHA,
    map_colours,
    rgba,
)
from dash.maps.ground import DASHES
from dash.maps.markers import Marker
from dash.maps.mercator import Point
from dash.maps.names import CONTEXT_RADIUS, SELECTED_RADIUS, STORY_RADIUS
from dash.maps.scene import Scene
from dash.maps.symbols import Circle

SOLID = [0, 0]


def marker_layers(scene: Scene, drawn: list[Marker], revision: int) -> list[pdk.Layer]:
    """Return the points of towns and spots, and the ring around the selected place."""
    palette = scene.palette
    layers = []
    chosen = [
        marker for marker in scene.markers if marker.is_point and scene.selected in marker.ids
    ]
    if chosen:
        ring = [{"p": [marker.longitude, marker.latitude]} for marker in chosen]
        layers.append(
            _scatter(
                "selected",
                ring,
                get_radius=SELECTED_RADIUS,
                radius_units="'pixels'",
                filled=False,
                get_line_color=rgba(palette.accent),
                line_width_min_pixels=3,
            )
        )
    for key, in_story, fill in (
        (STORY_PLACES, True, palette.ink),
        (CONTEXT_PLACES, False, palette.paper),
    ):
        rows = [
            {"id": marker.id, "tip": marker.tip, "p": [marker.longitude, marker.latitude]}
            for marker in drawn
            if marker.in_story == in_story
        ]
        points = _scatter(
            f"{key}-{revision}",
            rows,
            get_radius=STORY_RADIUS if in_story else CONTEXT_RADIUS,
            radius_units="'pixels'",
            get_fill_color=rgba(fill),
            get_line_color=rgba(palette.ink),
            pickable=True,
        )
        layers.append(points)
    return layers


def circle_layers(scene: Scene, revision: int) -> list[pdk.Layer]:
    """Return the circles and the rings, which keep their place and size on the ground."""
    discs = [circle for circle in scene.circles if not circle.ring]
    rings = [circle for circle in scene.circles if circle.ring]
    colour = map_colours(scene.palette).sea_name
    layers = []
    if discs:
        look = {"get_fill_color": rgba(colour, CIRCLE_ALPHA), "get_line_color": rgba(colour)}
        rows = [_circle_row(circle, scene) for circle in discs]
        layers.append(_circles(f"circles-{revision}", rows, **look))
    if rings:
        layers.append(_rings(scene, rings, revision))
    return layers


def _rings(scene: Scene, rings: list[Circle], revision: int) -> pdk.Layer:
    """Return the rings: pale, but for those that stand out; each can be chosen all over."""
    palette = scene.palette
    lit = {"c": rgba(palette.accent), "w": LIT_WIDTH}
    rows = []
    for circle in rings:
        row = _circle_row(circle, scene) | {"claim": circle.figure}
        rows.append(row | lit if circle.lit else row)
        if circle.inner:
            rows.append(rows[-1] | {"r": round(circle.inner / scene.camera.scale, 4)})
    return _circles(
        f"rings-{revision}",
        rows,
        # Nearly no ground of its own: what lies below is read through all rings.
        get_fill_color=rgba(map_colours(palette).highlight, RING_ALPHA),
        get_line_color=f"c || {rgba(palette.context, RING_LINE_ALPHA)}",
        get_line_width="w || 1.4",
        line_width_units="'pixels'",
        line_width_max_pixels=LIT_WIDTH,
    )


def _circle_row(circle: Circle, scene: Scene) -> dict[str, Any]:
    return {
        "id": circle.place,
        "tip": circle.tip,
        "p": rounded(circle.position),
        "r": round(circle.radius / scene.camera.scale, 4),
    }


def _circles(key: str, rows: list[dict[str, Any]], **more: Any) -> pdk.Layer:
    return _scatter(key, rows, get_radius="r", radius_units="'common'", pickable=True, **more)


def course_layers(scene: Scene, revision: int) -> list[pdk.Layer]:
    """Return the passages of ships, dashed where none came to pass."""
    rows: list[dict[str, Any]] = []
    for course in scene.courses:
        shared = {"id": course.place, "tip": course.tip}
        dashes = DASHES["get_dash_array"] if course.dashed else SOLID
        rows.append(shared | {"p": [rounded(point) for point in course.path], "d": dashes})
        rows.append(shared | {"p": [rounded(point) for point in course.arrow], "d": SOLID})
    if not rows:
        return []
    return [
        pdk.Layer(
            "PathLayer",
            rows,
            id=f"courses-{revision}",
            get_path="p",
            get_color=rgba(scene.palette.ink),
            get_width=2.4,
            width_units="'pixels'",
            caprounded=False,
            jointrounded=True,
            pickable=True,
            **(DASHES | {"get_dash_array": "d"}),
        )
    ]


def _scatter(key: str, rows: list[dict[str, Any]], **more: Any) -> pdk.Layer:
    settings = {"stroked": True, "line_width_min_pixels": 1.4, "line_width_max_pixels": 3}
    return pdk.Layer("ScatterplotLayer", rows, id=key, get_position="p", **(settings | more))


def rounded(point: Point) -> list[float]:
    """Return a point to about a hundred metres: more would only be bytes."""
    return [round(point[0], 3), round(point[1], 3)]
