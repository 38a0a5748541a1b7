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


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, 'contrast ratio')."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [value / 255 for value in rgb(colour)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
