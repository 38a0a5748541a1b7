"""The colours of charts and maps, one set per theme; .streamlit/config.toml has the same.

Every mark has a contrast of at least 3 : 1 to the ground, every text of at
least 4.5 : 1 (WCAG 2.2, 1.4.11 and 1.4.3); a test computes them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours as #rrggbb: grounds, text, and the marks that are told apart by them."""

    paper: str
    panel: str
    ink: str
    muted: str
    accent: str
    context: str


LIGHT = Palette("#fbf8f1", "#f1ebdd", "#1f1d1a", "#5f584b", "#8c2f1b", "#2f5d73")
DARK = Palette("#191816", "#262420", "#f1ede4", "#b5ad9c", "#f0917a", "#8fc1d8")


def palette_of(theme: str | None) -> Palette:
    """Return the colours of a theme by Streamlit's name for it; light where unknown."""
    return DARK if theme == "dark" else LIGHT


def rgb(colour: str) -> tuple[int, int, int]:
    """Return the red, green and blue of #rrggbb, each from 0 to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
