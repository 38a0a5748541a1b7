"""The writing on the map: names of places, areas, countries and seas, and the circles' numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import pydeck as pdk

from dash.maps.colours import Colour, map_colours, rgba
from dash.maps.ground import status_colour
from dash.maps.labels import LINE_HEIGHT, Box, Label, Placed, place_labels
from dash.maps.marks import WATERS, Mark
from dash.maps.overlay import CONTEXT_RADIUS, POINT_RADIUS, SELECTED_RADIUS
from dash.maps.scene import Scene
from dash.maps.symbols import NUMBER_SIZE, Circle, Course

FONT = "'Source Sans, Arial, sans-serif'"
STORY_SIZE = 14.0
CONTEXT_SIZE = 12.0
COUNTRY_SIZE = 12.0
STATUS_SIZE = 12.0
STATUS_WIDTH = 30
GAP = 4.0
# Rank by what is lost when a name finds no room.
SELECTED, STATUS, TOWN, AREA, NEIGHBOUR, CONTEXT = range(6)


@dataclass(frozen=True)
class Name:
    """A name with its look, before it has its place."""

    rank: int
    text: str
    position: tuple[float, float]
    size: float
    colour: Colour
    radius: float | None = None
    freedom: bool = True
    id: str | None = None
    tip: str | None = None


def text_layers(scene: Scene, turn: int) -> list[pdk.Layer]:
    """Return the layers of text that have something to say."""
    rows = [_row(name, placed) for name, placed in placed_names(scene)]
    numbers = [
        {"p": _rounded(circle.position), "t": _plain(circle.text)}
        for circle in scene.circles
        if circle.text
    ]
    layers = []
    if rows:
        layers.append(
            _text_layer(
                scene,
                f"names-{turn}",
                rows,
                pickable=True,
                get_size="s",
                get_color="c",
                get_text_anchor="a",
                get_alignment_baseline="b",
                get_pixel_offset="o",
            )
        )
    if numbers:
        size = NUMBER_SIZE / scene.camera.scale
        layers.append(
            _text_layer(
                scene,
                "numbers",
                numbers,
                get_size=size,
                size_units="'common'",
                get_color=rgba(scene.palette.ink),
            )
        )
    return layers


def placed_names(scene: Scene) -> list[tuple[Name, Placed]]:
    """Return the names that find room in the view, each with its place."""
    camera = scene.camera
    names = sorted(_names(scene), key=lambda name: name.rank)
    labels = []
    for name in names:
        x, y = camera.pixels(*name.position)
        gap = None if name.radius is None else name.radius + GAP
        labels.append(Label(name.text, x, y, name.size, gap, name.freedom))
    found = place_labels(labels, obstacles(scene))
    return [(name, placed) for name, placed in zip(names, found, strict=True) if placed is not None]


def obstacles(scene: Scene) -> list[Box]:
    """Return what no name may cover: points, circles and the courses of ships."""
    camera = scene.camera
    boxes = [
        _around(camera.pixels(mark.longitude, mark.latitude), _radius(mark))
        for mark in scene.marks
        if mark.is_point
    ]
    boxes += [_circle_box(circle, camera.pixels(*circle.position)) for circle in scene.circles]
    boxes += [
        _around(camera.pixels(*point), 3.0)
        for course in scene.courses
        for point in _closely(course)
    ]
    return boxes


def _names(scene: Scene) -> Iterator[Name]:
    colours, palette = map_colours(scene.palette), scene.palette
    for mark in scene.marks:
        yield _mark_name(mark, scene)
    status = scene.atlas.status_layers
    for layer in scene.layers:
        if layer.label_at is not None:
            tint = status_colour(colours, status, layer.id) if layer.id in status else palette.ink
            text = "\n".join(wrap(layer.name, STATUS_WIDTH))
            yield Name(
                STATUS, text, layer.label_at, STATUS_SIZE, rgba(_deep(tint, scene)), freedom=False
            )
        if layer.style == "names":
            for entry in scene.atlas.names[layer.id]:
                sea = entry.kind in WATERS
                yield Name(
                    NEIGHBOUR,
                    entry.name if sea else entry.name.upper(),
                    entry.position,
                    COUNTRY_SIZE,
                    rgba(colours.sea_name if sea else palette.muted),
                )


def _deep(tint: str, scene: Scene) -> str:
    """Return the colour of a status label: text wants more contrast than a tint has."""
    del tint
    return scene.palette.ink


def _mark_name(mark: Mark, scene: Scene) -> Name:
    palette = scene.palette
    selected = scene.selected in mark.ids
    rank = TOWN if mark.in_story else CONTEXT
    if not mark.is_point:
        rank = AREA
    colour = map_colours(palette).sea_name if mark.kind in WATERS else palette.ink
    name = mark.name.upper() if mark.kind == "country" else mark.name
    return Name(
        SELECTED if selected else rank,
        name,
        (mark.longitude, mark.latitude),
        STORY_SIZE if mark.in_story else CONTEXT_SIZE,
        rgba(palette.accent if selected else colour),
        _reach(mark, selected),
        id=mark.id,
        tip=mark.tip,
    )


def _reach(mark: Mark, selected: bool) -> float | None:
    if not mark.is_point:
        return None
    return SELECTED_RADIUS if selected else _radius(mark)


def _radius(mark: Mark) -> float:
    return POINT_RADIUS if mark.in_story else CONTEXT_RADIUS


def _around(point: tuple[float, float], radius: float) -> Box:
    x, y = point
    return Box(x - radius, y - radius, x + radius, y + radius)


def _circle_box(circle: Circle, centre: tuple[float, float]) -> Box:
    if not circle.text:
        return _around(centre, min(circle.radius, POINT_RADIUS))
    return _around(centre, circle.radius)


def _closely(course: Course) -> list[tuple[float, float]]:
    return [*course.path, *course.arrow]


def _row(name: Name, placed: Placed) -> dict[str, Any]:
    row: dict[str, Any] = {
        "p": _rounded(name.position),
        "t": _plain(name.text),
        "s": name.size,
        "c": name.colour,
        "a": placed.anchor,
        "b": placed.baseline,
        "o": [round(part, 1) for part in placed.offset],
        "tip": name.tip or name.text.replace("\n", " "),
    }
    return row if name.id is None else row | {"id": name.id}


def _plain(text: str) -> str:
    """Return text without the two characters that a constant of letters cannot hold."""
    return text.replace("'", "’").replace("\\", "/")


def _text_layer(scene: Scene, key: str, rows: list[dict[str, Any]], **more: Any) -> pdk.Layer:
    letters = "".join(sorted({letter for row in rows for letter in row["t"]} - {"\n"}))
    return pdk.Layer(
        "TextLayer",
        rows,
        id=key,
        get_position="p",
        get_text="t",
        character_set=f"'{letters}'",
        font_family=FONT,
        font_weight=600,
        line_height=LINE_HEIGHT,
        font_settings={"sdf": True, "fontSize": 48, "buffer": 8, "radius": 12, "smoothing": 0.18},
        outline_width=3,
        outline_color=rgba(map_colours(scene.palette).highlight, 230),
        **more,
    )


def _rounded(point: tuple[float, float]) -> list[float]:
    return [round(point[0], 4), round(point[1], 4)]
