"""The colours of charts and maps, one set per theme; .streamlit/config.toml has the same.

Every mark has a contrast of at least 3 : 1 to the ground, every text of at
least 4.5 : 1 (WCAG 2.2, 1.4.11 and 1.4.3); a test computes them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours as #rrggbb: grounds, text, and the marks that are told apart by them.

    The last four have the names by which Markdown calls them in Streamlit: `:green[text]`.
    """

    paper: str
    panel: str
    ink: str
    muted: str
    accent: str
    context: str
    green: str
    blue: str
    orange: str
    violet: str


LIGHT = Palette(
    paper="#fbf8f1",
    panel="#f1ebdd",
    ink="#1f1d1a",
    muted="#5f584b",
    accent="#8c2f1b",
    context="#2f5d73",
    green="#2d6a43",
    blue="#2f5d73",
    orange="#a8480f",
    violet="#6a4788",
)
DARK = Palette(
    paper="#191816",
    panel="#262420",
    ink="#f1ede4",
    muted="#b5ad9c",
    accent="#f0917a",
    context="#8fc1d8",
    green="#8ccb9b",
    blue="#8fc1d8",
    orange="#f2a35e",
    violet="#c5a8ea",
)


def palette_of(theme: str | None) -> Palette:
    """Return the colours of a theme by Streamlit's name for it; light where unknown."""
    return DARK if theme == "dark" else LIGHT


def rgb(colour: str) -> tuple[int, int, int]:
    """Return the red, green and blue of #rrggbb, each from 0 to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
