"""The chart of statements by side and topic."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dash.charts.layout import figure_of, layout_of, literal
from dash.palette import Palette
from dash.statements.facets import Chosen

ROW_HEIGHT = 38
HEAD_HEIGHT = 150
LINE_LENGTH = 22
SMALLEST, LARGEST = 17, 25

Cells = Mapping[tuple[str, str], int]


def statements_chart(
    cells: Cells, sides: Sequence[str], topics: Sequence[str], chosen: Chosen, palette: Palette
) -> go.Figure:
    """Draw a table of bubbles: a row per topic, a column per side, the number in each bubble.

    A bubble that belongs to what is chosen has a ring. The points stand in the order of `cells`.

    Args:
        cells: How many statements each pair of side and topic has.
        sides: The columns; those with most statements come first.
        topics: The rows, in order.
        chosen: The chosen values of the facets `side` and `topic`.
        palette: The colours of the theme.
    """
    totals = {side: sum(n for pair, n in cells.items() if pair[0] == side) for side in sides}
    columns = sorted(filter(totals.get, sides), key=lambda side: -totals[side])
    rows = [topic for topic in topics if any(topic == pair[1] for pair in cells)]
    most = max(cells.values(), default=1)
    ringed = [_is_chosen(pair, chosen) for pair in cells]
    bubbles = {
        "type": "scatter",
        "x": [columns.index(side) for side, _ in cells],
        "y": [rows.index(topic) for _, topic in cells],
        "text": [str(count) for count in cells.values()],
        "mode": "markers+text",
        "marker": {
            "size": [_size(count, most) for count in cells.values()],
            "color": palette.context,
            "opacity": 1,
            "line": {"color": palette.ink, "width": [3 if ring else 0 for ring in ringed]},
        },
        "textfont": {"color": palette.paper, "size": 12},
        # The axes' own words, which Plotly shows for a number that has a tick.
        "hovertemplate": "<b>%{x}</b><br>%{y}<br>Statements: %{text}<extra></extra>",
    }
    layout = layout_of(
        palette,
        HEAD_HEIGHT + ROW_HEIGHT * len(rows),
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        clickmode="event+select",
        xaxis=_ticks(columns, 2 * LINE_LENGTH, palette) | {"side": "top", "tickangle": -90},
        yaxis=_ticks(rows, LINE_LENGTH, palette) | {"range": [len(rows) - 0.4, -0.6]},
        template={},
    )
    return figure_of([bubbles], layout)


def statements_alt(cells: Cells) -> str:
    """Describe the chart: each side with its topics and numbers."""
    sides = dict.fromkeys(side for side, _ in cells)
    told = [
        f"{one}: "
        + ", ".join(f"{topic} {cells[one, topic]}" for side, topic in cells if side == one)
        for one in sides
    ]
    return "Statements by side and topic. " + "; ".join(told) + "."


def _ticks(labels: Sequence[str], width: int, palette: Palette) -> dict[str, Any]:
    wrapped = ["<br>".join(map(literal, textwrap.wrap(label, width))) for label in labels]
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": wrapped,
        "range": [-0.6, len(labels) - 0.4],
        "zeroline": False,
        "automargin": True,
        "tickfont": {"size": 12, "color": palette.ink},
        "showline": False,
    }


def _size(count: int, most: int) -> float:
    """Return a diameter whose area grows with the count, above the smallest that can be hit."""
    return round(SMALLEST + (LARGEST - SMALLEST) * float((count / most) ** 0.5), 1)


def _is_chosen(pair: tuple[str, str], chosen: Chosen) -> bool:
    asked = [(value, chosen.get(name)) for value, name in zip(pair, ("side", "topic"), strict=True)]
    return any(values for _, values in asked) and all(
        not values or value in values for value, values in asked
    )
