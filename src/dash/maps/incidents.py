"""The map of recorded deaths: circles to scale on a dossier's own ground."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import pydeck as pdk

from dash.incidents.answer import PlaceSum
from dash.incidents.words import tip
from dash.maps.atlas import Atlas
from dash.maps.colours import map_colours, rgba
from dash.maps.deck import CompactDeck, map_deck
from dash.maps.labels import Box
from dash.maps.names import SELECTED, STORY_SIZE, TOWN, Name, Written, placed_names
from dash.maps.overlay import rounded
from dash.maps.scene import Scene

# Pixels of a preset view: of the worst place of all times, and what can still be seen and touched.
LARGEST, SMALLEST = 34.0, 2.4
FILL_ALPHA = 78
# The worst places are named, as far as there is room.
MOST_NAMES = 8
# Circles from this radius on are kept clear of names.
CLEAR = 9.0


@dataclass(frozen=True)
class Circles:
    """What is drawn on the ground.

    Attributes:
        places: What is drawn; what is known to a province alone is none of them.
        most: Deaths at the worst place of all times.
        parties: What each column of deaths is called.
        chosen: Key of the chosen place.
    """

    places: Sequence[PlaceSum]
    most: int
    parties: Mapping[str, str]
    chosen: str | None = None


def ground_of(atlas: Atlas) -> set[str]:
    """Return the ids of the ground's layers that are on at first: no figures, and no places."""
    return {layer.id for layer in atlas.story.layers if layer.shown}


def radius(deaths: int, most: int, size: float) -> float:
    """Return a circle's radius in pixels: its area is in proportion to the deaths.

    Args:
        deaths: At the place.
        most: At the worst place of all times, however little of the time is shown.
        size: What the radii of marks are multiplied by.
    """
    return max(SMALLEST, LARGEST * size * sqrt(deaths / most)) if most else SMALLEST


def incidents_deck(scene: Scene, drawn: Circles, revision: int = 0) -> CompactDeck:
    """Draw circles for places on the ground of a scene, the largest below.

    Args:
        scene: The ground and the view, without places and figures.
        drawn: The circles.
        revision: A number that changes with each click.
    """
    seen = _seen(scene, drawn)
    layers = [_circles(scene, seen, drawn, revision)]
    layers += [_ring(scene, place, drawn.most) for place in seen if place.key == drawn.chosen]
    return map_deck(scene, revision, _written_beside(scene, drawn), layers)


def _written_beside(scene: Scene, drawn: Circles) -> Written:
    """Return the names of the worst places and of the chosen one, as far as there is room."""
    most, seen = drawn.most, _seen(scene, drawn)
    names = [
        Name(
            SELECTED if place.key == drawn.chosen else TOWN,
            place.name,
            (place.longitude, place.latitude),
            STORY_SIZE - 1,
            scene.palette.ink,
            radius=radius(place.sums.counted, most, scene.canvas.size),
        )
        for number, place in enumerate(seen)
        if number < MOST_NAMES or place.key == drawn.chosen
    ]
    return placed_names(scene, names, _kept_clear(scene, seen, most))


def _seen(scene: Scene, drawn: Circles) -> list[PlaceSum]:
    return [place for place in drawn.places if scene.reaches((place.longitude, place.latitude))]


def _kept_clear(scene: Scene, places: Sequence[PlaceSum], most: int) -> list[Box]:
    """Return a box within each larger circle."""
    boxes = []
    for place in places:
        half = radius(place.sums.counted, most, scene.canvas.size)
        if half < CLEAR:
            break
        x, y = scene.camera.pixels(place.longitude, place.latitude)
        boxes.append(Box(x - 0.7 * half, y - 0.7 * half, x + 0.7 * half, y + 0.7 * half))
    return boxes


def _circles(scene: Scene, places: Sequence[PlaceSum], drawn: Circles, revision: int) -> pdk.Layer:
    colour = map_colours(scene.palette).sea_name
    rows = [
        {
            "incident": place.key,
            "tip": tip(place, drawn.parties),
            "p": rounded((place.longitude, place.latitude)),
            "r": _common(radius(place.sums.counted, drawn.most, scene.canvas.size), scene),
        }
        for place in places
    ]
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id=f"incidents-{revision}",
        get_position="p",
        get_radius="r",
        radius_units="'common'",
        radius_min_pixels=SMALLEST,
        get_fill_color=rgba(colour, FILL_ALPHA),
        get_line_color=rgba(colour),
        stroked=True,
        line_width_min_pixels=1,
        line_width_max_pixels=1.5,
        pickable=True,
    )


def _ring(scene: Scene, place: PlaceSum, most: int) -> pdk.Layer:
    """Return the ring around the chosen place."""
    wide = radius(place.sums.counted, most, scene.canvas.size) + 4
    row: dict[str, Any] = {"p": rounded((place.longitude, place.latitude))}
    return pdk.Layer(
        "ScatterplotLayer",
        [row | {"r": _common(wide, scene)}],
        id="incident-chosen",
        get_position="p",
        get_radius="r",
        radius_units="'common'",
        radius_min_pixels=SMALLEST + 4,
        filled=False,
        stroked=True,
        get_line_color=rgba(scene.palette.accent),
        line_width_min_pixels=3,
    )


def _common(pixels: float, scene: Scene) -> float:
    return round(pixels / scene.camera.scale, 4)
