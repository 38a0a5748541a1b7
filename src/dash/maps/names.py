"""Which names a scene writes, and in which look: the ones that find room, by rank."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TypeAlias

from dash.maps.colours import map_colours
from dash.maps.labels import Box, Label, Placed, place_labels
from dash.maps.markers import WATERS, Marker
from dash.maps.mercator import HEIGHT, NARROW, WIDTH, Camera, Point
from dash.maps.scene import Scene
from dash.maps.symbols import Circle, number_width

STORY_SIZE, CONTEXT_SIZE, COUNTRY_SIZE, STATUS_SIZE = 14.0, 12.0, 12.0, 12.0
STORY_RADIUS, CONTEXT_RADIUS, SELECTED_RADIUS = 5.0, 3.5, 10.0
STATUS_LETTERS = 26
GAP = 4.0
# What every browser shows of a view.
EVERYWHERE = Box(-NARROW / 2, -HEIGHT / 2, NARROW / 2, HEIGHT / 2)
# What the usual browser shows of it.
FRAME = Box(-WIDTH / 2, -HEIGHT / 2, WIDTH / 2, HEIGHT / 2)
# How many lines a name without a point may move from its place.
NUDGE, DRIFT = 0.8, 3.0
# Rank by what is lost when a name finds no room.
SELECTED, STATUS, TOWN, AREA, NEIGHBOUR, CONTEXT = range(6)


@dataclass(frozen=True)
class Name:
    """A name with its look, before it has its place.

    Attributes:
        rank: The lower, the earlier it is placed.
        radius: Of the point that it stands beside, in pixels; None for an area's name.
        marker: The place that it names; None where no record of the dossier stands behind it.
        fixed: Whether it may stand only where it is, and whole in the narrowest frame.
        water: Whether it may drift, as names of seas do.
    """

    rank: int
    text: str
    position: Point
    size: float
    colour: str
    radius: float | None = None
    marker: Marker | None = None
    fixed: bool = False
    water: bool = False


Written: TypeAlias = Sequence[tuple[Name, Placed]]


def placed_names(scene: Scene) -> Written:
    """Return the names that find room in the view, each with its place."""
    names = sorted(_names(scene), key=lambda name: name.rank)
    labels = [_label(name, scene) for name in names]
    found = place_labels(labels, obstacles(scene), FRAME)
    return [(name, placed) for name, placed in zip(names, found, strict=True) if placed is not None]


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
    """Return what no name may cover: the story's points, circles and the courses of ships."""
    camera = scene.camera
    boxes = [
        _around(camera.pixels(marker.longitude, marker.latitude), radius_of(marker))
        for marker in scene.markers
        if marker.is_point and marker.in_story
    ]
    boxes += [
        box for circle in scene.circles if circle.text for box in circle_boxes(circle, camera)
    ]
    boxes += [
        _around(camera.pixels(*point), 3.0)
        for course in scene.courses
        for point in (*course.path, *course.arrow)
    ]
    return boxes


def circle_boxes(circle: Circle, camera: Camera) -> Iterator[Box]:
    """Yield what a circle takes of a view, and what its number takes below it."""
    x, y = camera.pixels(*circle.position)
    yield _around((x, y), circle.radius)
    if circle.below:
        half = number_width(circle.text) / 2
        bottom = y + 2 * circle.below - circle.radius
        yield Box(x - half, y + circle.radius, x + half, bottom)


def _label(name: Name, scene: Scene) -> Label:
    x, y = scene.camera.pixels(*name.position)
    optional = name.marker is not None and name.rank == CONTEXT
    return Label(
        text=name.text,
        x=x,
        y=y,
        size=name.size,
        gap=None if name.radius is None else name.radius + GAP,
        freedom=0.0 if name.fixed else DRIFT if name.water else NUDGE,
        own=_around((x, y), name.radius) if optional and name.radius is not None else None,
        within=EVERYWHERE if name.fixed else None,
    )


def _names(scene: Scene) -> Iterator[Name]:
    colours, palette = map_colours(scene.palette), scene.palette
    for marker in scene.markers:
        if marker.is_point or marker.kind == "country" or not scene.view.overview:
            yield _marker_name(marker, scene)
    for layer in () if scene.view.overview else scene.layers:
        if layer.label_at is not None:
            text = "\n".join(wrap(layer.name, STATUS_LETTERS))
            yield Name(STATUS, text, layer.label_at, STATUS_SIZE, palette.ink, fixed=True)
        for entry in scene.atlas.names.get(layer.id, ()):
            water = entry.kind in WATERS
            text = entry.name if water else entry.name.upper()
            colour = colours.sea_name if water else palette.muted
            yield Name(NEIGHBOUR, text, entry.position, COUNTRY_SIZE, colour, water=water)


def _marker_name(marker: Marker, scene: Scene) -> Name:
    palette = scene.palette
    chosen = scene.selected in marker.ids
    usual = TOWN if marker.in_story else CONTEXT
    colour = map_colours(palette).sea_name if marker.kind in WATERS else palette.ink
    return Name(
        rank=SELECTED if chosen else usual if marker.is_point else AREA,
        text=marker.name.upper() if marker.kind == "country" else marker.name,
        position=(marker.longitude, marker.latitude),
        size=STORY_SIZE if marker.in_story else CONTEXT_SIZE,
        colour=palette.accent if chosen else colour,
        radius=(SELECTED_RADIUS if chosen else radius_of(marker)) if marker.is_point else None,
        marker=marker,
        water=marker.kind == "sea",
    )


def _around(point: Point, radius: float) -> Box:
    x, y = point
    return Box(x - radius, y - radius, x + radius, y + radius)
