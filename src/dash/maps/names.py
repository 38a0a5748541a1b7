"""Which names a scene writes, and in which look: the ones that find room, by rank."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, dist, pi, sin
from typing import TypeAlias

from dash.maps.colours import map_colours
from dash.maps.labels import Box, Label, Placed, place_labels
from dash.maps.markers import WATERS, Marker
from dash.maps.mercator import Camera, Point
from dash.maps.scene import Scene
from dash.maps.symbols import NUMBER_SIZE, Circle, number_width

STORY_SIZE, CONTEXT_SIZE, COUNTRY_SIZE = 14.0, 12.0, 12.0
STORY_RADIUS, CONTEXT_RADIUS, SELECTED_RADIUS = 5.0, 3.5, 10.0
GAP = 4.0
# Lines are kept clear of names by squares at this distance, in pixels.
STEP, HALF_LINE = 5.0, 2.5
# How many lines a name without a point may move from its place.
NUDGE, DRIFT = 0.8, 3.0
# Rank by what is lost when a name finds no room.
SELECTED, ANCHOR, TOWN, AREA, NEIGHBOUR, CONTEXT = range(6)


@dataclass(frozen=True)
class Name:
    """A name with its look, before it has its place.

    Attributes:
        rank: The lower, the earlier it is placed.
        radius: Of the point that it stands beside, in pixels; None for an area's name.
        marker: The place that it names; None where no record of the dossier stands behind it.
        water: Whether it may drift, as names of seas do.
    """

    rank: int
    text: str
    position: Point
    size: float
    colour: str
    radius: float | None = None
    marker: Marker | None = None
    water: bool = False


Written: TypeAlias = Sequence[tuple[Name, Placed]]


def placed_names(scene: Scene, more: Iterable[Name] = (), covered: Iterable[Box] = ()) -> Written:
    """Return the names that find room in the view, each with its place.

    Args:
        scene: What is shown.
        more: Names beside the scene's own.
        covered: What no name may cover beside the scene's own marks.
    """
    names = sorted([*_names(scene), *more], key=lambda name: name.rank)
    labels = [_label(name, scene) for name in names]
    found = place_labels(labels, [*obstacles(scene), *covered], frame_of(scene), lines(scene))
    return [(name, placed) for name, placed in zip(names, found, strict=True) if placed is not None]


def frame_of(scene: Scene) -> Box:
    """Return what every browser shows of a view: its edge may cut no name."""
    width, height = scene.canvas.width, scene.canvas.height
    return Box(-width / 2, -height / 2, width / 2, height / 2)


def drawn_markers(scene: Scene, written: Written) -> list[Marker]:
    """Return the points to draw: the story's all, those for context only with their names."""
    named = {name.marker.id for name, _ in written if name.marker is not None}
    return [
        marker
        for marker in scene.markers
        if marker.is_point and (marker.in_story or marker.id in named)
    ]


def radius_of(marker: Marker) -> float:
    """Return the radius of a place's point, in pixels."""
    return STORY_RADIUS if marker.in_story else CONTEXT_RADIUS


def obstacles(scene: Scene) -> list[Box]:
    """Return what no name may cover: the story's points, circles and rings, and ships' ways."""
    camera = scene.camera
    boxes = [
        _around(camera.pixels(marker.longitude, marker.latitude), radius_of(marker))
        for marker in scene.markers
        if marker.is_point and marker.in_story
    ]
    boxes += [box for circle in scene.circles for box in circle_boxes(circle, camera)]
    boxes += [
        _around(camera.pixels(*point), 3.0)
        for course in scene.courses
        for point in (*course.path, *course.arrow)
    ]
    return boxes


def lines(scene: Scene) -> list[Box]:
    """Return the lines and edges on the ground, which a name crosses only to be there at all."""
    boxes = []
    for layer in scene.layers:
        for line in scene.atlas.lines.get(layer.id, ()):
            path = [scene.camera.pixels(*point) for point in line]
            boxes += [box for box in _along(path) if box.meets(frame_of(scene))]
    return boxes


def circle_boxes(circle: Circle, camera: Camera) -> Iterator[Box]:
    """Yield what a ring takes of a view with its line and its number; a disc may lie below."""
    x, y = camera.pixels(*circle.position)
    if not circle.ring:
        return
    corners = max(8, ceil(2 * pi * circle.radius / STEP))
    angles = [2 * pi * corner / corners for corner in range(corners)]
    for angle in angles:
        at = (x + circle.radius * cos(angle), y + circle.radius * sin(angle))
        yield _around(at, HALF_LINE)
    if circle.lit:
        half, height = number_width(circle.text) / 2, NUMBER_SIZE / 2
        yield Box(x - half, y - height, x + half, y + height)


def _along(path: Sequence[Point]) -> Iterator[Box]:
    """Yield squares along a line, near enough to each other that no letter fits between."""
    for start, end in pairwise(path):
        steps = max(1, ceil(dist(start, end) / STEP))
        for step in range(steps):
            part = step / steps
            at = (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
            yield _around(at, HALF_LINE)


def _label(name: Name, scene: Scene) -> Label:
    x, y = scene.camera.pixels(*name.position)
    optional = name.marker is not None and name.rank == CONTEXT
    return Label(
        text=name.text,
        x=x,
        y=y,
        size=name.size,
        gap=None if name.radius is None else name.radius + GAP,
        needed=name.rank <= TOWN,
        freedom=DRIFT if name.water else NUDGE,
        own=_around((x, y), name.radius) if optional and name.radius is not None else None,
    )


def _names(scene: Scene) -> Iterator[Name]:
    colours, palette = map_colours(scene.palette), scene.palette
    for marker in scene.markers:
        if marker.is_point or marker.kind == "country" or not scene.view.overview:
            yield _marker_name(marker, scene)
    for layer in () if scene.view.overview else scene.layers:
        for entry in scene.atlas.names.get(layer.id, ()):
            water = entry.kind in WATERS
            text = entry.name if water else entry.name.upper()
            colour = colours.sea_name if water else palette.muted
            yield Name(NEIGHBOUR, text, entry.position, COUNTRY_SIZE, colour, water=water)


def _marker_name(marker: Marker, scene: Scene) -> Name:
    palette = scene.palette
    chosen = scene.selected in marker.ids
    reach = max((scene.reach.get(key, 0.0) for key in marker.ids), default=0.0)
    colour = map_colours(palette).sea_name if marker.kind in WATERS else palette.ink
    radius = (SELECTED_RADIUS if chosen else radius_of(marker)) if marker.is_point else None
    return Name(
        rank=SELECTED if chosen else ANCHOR if reach else _usual_rank(marker),
        text=marker.name.upper() if marker.kind == "country" else marker.name,
        position=(marker.longitude, marker.latitude),
        size=STORY_SIZE if marker.in_story else CONTEXT_SIZE,
        colour=palette.accent if chosen else colour,
        # What has rings around it is named outside them.
        radius=max(radius or 0.0, reach) or None,
        marker=marker,
        water=marker.kind in WATERS,
    )


def _usual_rank(marker: Marker) -> int:
    if not marker.is_point:
        return AREA
    return TOWN if marker.in_story else CONTEXT


def _around(point: Point, radius: float) -> Box:
    x, y = point
    return Box(x - radius, y - radius, x + radius, y + radius)
