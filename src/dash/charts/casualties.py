"""Charts: a table goes in, a Plotly figure comes out."""

import pandas as pd
import plotly.graph_objects as go

from dash.dossier import records
from dash.figures import ends
from dash.palette import Palette

ROW_HEIGHT = 64
MARKS = {"exact": "circle", "about": "circle-open", "at_least": "triangle-right-open"}


def figures_chart(figures: pd.DataFrame, words: pd.DataFrame, palette: Palette) -> go.Figure:
    """Draw one mark per figure: a dot, a bar from low to high, or an arrow for a floor.

    Args:
        figures: Rows of the table of figures, all over periods of like length.
        words: The same rows as `dash.figures.describe` puts them.
        palette: The colours; the story's figures take the accent.
    """
    chart = go.Figure()
    rows = zip(records(figures), records(words), strict=True)
    for position, (figure, said) in enumerate(rows):
        low, high = ends(figure)
        colour = palette.accent if figure["in_story"] else palette.context
        chart.add_scatter(
            x=[low, high] if low != high else [low],
            y=[position] * (2 if low != high else 1),
            mode="lines+markers",
            line={"width": 8, "color": colour},
            marker={"size": 14, "color": colour, "symbol": _symbol(figure["bound"])},
            hovertemplate=f"{said['value']}<br>{said['claimant']}, {said['time']}<extra></extra>",
        )
        chart.add_annotation(
            x=0,
            xref="paper",
            y=position - 0.36,
            text=f"<b>{said['value']}</b> · {said['population']} · {said['claimant']}, "
            f"as of {said['as_of']}",
            showarrow=False,
            xanchor="left",
            font={"color": palette.ink, "size": 14},
        )
    chart.update_layout(
        height=ROW_HEIGHT * len(figures) + 60,
        showlegend=False,
        margin={"l": 8, "r": 24, "t": 8, "b": 40},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        dragmode=False,
    )
    chart.update_xaxes(rangemode="tozero", tickformat=",d", fixedrange=True, showgrid=True)
    chart.update_yaxes(
        range=[len(figures) - 0.6, -0.8], visible=False, fixedrange=True, showgrid=False
    )
    return chart


def _symbol(bound: str) -> str:
    return MARKS.get(bound, "triangle-right" if bound == "more_than" else "line-ns")
