"""One row of a dot plot: a figure's mark on a track from 0, as a small picture."""

from base64 import b64encode

from dash.figures.words import ends
from dash.palette import Palette
from dash.schema.rows import Figure

WIDTH, HEIGHT = 96, 16
# What the marks and arrows at both ends need.
MARGIN, END = 7.0, 14.0


def track(figure: Figure, most: float, palette: Palette, *, lit: bool = False) -> str:
    """Return a figure's row as a data: address.

    A number is a disc, an approximate one a diamond, a floor an open disc with an arrow, a range a
    bar from end to end.

    Args:
        figure: The figure.
        most: What the track's end stands for, in the figure's unit.
        palette: The colours.
        lit: Whether the row stands out.
    """
    colour, middle = palette.accent if lit else palette.context, HEIGHT / 2
    low, high = (_at(value, most) for value in ends(figure))
    drawn = f'<path d="M{MARGIN} {middle}H{WIDTH}" stroke="{palette.muted}" stroke-width=".6"/>'
    drawn += (
        f'<g stroke="{colour}" stroke-width="2">{_mark(figure, low, high, colour, palette)}</g>'
    )
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">{drawn}</svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(picture.encode()).decode()


def _mark(figure: Figure, low: float, high: float, colour: str, palette: Palette) -> str:
    middle = HEIGHT / 2
    if figure["bound"] == "range":
        return f'<path d="M{low:.1f} {middle}H{high:.1f}" stroke-width="8"/>'
    if figure["bound"] == "about":
        path = f"M{low - 5:.1f} {middle}l5 -5l5 5l-5 5z"
        return f'<path d="{path}" fill="{palette.paper}"/>'
    if figure["bound"] in ("more_than", "at_least"):
        arrow = f'<path d="M{low:.1f} {middle}h13m-4 -4l4 4l-4 4" fill="none"/>'
        return f'{arrow}<circle cx="{low:.1f}" cy="{middle}" r="4" fill="{palette.paper}"/>'
    return f'<circle cx="{low:.1f}" cy="{middle}" r="4.5" fill="{colour}"/>'


def _at(value: float, most: float) -> float:
    return MARGIN + value / most * (WIDTH - MARGIN - END)
