"""SVG in parts: a drawing, its elements, and text that is shown as the letters it is.

A drawing that is as wide as its place gives widths in per cent and heights in pixels, so that
its lines and letters keep their size on every screen.
"""

import html
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dash.bidi import isolate

# A picture beside text cannot use the page's own fonts: it is a document of its own.
FONT = "'Source Sans 3', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"


@dataclass(frozen=True)
class Drawing:
    """A picture and what is seen in it.

    Attributes:
        svg: The picture, a document of its own.
        alt: What it shows, in words; blank where the text beside it says all of it.
    """

    svg: str
    alt: str

    @cached_property
    def address(self) -> str:
        """The picture as a data URL (RFC 2397)."""
        return f"data:image/svg+xml;base64,{b64encode(self.svg.encode()).decode()}"


def fluid(height: int, parts: Iterable[str], alt: str) -> Drawing:
    """Return a drawing as wide as its place and so many pixels high."""
    return Drawing(_document(f'width="100%" height="{height}"', parts), alt)


def scaled(
    width: int, height: int, parts: Iterable[str], alt: str, *, language: str = ""
) -> Drawing:
    """Return a drawing that grows and shrinks as a whole; its words may be of a language."""
    said = _written({"lang": language, "xml:lang": language}) if language else ""
    return Drawing(_document(f'viewBox="0 0 {width} {height}"{said}', parts), alt)


def element(tag: str, **attributes: object) -> str:
    """Return an element without content; an underscore in an attribute's name is a hyphen."""
    return f"<{tag}{_written(attributes)}/>"


def holding(tag: str, content: str, **attributes: object) -> str:
    """Return an element around others, or around letters that are escaped already."""
    return f"<{tag}{_written(attributes)}>{content}</{tag}>"


def writing(words: str, **attributes: object) -> str:
    """Return a line of text."""
    letters = html.escape(isolate(words), quote=False)
    return f"<text{_written(attributes)}>{letters}</text>"


def percent(share: float) -> str:
    """Return a share of the width as SVG writes it."""
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"


def _written(attributes: dict[str, object]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(_short(value))}"'
        for name, value in attributes.items()
    )


def _short(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def _document(size: str, parts: Iterable[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}">'
    return f"{head}{''.join(parts)}</svg>"
