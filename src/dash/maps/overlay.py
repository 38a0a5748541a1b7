"""What lies on the ground: places, circles of figures, the lines of ships."""

from typing import Any

import pydeck as pdk

from dash.maps.atlas import CONTEXT_PLACES, STORY_PLACES
from dash.maps.colours import map_colours, rgba
from dash.maps.ground import DASHES
from dash.maps.markers import Marker
from dash.maps.mercator import Point
from dash.maps.names import CONTEXT_RADIUS, SELECTED_RADIUS, STORY_RADIUS
from dash.maps.scene import Scene

CIRCLE_ALPHA = 88
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
    """Return the circles, which keep their place and size on the ground, and their leaders."""
    drawn = scene.circles
    if not drawn:
        return []
    scale = scene.camera.scale
    colours = map_colours(scene.palette)
    colour = colours.sea_name
    rows = [
        {
            "id": circle.place,
            "tip": circle.tip,
            "p": rounded(circle.position),
            "r": round(circle.radius / scale, 4),
        }
        | ({"c": rgba(colours.circle)} if circle.text else {})
        for circle in drawn
    ]
    lines = [{"f": rounded(start), "t": rounded(end)} for start, end in scene.leaders]
    leaders = pdk.Layer(
        "LineLayer",
        lines,
        id="leaders",
        get_source_position="f",
        get_target_position="t",
        get_width=1.2,
        get_color=rgba(colour, 150),
    )
    circles = _scatter(
        f"circles-{revision}",
        rows,
        get_radius="r",
        radius_units="'common'",
        get_fill_color=f"c || {rgba(colour, CIRCLE_ALPHA)}",
        get_line_color=rgba(colour),
        pickable=True,
    )
    return [leaders, circles] if lines else [circles]


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
