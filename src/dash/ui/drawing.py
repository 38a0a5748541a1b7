"""Drawings on a page."""

import html
from collections.abc import Callable, Hashable
from typing import Literal

import streamlit as st

from dash.dossier.model import Dossier
from dash.drawings.svg import Drawing
from dash.ui.lasting import KeptWith


def show(drawing: Drawing, width: int | Literal["stretch"] = "stretch") -> None:
    """Show a drawing, as wide as its place or so many pixels at most.

    As an image in HTML, which st.image cannot be for these: it puts a button for the full screen
    over every track. The drawing is a document of its own in an image, where nothing can run.
    """
    size = "100%" if width == "stretch" else str(width)
    image = f'<img src="{drawing.address}" alt="{html.escape(drawing.alt)}" width="{size}">'
    st.html(image, width=width)


def drawn_once(dossier: Dossier, key: Hashable, draw: Callable[[], Drawing]) -> Drawing:
    """Return what is drawn of a dossier's records, drawn once for all readers who see the same.

    Args:
        dossier: The dossier.
        key: All that the drawing depends on beside it: of a few things that the dossier tells, and
            of the palette, never of what a reader may choose or write at will.
        draw: Draws it.
    """
    kept = _kept(dossier)
    if key not in kept:
        kept[key] = draw()
    return kept[key]


@KeptWith
def _kept(_dossier: Dossier) -> dict[Hashable, Drawing]:
    return {}
