"""A card as a PNG: drawn by resvg, in the package's own types, without a browser."""

import re
from functools import cache

from dash.drawings.svg import Drawing
from dash.sharing.cards.lettering import FACES, FONTS, is_covered
from dash.sharing.cards.painter import NoProcessError, Painter, paint

TAGS = re.compile("<[^>]*>")


def png(drawing: Drawing, painter: Painter | None = None) -> bytes:
    """Return a card's drawing as a PNG of its own size.

    Looking through the machine's types takes longer than drawing: it is done only for letters
    that the package's own do not have.

    Args:
        drawing: The card.
        painter: Who paints it; this process does where there is none, or none can be started.

    Raises:
        NotPaintedError: It takes too long, or is no drawing.
    """
    system = not is_covered(TAGS.sub("", drawing.svg))
    if painter:
        try:
            return painter.paint(drawing.svg, _files(), system=system)
        except NoProcessError:
            pass  # pages wait for cards here, for some hundredths of a second
    return paint(drawing.svg, _files(), system=system)


@cache
def _files() -> list[str]:
    return [str(FONTS / face.file) for face in FACES]
