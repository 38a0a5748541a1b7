"""Bubbles beside statements: one with words for what was said, an empty one for what was not."""

from functools import cache

from dash.drawings.svg import Drawing, element, scaled
from dash.palette import Palette

WIDTH, HEIGHT = 44, 38
# The lines in a bubble, from its left to so many pixels before its right.
LINES = ((12, 8), (18, 14))
OUTLINE = "M6 2H38Q42 2 42 6V24Q42 28 38 28H18L10 36V28H6Q2 28 2 24V6Q2 2 6 2Z"


@cache
def said(palette: Palette) -> Drawing:
    """Draw a bubble with words in it; the statement beside it says all that it means."""
    outline = element("path", d=OUTLINE, fill=palette.panel, stroke=palette.context, stroke_width=2)
    look = {"stroke": palette.context, "stroke_width": 2}
    lines = [element("line", x1=9, x2=WIDTH - end, y1=y, y2=y, **look) for y, end in LINES]
    return scaled(WIDTH, HEIGHT, [outline, *lines], "Speech bubble")


@cache
def unsaid(palette: Palette) -> Drawing:
    """Draw an empty bubble."""
    look = {"stroke": palette.muted, "stroke_width": 2, "stroke_dasharray": "4 3", "fill": "none"}
    return scaled(WIDTH, HEIGHT, [element("path", d=OUTLINE, **look)], "Empty speech bubble")
