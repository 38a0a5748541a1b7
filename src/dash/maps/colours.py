"""The map's own colours, one set per theme, and the looks of what is drawn in them.

On a screen by deck.gl, on paper, and in the legend: all draw alike.
"""

from dataclasses import dataclass

from dash.palette import DARK, Palette, rgb

Colour = list[int]
# How opaque areas are, of 255; the width of a line that stands out, in pixels.
STATUS_ALPHA = 84
CIRCLE_ALPHA = 88
RING_ALPHA, RING_LINE_ALPHA = 20, 190
LIT_WIDTH = 3.6


@dataclass(frozen=True)
class MapColours:
    """Colours as #rrggbb: grounds, lines, and text that must be read on all of the grounds."""

    sea: str
    land: str
    highlight: str
    border: str
    boundary: str
    sea_name: str
    # Under a circle's number.
    circle: str
    # In the order in which dossier.toml names areas of disputed status.
    status: tuple[str, ...]


LIGHT_MAP = MapColours(
    sea="#dde7ea",
    land="#ece6d8",
    highlight="#fdfaf1",
    border="#a2977c",
    boundary="#d3c9b1",
    sea_name="#35596b",
    circle="#bdd0d8",
    status=("#3f6f88", "#b3452e", "#6b5a8e"),
)
DARK_MAP = MapColours(
    sea="#10171b",
    land="#211f1c",
    highlight="#38342c",
    border="#7c735f",
    boundary="#554e42",
    sea_name="#93b7c8",
    circle="#2f4a57",
    status=("#6fa6c2", "#e07a61", "#a893d1"),
)


def map_colours(palette: Palette) -> MapColours:
    """Return the map's colours of the theme that a palette belongs to."""
    return DARK_MAP if palette == DARK else LIGHT_MAP


def rgba(colour: str, alpha: int = 255) -> Colour:
    """Return #rrggbb as deck.gl takes it."""
    return [*rgb(colour), alpha]


def status_colour(colours: MapColours, layers: list[str], layer: str) -> str:
    """Return the tint of an area of disputed status: each its own, in the order of the file."""
    return colours.status[layers.index(layer) % len(colours.status)]


def line_look(style: str, colours: MapColours, palette: Palette) -> tuple[str, float, bool]:
    """Return the colour of a line of the ground, its width in pixels, and whether it is dashed."""
    looks = {
        "front": (palette.accent, 2.2, True),
        "route": (palette.accent, 2.2, False),
        "region": (palette.muted, 1.6, False),
    }
    return looks.get(style, (colours.boundary, 0.8, False))
