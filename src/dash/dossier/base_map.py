"""The map of a dossier that brings no land: that of the whole world, and a view of its places."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

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
# Degrees: closer than this the coarse land is a bare sheet; and what lies around the outermost
# places, as a share of the distance between them.
SMALLEST, MARGIN = 3.0, 0.15
LAND = {"land", "backdrop"}
FARTHEST_EAST = 180.0


def with_base_map(story: Story, tables: Tables) -> Story:
    """Return the story with a ground and a view where it has none of its own.

    Args:
        story: What dossier.toml says, settled.
        tables: The tables that could be read.
    """
    views, layers = story.views or _view_of_all(tables), story.layers
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


def _view_of_all(tables: Tables) -> tuple[View, ...]:
    """Return a view that shows every place with a point; none where no place has one."""
    points = [
        (place.row["longitude"], place.row["latitude"])
        for place in rows_of(tables, "places")
        if place.row["longitude"] is not None and place.row["latitude"] is not None
    ]
    if not points:
        return ()
    west, east = _around([x for x, _ in points if x is not None], FARTHEST_EAST)
    south, north = _around([y for _, y in points if y is not None], FARTHEST_NORTH)
    bounds: Bounds = (west, south, east, north)
    return (View(id="all", name="All places", bounds=bounds),)


def _around(values: Sequence[float], farthest: float) -> tuple[float, float]:
    """Return an interval around some degrees with a margin, inside of what a map can show."""
    low, high = min(values), max(values)
    margin = max((high - low) * MARGIN, (SMALLEST - (high - low)) / 2)
    # A place at the very edge keeps an interval around it.
    start = max(-farthest, min(low - margin, farthest - SMALLEST))
    end = min(farthest, max(high + margin, SMALLEST - farthest))
    return round(start, 3), round(end, 3)
