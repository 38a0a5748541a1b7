"""A small bar for a number among others: how much rests on a source."""

from dash.drawings.svg import Drawing, element, fluid, percent
from dash.palette import Palette

HEIGHT = 8
# A number above nothing is seen beside the largest, too.
LEAST_SHARE = 0.03


def share(number: int, most: int, palette: Palette) -> Drawing:
    """Draw a number as a bar on a track that stands for the largest of all.

    The text beside it says the number, so it has no alt text of its own.

    Args:
        number: What is drawn, from 0 up to `most`.
        most: The largest of all; 0 where there is nothing.
        palette: The colours of the theme.
    """
    parts = [element("rect", width="100%", height=HEIGHT, rx=2, fill=palette.panel)]
    if number:
        width = percent(max(number / most, LEAST_SHARE))
        parts.append(element("rect", width=width, height=HEIGHT, rx=2, fill=palette.context))
    return fluid(HEIGHT, parts, "")
