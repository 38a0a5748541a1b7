"""A card as a PNG: drawn by resvg, in the package's own types, without a browser."""

import re
from functools import cache

from dash.drawings.svg import Drawing
from dash.sharing.cards.lettering import FACES, FONTS, is_covered

TAGS = re.compile("<[^>]*>")


def png(drawing: Drawing) -> bytes:
    """Return a card's drawing as a PNG of its own size.

    Looking through the machine's types takes longer than drawing: it is done only for letters
    that the package's own do not have.
    """
    # Imported here: whoever draws no card needs none of it.
    import resvg_py  # noqa: PLC0415

    letters = TAGS.sub("", drawing.svg)
    return resvg_py.svg_to_bytes(
        svg_string=drawing.svg, font_files=_files(), skip_system_fonts=is_covered(letters)
    )


@cache
def _files() -> list[str]:
    return [str(FONTS / face.file) for face in FACES]
