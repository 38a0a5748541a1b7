"""The chart of the story's figures beside those of others."""

import pandas as pd
import plotly.graph_objects as go

from dash.charts.layout import lay_out, literal
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
            hovertemplate=literal(said["value"])
            + f"<br>{literal(said['claimant'])}, {said['time']}<extra></extra>",
        )
        chart.add_annotation(
            x=0,
            xref="paper",
            y=position - 0.36,
            text=f"<b>{said['value']}</b> · {literal(said['population'])} · "
            f"{literal(said['claimant'])}, as of {said['as_of']}",
            showarrow=False,
            xanchor="left",
        )
    lay_out(chart, palette, ROW_HEIGHT * len(figures) + 60)
    chart.update_xaxes(rangemode="tozero", tickformat=",d")
    chart.update_yaxes(range=[len(figures) - 0.6, -0.8], visible=False, showgrid=False)
    return chart


def figures_alt(words: pd.DataFrame) -> str:
    """Describe a chart of figures from `dash.figures.describe`."""
    said = [
        f"{row['value']} ({row['population'].lower()}; {row['claimant']}; {row['time']})"
        for row in records(words)
    ]
    return f"{len(words)} figures, each with its own mark: " + "; ".join(said) + "."


def _symbol(bound: str) -> str:
    return MARKS.get(bound, "triangle-right" if bound == "more_than" else "line-ns")
