"""The stylesheets of pages, read once, and the colours that they name."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

import streamlit as st

from dash.palette import DARK, LIGHT

# Paper is white, whatever ground the screen's light theme has.
PAPER = replace(LIGHT, paper="#ffffff")
_BOTH = {
    name: f"light-dark({colour},{asdict(DARK)[name]})" for name, colour in asdict(LIGHT).items()
}


def lay(sheet: Path, *, colours: bool = False) -> None:
    """Give a page the rules of a stylesheet; st.html given the path reads the file at each run.

    Args:
        sheet: The file.
        colours: Whether to name the palette, too, `--paper` or `--accent`, for all stylesheets
            of the page: the browser takes those of its theme at once, and the light ones on paper.
    """
    st.html(_rules(sheet, colours=colours))


@cache
def _rules(sheet: Path, *, colours: bool) -> str:
    named = f"{_named(_BOTH)}@media print{{{_named(asdict(PAPER))}}}" if colours else ""
    return f"<style>{named}{sheet.read_text(encoding='utf-8')}</style>"


def _named(colours: Mapping[str, str]) -> str:
    return f":root{{{';'.join(f'--{name}:{colour}' for name, colour in colours.items())}}}"
