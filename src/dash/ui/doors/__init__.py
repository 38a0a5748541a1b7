"""Small pictures of our own, one for each kind of page, in the colours of the reader's theme."""

from dataclasses import asdict
from functools import cache
from importlib.resources import files
from string import Template

from dash.palette import Palette

PLAIN = "page.svg"


@cache
def picture(name: str, palette: Palette) -> str:
    """Return the picture of a page (map, timeline) as SVG: a plain sheet if it has none."""
    drawings = files(__name__)
    own = drawings.joinpath(f"{name}.svg")
    drawing = own if own.is_file() else drawings.joinpath(PLAIN)
    return Template(drawing.read_text(encoding="utf-8")).substitute(asdict(palette))
