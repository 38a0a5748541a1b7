"""What all charts have in common: the paper they are drawn on, and text that is only text."""

import html
import math
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dash.bidi import isolate
from dash.figures.intervals import interval_of
from dash.figures.units import around
from dash.palette import Palette
from dash.schema.rows import Figure
from dash.schema.units import form_of

TRANSPARENT = "rgba(0,0,0,0)"
FONT_SIZE = 14
# Pixels between the picture's edges and the axes' area.
MARGIN = {"l": 8, "r": 24, "t": 8, "b": 40}
# Pixels that a chart leaves free above its marks for the toolbar.
TOOLBAR_HEIGHT = 36
# Letters of a unit that fit at each number of an axis.
LONGEST_AT_A_TICK = 4
# What the toolbar above a chart offers: the picture, and nothing that moves the axes.
TOOLBAR: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": True,
    "modeBarButtonsToRemove": ["zoom", "pan", "select", "lasso", "zoomIn", "zoomOut", "autoScale"],
    "toImageButtonOptions": {"format": "svg"},
}
# The tests turn this on: a property that Plotly does not know fails there, not in front of readers.
CHECK_BY_PLOTLY = False

# Any, here and below: Plotly's properties nest values of every kind, and Plotly checks them.
Trace = dict[str, Any]


def highest(figure: Figure) -> float:
    """Return up to where a figure is drawn: its highest value, or the floor of an open end."""
    value = interval_of(figure)
    return value.low if math.isinf(value.high) else value.high


def lowest(figure: Figure) -> float:
    """Return from where a figure is drawn: its lowest value."""
    return interval_of(figure).low


def scatter(**properties: Any) -> Trace:
    """Return a trace as a plain mapping.

    What a reader clicks is opened, not picked out, so nothing else fades when a mark is clicked.
    """
    font = properties.get("textfont")
    unselected = {"textfont": {"color": font["color"]}} if font else {"marker": {"opacity": 1}}
    return {"type": "scatter", "unselected": unselected, **properties}


def chart_of(traces: Sequence[Trace], palette: Palette, height: int, **layout: Any) -> go.Figure:
    """Make a chart, with room for the toolbar above it, in one step: fast, and small to send.

    Args:
        traces: What is drawn, from `scatter`.
        palette: The colours of the theme.
        height: Height of the axes' area in pixels.
        layout: Further properties of Plotly's layout; those of an axis stand beside ours.
    """
    margin = MARGIN | {"t": TOOLBAR_HEIGHT}
    whole = layout_of(palette, height + margin["t"] + margin["b"], margin=margin, **layout)
    return figure_of(traces, whole)


def figure_of(traces: Sequence[Trace], layout: dict[str, Any]) -> go.Figure:
    """Make a figure of plain mappings, unchecked: the check takes four fifths of the time."""
    return go.Figure({"data": list(traces), "layout": layout}, _validate=CHECK_BY_PLOTLY)


def layout_of(palette: Palette, height: int, **layout: Any) -> dict[str, Any]:
    """Return the page's own ground, font and colours, and axes that stay put, for `figure_of`.

    To make a figure with its layout takes a tenth of the time that updating it does.

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
        "margin": MARGIN,
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
    axes = {name: axis | layout.get(name, {}) for name in ("xaxis", "yaxis")}
    return ours | layout | axes


def values_axis(unit: str) -> dict[str, Any]:
    """Return an axis of numbers with a short unit at each; a longer one has to be said beside it.

    Args:
        unit: The unit of the figures drawn.
    """
    before, behind = around(unit)
    if not is_short(unit):
        before = behind = ""
    return {"tickformat": ",~f", "tickprefix": literal(before), "ticksuffix": literal(behind)}


def is_short(unit: str) -> bool:
    """Return whether a unit fits at each number of an axis, the number one among them."""
    return form_of(unit, 1) == unit and len("".join(around(unit))) <= LONGEST_AT_A_TICK


def literal(text: str) -> str:
    """Return text that Plotly shows as the letters it is: it reads a few HTML tags and entities."""
    return html.escape(isolate(text), quote=False)
