"""Tests of dash.palette: contrast, and the same colours as the theme's."""

import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from dash.palette import DARK, LIGHT, Palette, palette_of, rgb

# Colours that Markdown calls by these names.
WORDS = ["green", "blue", "orange", "violet"]
CONFIG = Path(__file__).parents[1] / ".streamlit" / "config.toml"


def _contrast(one: str, other: str) -> float:
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


def test_black_on_white_has_the_highest_contrast() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("text", ["ink", "muted", "accent", "context", *WORDS])
@pytest.mark.parametrize("ground", ["paper", "panel"])
def test_text_and_marks_pass_wcag_aa(palette: Palette, text: str, ground: str) -> None:
    colours = asdict(palette)
    assert _contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize(("name", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_has_the_palettes_colours(name: str, palette: Palette) -> None:
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][name]
    assert theme["backgroundColor"] == palette.paper
    assert theme["secondaryBackgroundColor"] == palette.panel
    assert theme["textColor"] == palette.ink
    assert theme["primaryColor"] == palette.accent
    assert theme["grayTextColor"] == palette.muted
    for colour in WORDS:
        assert theme[f"{colour}TextColor"] == getattr(palette, colour)
    assert palette_of(name) is palette
