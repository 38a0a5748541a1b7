"""What all charts have in common: the paper they are drawn on, and text that is only text."""

import html
from typing import Any

import plotly.graph_objects as go

from dash.palette import Palette

TRANSPARENT = "rgba(0,0,0,0)"
FONT_SIZE = 14
# Pixels that a chart leaves free above its marks for the toolbar.
TOOLBAR_HEIGHT = 36
# What the toolbar above a chart offers: the picture, and nothing that moves the axes.
TOOLBAR: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": True,
    "modeBarButtonsToRemove": ["zoom", "pan", "select", "lasso", "zoomIn", "zoomOut", "autoScale"],
    "toImageButtonOptions": {"format": "svg"},
}


def lay_out(chart: go.Figure, palette: Palette, height: int, **layout: Any) -> go.Figure:
    """Put a chart on the page's own ground, in its font and colours, with axes that stay put.

    Args:
        chart: The figure, which is changed and returned.
        palette: The colours of the theme.
        height: Height in pixels.
        layout: Further properties of Plotly's layout.
    """
    chart.update_layout(
        height=height,
        showlegend=False,
        margin={"l": 8, "r": 24, "t": 8, "b": 40},
        paper_bgcolor=TRANSPARENT,
        plot_bgcolor=TRANSPARENT,
        font={"color": palette.ink, "size": FONT_SIZE},
        dragmode=False,
        modebar={"bgcolor": TRANSPARENT, "color": palette.muted, "activecolor": palette.ink},
    )
    chart.update_xaxes(fixedrange=True, gridcolor=palette.panel, linecolor=palette.muted)
    chart.update_yaxes(fixedrange=True, gridcolor=palette.panel, linecolor=palette.muted)
    return chart.update_layout(**layout)


def literal(text: str) -> str:
    """Return text that Plotly shows as the letters it is: it reads a few HTML tags and entities."""
    return html.escape(text, quote=False)
