"""The map of a dossier that brings no land: that of the whole world, and a view of its places."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np

from dash.dossier.geography import GroundLayer, read_content
from dash.dossier.records import Tables
from dash.dossier.rules.rows import rows_of
from dash.schema.story import FARTHEST_NORTH, Bounds, MapLayer, Story, View

WORLD = MapLayer(
    id="world",
    file="world.geojson",
    name="Land",
    style="land",
    note="Land and water, drawn coarsely after Natural Earth (public domain). No border is shown.",
)
# Degrees: closer than this the coarse land is a bare sheet; how far to look for a coast, without
# which a sheet tells nothing of where it lies; and what lies around the outermost places, as a
# share of the distance between them.
SMALLEST, FARTHEST_COAST, MARGIN = 3.0, 48.0, 0.15
# How close a second view may be, and of what share of the first it shows the places alone.
CLOSEST, CROWDED = 0.01, 0.1
LAND = {"land", "backdrop"}
FARTHEST_EAST = 180.0


def with_base_map(story: Story, tables: Tables) -> Story:
    """Return the story with a ground and a view where it has none of its own.

    Args:
        story: What dossier.toml says, settled.
        tables: The tables that could be read.
    """
    views, layers = story.views or _views_of_all(tables), story.layers
    if not any(layer.style in LAND or layer.id == WORLD.id for layer in layers):
        layers = (WORLD, *layers)
    return story.model_copy(update={"views": views, "layers": layers})


@cache
def world() -> GroundLayer:
    """Return the land of the world, which lies in this package."""
    content = resources.files("dash.dossier").joinpath(WORLD.file).read_bytes()
    layer, problems = read_content(content, WORLD)
    assert layer is not None, problems  # noqa: S101 - the file is ours
    return layer


def _views_of_all(tables: Tables) -> tuple[View, ...]:
    """Return a view that shows every place with a point; none where no place has one.

    Where the places of a town would lie on one another in it, a second one shows them alone.
    """
    points = [
        (place.row["longitude"], place.row["latitude"])
        for place in rows_of(tables, "places")
        if place.row["longitude"] is not None and place.row["latitude"] is not None
    ]
    if not points:
        return ()
    smallest = SMALLEST
    bounds = _bounds(points, smallest)
    while smallest < FARTHEST_COAST and not _has_coast(bounds):
        smallest *= 2
        bounds = _bounds(points, smallest)
    everywhere = View(id="all", name="All places", bounds=bounds)
    close = _bounds(points, CLOSEST)
    is_crowded = len(set(points)) > 1 and _width(close) < CROWDED * _width(bounds)
    return (everywhere, View(id="close", name="Close up", bounds=close))[: 1 + is_crowded]


def _width(bounds: Bounds) -> float:
    west, south, east, north = bounds
    return max(east - west, north - south)


def _bounds(points: Sequence[tuple[float, float]], smallest: float) -> Bounds:
    west, east = _around([x for x, _ in points], FARTHEST_EAST, smallest)
    south, north = _around([y for _, y in points], FARTHEST_NORTH, smallest)
    return west, south, east, north


def _has_coast(bounds: Bounds) -> bool:
    west, south, east, north = bounds
    x, y = _coast()
    return bool(((west < x) & (x < east) & (south < y) & (y < north)).any())


@cache
def _coast() -> tuple[np.ndarray, np.ndarray]:
    """Return the degrees east and north of every corner of the world's land."""
    shapes = [feature["geometry"]["coordinates"] for feature in world().features]
    rings = [ring for shape in shapes for polygon in shape for ring in polygon]
    corners = np.concatenate([np.asarray(ring) for ring in rings])
    return corners[:, 0], corners[:, 1]


def _around(values: Sequence[float], farthest: float, smallest: float) -> tuple[float, float]:
    """Return an interval around some degrees with a margin, inside of what a map can show."""
    low, high = min(values), max(values)
    margin = max((high - low) * MARGIN, (smallest - (high - low)) / 2)
    # A place at the very edge keeps an interval around it.
    start = max(-farthest, min(low - margin, farthest - smallest))
    end = min(farthest, max(high + margin, smallest - farthest))
    return round(start, 3), round(end, 3)
