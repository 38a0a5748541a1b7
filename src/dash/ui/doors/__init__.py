"""Small pictures of our own, one for each kind of page, in the colours of the reader's theme."""

from dataclasses import asdict
from functools import cache
from importlib.resources import files
from string import Template

from dash.palette import Palette


@cache
def picture(name: str, palette: Palette) -> str:
    """Return the picture of a page (map, timeline) as SVG.

    Raises:
        FileNotFoundError: There is no picture of this name.
    """
    drawing = files(__name__).joinpath(f"{name}.svg").read_text(encoding="utf-8")
    return Template(drawing).substitute(asdict(palette))
