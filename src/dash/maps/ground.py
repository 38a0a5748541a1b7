"""The ground: sea, land, boundaries, areas of disputed status; or a graticule where there is none.

No layer here sets its fill as a property of its own: Streamlit pales everything that has one
while something is selected, and the ground must not flicker at a click.
"""

from typing import Any

import pydeck as pdk

from dash.maps.colours import (
    STATUS_ALPHA,
    MapColours,
    line_look,
    map_colours,
    rgba,
    status_colour,
)
from dash.maps.scene import Scene
from dash.schema.story import MapLayer

DASHES: dict[str, Any] = {
    # Without high precision a dash begins anew at every vertex, and a winding line looks solid.
    "extensions": [{"@@type": "PathStyleExtension", "dash": True, "highPrecisionDash": True}],
    "get_dash_array": [5, 3.5],
    "dash_justified": True,
}
MOST_MERIDIANS = 10
# Distances of meridians that people expect, in degrees.
STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30)


def sea_layer(scene: Scene) -> pdk.Layer:
    """Return the water under everything."""
    corners = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]]
    # In steps, or the sides of so large a polygon would be bent.
    sea = {"type": "Polygon", "coordinates": [corners]}
    return _geojson("sea", sea, fill=rgba(map_colours(scene.palette).sea))


def ground_layers(scene: Scene, revision: int) -> list[pdk.Layer]:
    """Return the layers of the ground that are on; names are written elsewhere."""
    colours = map_colours(scene.palette)
    status = scene.atlas.status_layers
    return [
        _styled(layer, scene, colours, status, revision)
        for layer in scene.layers
        if layer.style != "names"
    ]


def _styled(
    layer: MapLayer, scene: Scene, colours: MapColours, status: list[str], revision: int
) -> pdk.Layer:
    data = scene.ground[layer.id]
    key = f"ground-{layer.id}"
    if layer.style == "land":
        fill: Any = rgba(colours.land)
        if layer.highlight:
            chosen = " || ".join(f"properties.id === '{key}'" for key in layer.highlight)
            fill = f"@@=({chosen}) ? {rgba(colours.highlight)} : {rgba(colours.land)}"
        # An overview has no outlines: so it is as coarse as the far land around it.
        outline = 0.0 if scene.view.overview else 0.8
        return _geojson(key, data, fill=fill, get_line_color=rgba(colours.border), width=outline)
    if layer.style == "backdrop":
        return _geojson(key, data, fill=rgba(colours.land))
    if layer.style == "status":
        tint = status_colour(colours, status, layer.id)
        return _geojson(
            f"{key}-{revision}",
            data,
            fill=rgba(tint, STATUS_ALPHA),
            get_line_color=rgba(tint),
            width=1.6,
            stroked=False,
            pickable=layer.place is not None,
            **DASHES,
        )
    colour, width, dashed = line_look(layer.style, colours, scene.palette)
    dashes = DASHES if dashed else {}
    return _geojson(key, data, get_line_color=rgba(colour), width=width, **dashes)


def _geojson(key: str, data: Any, fill: Any = None, width: float = 0.0, **more: Any) -> pdk.Layer:
    parts = {"_sub_layer_props": {"polygons-fill": {"getFillColor": fill}}} if fill else {}
    usual = {"filled": bool(fill), "stroked": width > 0}
    lines = {"get_line_width": width, "line_width_units": "'pixels'"} if width else {}
    return pdk.Layer("GeoJsonLayer", data, id=key, **(usual | lines | parts | more))


def graticule_layers(scene: Scene) -> list[pdk.Layer]:
    """Return meridians and parallels for a dossier whose geography is absent or switched off."""
    west, south, east, north = scene.view.bounds
    step = next((s for s in STEPS if (east - west) / s <= MOST_MERIDIANS), STEPS[-1])
    margin = max(east - west, north - south)
    left, right = max(-180.0, west - margin), min(180.0, east + margin)
    bottom, top = max(-85.0, south - margin), min(85.0, north + margin)
    meridians = [
        [[x, bottom], [x, top]] for x in (round(n * step, 3) for n in _between(left, right, step))
    ]
    parallels = [
        [[left, y], [right, y]] for y in (round(n * step, 3) for n in _between(bottom, top, step))
    ]
    lines = {"type": "MultiLineString", "coordinates": meridians + parallels}
    colour = rgba(map_colours(scene.palette).border)
    return [_geojson("graticule", lines, get_line_color=colour, width=0.8)]


def _between(low: float, high: float, step: float) -> range:
    return range(int(-(-low // step)), int(high // step) + 1)
