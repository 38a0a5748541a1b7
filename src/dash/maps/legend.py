"""The legend's swatches: each line shows what it switches in the colours it is drawn in."""

from base64 import b64encode
from collections.abc import Collection

from dash.maps.atlas import CONTEXT_PLACES, LINES, STORY_PLACES, Atlas, Switch
from dash.maps.colours import MapColours, line_look, map_colours, status_colour
from dash.palette import Palette
from dash.schema.story import FigureLayer, MapLayer

# Pixels that a line is thicker here than on the map, to be seen in so small a picture.
THICKER = 0.4
WIDTH, HEIGHT = 26, 14
MOST_IN_FOOT = 4
FRAME = f'x="0.5" y="0.5" width="{WIDTH - 1}" height="{HEIGHT - 1}"'
LINE = f"M1 {HEIGHT / 2}H{WIDTH - 1}"
ARROW = f"M{WIDTH - 7} {HEIGHT / 2 - 4}L{WIDTH - 1} {HEIGHT / 2}L{WIDTH - 7} {HEIGHT / 2 + 4}"


def swatch(switch: Switch, atlas: Atlas, palette: Palette) -> str:
    """Return a small picture of what a line of the legend switches, as a data: address."""
    drawing = _drawing(switch, atlas, palette)
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">{drawing}</svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(picture.encode()).decode()


def foot_of(atlas: Atlas, on: Collection[str]) -> list[Switch]:
    """Return the lines of the legend that a map needs below it: figures and lines that are on.

    Areas of disputed status are told above the map.
    """
    ground = {layer.id: layer.style for layer in atlas.story.layers}
    drawn = [switch for switch in atlas.switches if switch.id in on]
    figures = [switch for switch in drawn if switch.id in atlas.figures]
    lines = [switch for switch in drawn if ground.get(switch.id) in LINES]
    return [*figures, *lines][:MOST_IN_FOOT]


def status_swatch(layer: str, atlas: Atlas, palette: Palette) -> str:
    """Return the picture of an area of disputed status, by its layer's id."""
    (switch,) = (switch for switch in atlas.switches if layer in switch.layers)
    return swatch(switch, atlas, palette)


def _drawing(switch: Switch, atlas: Atlas, palette: Palette) -> str:
    colours = map_colours(palette)
    if switch.id in (STORY_PLACES, CONTEXT_PLACES):
        story = switch.id == STORY_PLACES
        fill, radius = (palette.ink, 5) if story else (palette.paper, 3.5)
        return _disc(WIDTH / 2, radius, fill, palette.ink)
    for figures in atlas.story.figure_layers:
        if figures.id == switch.id:
            return _figures(figures, colours, palette)
    (layer,) = (layer for layer in atlas.story.layers if layer.id == switch.id)
    return _ground(layer, atlas, colours, palette)


def _figures(layer: FigureLayer, colours: MapColours, palette: Palette) -> str:
    if layer.style == "passage":
        return _line(palette.ink, 2, dashed=layer.dashed) + _stroke(ARROW, palette.ink, 2)
    if layer.style == "rings":
        rings = [
            _disc(WIDTH / 2, radius, colours.highlight, palette.context) for radius in (6, 3.5)
        ]
        return "".join(rings)
    small = _disc(5, 3.5, colours.sea_name, colours.sea_name, opacity=0.35)
    return small + _disc(17, 6, colours.sea_name, colours.sea_name, opacity=0.35)


def _ground(layer: MapLayer, atlas: Atlas, colours: MapColours, palette: Palette) -> str:
    if layer.style in ("land", "backdrop"):
        land = f'<rect {FRAME} fill="{colours.land}" stroke="{colours.border}"/>'
        if not layer.highlight:
            return land
        return land + (
            f'<rect x="1" y="1" width="{WIDTH / 2 - 1}" height="{HEIGHT - 2}" '
            f'fill="{colours.highlight}"/>'
        )
    if layer.style == "status":
        tint = status_colour(colours, atlas.status_layers, layer.id)
        ground = f'<rect {FRAME} fill="{colours.highlight}"/>'
        return ground + (
            f'<rect {FRAME} fill="{tint}" fill-opacity="0.33" stroke="{tint}" '
            'stroke-dasharray="4 2.5"/>'
        )
    colour, width, dashed = line_look(layer.style, colours, palette)
    return _line(colour, width + THICKER, dashed=dashed)


def _line(colour: str, width: float, *, dashed: bool) -> str:
    return _stroke(LINE, colour, width, 'stroke-dasharray="5 3"' if dashed else "")


def _stroke(path: str, colour: str, width: float, more: str = "") -> str:
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" {more}/>'


def _disc(x: float, radius: float, fill: str, stroke: str, opacity: float = 1.0) -> str:
    return (
        f'<circle cx="{x}" cy="{HEIGHT / 2}" r="{radius}" fill="{fill}" '
        f'fill-opacity="{opacity}" stroke="{stroke}" stroke-width="1.4"/>'
    )
