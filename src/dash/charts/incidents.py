"""The chart of recorded deaths by month: the best count as a bar, low to high as a whisker."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dash.charts.layout import Trace, chart_of, literal
from dash.dates import spell
from dash.incidents.answer import Month
from dash.incidents.selection import Selection, is_selected
from dash.incidents.words import spell_bounds
from dash.palette import Palette

HEIGHT = 320
# Milliseconds: most of a month.
WIDTH = 24 * 24 * 3600 * 1000


def months_chart(months: Sequence[Month], selection: Selection, palette: Palette) -> go.Figure:
    """Draw a bar for each month with a whisker from low to high; what is not selected is pale.

    Args:
        months: All months on record, each with its sums.
        selection: Which of them are selected.
        palette: The colours.
    """
    top = max((max(month.sums.counted, month.sums.high or 0) for month in months), default=0)
    years = {"type": "date", "showgrid": False, "dtick": "M12", "tickformat": "%Y"}
    years["ticklabelmode"] = "period"
    values: dict[str, Any] = {"tickformat": ",~f", "nticks": 4, "range": [0, 1.05 * (top or 1)]}
    bars = _bars(months, selection, palette)
    # A bar may be 3 pixels wide: the month below the pointer is told, and chosen by a click.
    return chart_of([bars], palette, HEIGHT, xaxis=years, yaxis=values, hovermode="x")


def _bars(months: Sequence[Month], selection: Selection, palette: Palette) -> Trace:
    lit = [is_selected(month.month, selection) for month in months]
    sums = [month.sums for month in months]
    return {
        "type": "bar",
        # Each stands for its whole month, so that between two bars there is no gap to point at.
        "x": [f"{month.month}-01" for month in months],
        "xperiod": "M1",
        "xperiodalignment": "middle",
        "y": [each.counted for each in sums],
        "width": WIDTH,
        "marker": {
            "color": palette.context,
            "opacity": [1.0 if chosen else 0.28 for chosen in lit],
            "line": {"width": 0},
        },
        # A pick opens the month: nothing fades.
        "unselected": {"marker": {}},
        "error_y": {
            "type": "data",
            "symmetric": False,
            # In some sources the best count lies outside of low to high: no whisker then.
            "array": [max(0, (each.high or 0) - each.counted) for each in sums],
            "arrayminus": [
                0 if each.low is None else max(0, each.counted - each.low) for each in sums
            ],
            "thickness": 1.2,
            "width": 0,
            "color": palette.ink,
        },
        "customdata": [month.month for month in months],
        "hovertext": [_hover(month) for month in months],
        "hoverinfo": "text",
    }


def _hover(month: Month) -> str:
    bounds = spell_bounds(month.sums)
    number = f"{month.sums.counted:,} killed" + (f" ({bounds})" if bounds else "")
    return literal(f"{spell(month.month)}: {number}")
