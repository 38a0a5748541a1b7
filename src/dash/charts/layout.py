"""What all charts have in common: the paper they are drawn on, and text that is only text."""

import html
from typing import Any

import plotly.graph_objects as go

from dash.bidi import isolate
from dash.palette import Palette

TRANSPARENT = "rgba(0,0,0,0)"
FONT_SIZE = 14
# What the toolbar above a chart offers: the picture, and nothing that moves the axes.
TOOLBAR: dict[str, Any] = {
    "displaylogo": False,
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
    return chart.update_layout(layout_of(palette, height)).update_layout(**layout)


def layout_of(palette: Palette, height: int, **layout: Any) -> dict[str, Any]:
    """Return the same layout for `go.Figure(data, layout)`: ten times as fast as to update one.

    Args:
        palette: The colours of the theme.
        height: Height in pixels.
        layout: Further properties of Plotly's layout; those of an axis stand beside ours.
    """
    axis = {"fixedrange": True, "gridcolor": palette.panel, "linecolor": palette.muted}
    ours = {
        # Plotly's own template weighs 7 kB; Streamlit's theme and what follows replace it.
        "template": {},
        "height": height,
        "showlegend": False,
        "margin": {"l": 8, "r": 24, "t": 8, "b": 40},
        "paper_bgcolor": TRANSPARENT,
        "plot_bgcolor": TRANSPARENT,
        "font": {"color": palette.ink, "size": FONT_SIZE},
        "dragmode": False,
    }
    axes = {name: axis | layout.get(name, {}) for name in ("xaxis", "yaxis")}
    return ours | layout | axes


def literal(text: str) -> str:
    """Return text that Plotly shows as the letters it is: it reads a few HTML tags and entities."""
    return html.escape(isolate(text), quote=False)
