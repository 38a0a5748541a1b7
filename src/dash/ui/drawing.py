"""Drawings on a page."""

import html
from typing import Literal

import streamlit as st

from dash.drawings.svg import Drawing


def show(drawing: Drawing, width: int | Literal["stretch"] = "stretch") -> None:
    """Show a drawing, as wide as its place or so many pixels at most.

    As an image in HTML, which st.image cannot be for these: it puts a button for the full screen
    over every track. The drawing is a document of its own in an image, where nothing can run.
    """
    size = "100%" if width == "stretch" else str(width)
    st.html(f'<img src="{drawing.address}" alt="{html.escape(drawing.alt)}" width="{size}">')
