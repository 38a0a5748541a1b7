"""The stylesheets of pages, read once, and the colours that they name."""

from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

import streamlit as st

from dash.palette import LIGHT, Palette

# Paper is white, whatever ground the screen's light theme has.
PAPER = replace(LIGHT, paper="#ffffff")


def lay(sheet: Path, palette: Palette | None = None) -> None:
    """Give a page the rules of a stylesheet; st.html given the path reads the file at each run.

    Args:
        sheet: The file.
        palette: Colours that all stylesheets of the page call by their names there, `--paper` or
            `--accent`; on paper those of the light theme.
    """
    st.html(_rules(sheet, palette))


@cache
def _rules(sheet: Path, palette: Palette | None) -> str:
    rules = sheet.read_text(encoding="utf-8")
    if palette is not None:
        rules = f"{_named(palette)}@media print{{{_named(PAPER)}}}{rules}"
    return f"<style>{rules}</style>"


def _named(palette: Palette) -> str:
    colours = (f"--{name}:{colour}" for name, colour in asdict(palette).items())
    return f":root{{{';'.join(colours)}}}"
