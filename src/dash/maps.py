"""Maps: tables go in, a pydeck Deck comes out. No tile, key or address is needed."""

from typing import Any

import pandas as pd
import pydeck as pdk

from dash.palette import Palette, rgb
from dash.schema.story import View

WORLD_WIDTH_DEGREES = 360.0
WIDTH_PIXELS = 700
TILE_PIXELS = 512


def with_point(places: pd.DataFrame) -> pd.DataFrame:
    """Return the places that can stand on a map."""
    return places[places["longitude"].notna()]


def without_point(places: pd.DataFrame) -> pd.DataFrame:
    """Return the places that no point would tell the truth about."""
    return places[places["longitude"].isna()]


def places_within(places: pd.DataFrame, view: View) -> pd.DataFrame:
    """Return the places with a point inside a view's bounds."""
    west, south, east, north = view.bounds
    inside = places["longitude"].between(west, east) & places["latitude"].between(south, north)
    return places[inside]


def places_deck(places: pd.DataFrame, view: View, palette: Palette) -> pdk.Deck:
    """Draw places as labelled points on a plain ground, seen in a view."""
    points = _records(places)
    layers = [
        pdk.Layer(
            "ScatterplotLayer",
            points,
            id="places",
            get_position="[longitude, latitude]",
            get_fill_color=[*rgb(palette.accent), 255],
            get_radius=1,
            radius_units="'pixels'",
            radius_min_pixels=5,
            pickable=True,
        ),
        pdk.Layer(
            "TextLayer",
            points,
            id="place-names",
            get_position="[longitude, latitude]",
            get_text="name",
            get_color=[*rgb(palette.ink), 255],
            get_size=14,
            get_pixel_offset=[9, 0],
            get_text_anchor="'start'",
            character_set=_characters(points),
        ),
    ]
    # map_provider=None with map_style left out is the one setting without a request elsewhere.
    return pdk.Deck(
        layers=layers,
        map_provider=None,
        initial_view_state=_view_state(view),
        tooltip={"text": "{name}"},
    )


def places_alt(places: pd.DataFrame, view: View) -> str:
    """Describe a map of places."""
    if places.empty:
        return f"Map, {view.name}: no place of the dossier lies in this view."
    names = ", ".join(places["name"])
    return f"Map, {view.name}: places as labelled points: {names}."


def _records(places: pd.DataFrame) -> list[dict[str, Any]]:
    """Return plain strings and numbers only: pydeck writes NaN as invalid JSON."""
    columns = ["id", "name", "longitude", "latitude"]
    return [
        dict(zip(columns, row, strict=True))
        for row in places[columns].itertuples(index=False, name=None)
    ]


def _characters(points: list[dict[str, Any]]) -> str:
    """Return the letters of all labels as deck.gl's TextLayer takes them: a quoted constant."""
    letters = sorted({letter for point in points for letter in point["name"]} - {"'", "\\"})
    return "'" + "".join(letters) + "'"


def _view_state(view: View) -> pdk.ViewState:
    """Fit a view's width: at zoom 0 Web Mercator draws the world 512 pixels wide."""
    west, south, east, north = view.bounds
    zoom = 0.0
    while TILE_PIXELS * 2 ** (zoom + 0.25) * (east - west) / WORLD_WIDTH_DEGREES < WIDTH_PIXELS:
        zoom += 0.25
    return pdk.ViewState(longitude=(west + east) / 2, latitude=(south + north) / 2, zoom=zoom)
