"""What all charts have in common: the paper they are drawn on, and text that is only text."""

import html
from collections.abc import Sequence
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


Trace = dict[str, Any]


def scatter(**properties: Any) -> Trace:
    """Return a trace as a plain mapping: Plotly checks it once, when the chart is made of all.

    What a reader clicks is opened, not picked out, so nothing else fades when a mark is clicked.
    """
    font = properties.get("textfont")
    unselected = {"textfont": {"color": font["color"]}} if font else {"marker": {"opacity": 1}}
    return {"type": "scatter", "unselected": unselected, **properties}


def chart_of(
    traces: Sequence[Trace],
    palette: Palette,
    height: int,
    *,
    xaxis: dict[str, Any],
    yaxis: dict[str, Any],
    **layout: Any,
) -> go.Figure:
    """Make a chart, with room for the toolbar above it, in one step: fast, and small to send.

    Args:
        traces: What is drawn, from `scatter`.
        palette: The colours of the theme.
        height: Height of the axes' area in pixels.
        xaxis: Properties of Plotly's x axis beside those that all charts share.
        yaxis: The same of its y axis.
        layout: Further properties of Plotly's layout.
    """
    axis = {"fixedrange": True, "gridcolor": palette.panel, "linecolor": palette.muted}
    bottom = layout.pop("margin_b", 40)
    margin = {"l": 8, "r": 24, "t": TOOLBAR_HEIGHT, "b": bottom}
    shared = {
        **_page_ground(palette),
        # Plotly's own template would weigh more than the chart; Streamlit's theme stands in.
        "template": {},
        "height": height + margin["t"] + margin["b"],
        "margin": margin,
        "xaxis": axis | xaxis,
        "yaxis": axis | yaxis,
    }
    return go.Figure({"data": list(traces), "layout": shared | layout})


def lay_out(chart: go.Figure, palette: Palette, height: int, **layout: Any) -> go.Figure:
    """Put a chart on the page's own ground, in its font and colours, with axes that stay put.

    Args:
        chart: The figure, which is changed and returned.
        palette: The colours of the theme.
        height: Height in pixels.
        layout: Further properties of Plotly's layout.
    """
    chart.update_layout(
        height=height, margin={"l": 8, "r": 24, "t": 8, "b": 40}, **_page_ground(palette)
    )
    chart.update_xaxes(fixedrange=True, gridcolor=palette.panel, linecolor=palette.muted)
    chart.update_yaxes(fixedrange=True, gridcolor=palette.panel, linecolor=palette.muted)
    return chart.update_layout(**layout)


def _page_ground(palette: Palette) -> dict[str, Any]:
    return {
        "showlegend": False,
        "paper_bgcolor": TRANSPARENT,
        "plot_bgcolor": TRANSPARENT,
        "font": {"color": palette.ink, "size": FONT_SIZE},
        "dragmode": False,
        "modebar": {
            "bgcolor": TRANSPARENT,
            "color": palette.muted,
            "activecolor": palette.ink,
        },
    }


def literal(text: str) -> str:
    """Return text that Plotly shows as the letters it is: it reads a few HTML tags and entities."""
    return html.escape(text, quote=False)
