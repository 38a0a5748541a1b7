"""The chart of a count by year or by month: low, best and high of each period."""

import math
import textwrap
from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from dash.charts.layout import Trace, chart_of, is_short, literal, scatter, values_axis
from dash.dates import Days, first_day, last_day
from dash.figures.intervals import interval_of
from dash.figures.periods import OVER_YEARS, length_of
from dash.figures.units import spell_quantity
from dash.figures.words import spell_time, spell_value
from dash.palette import Palette
from dash.schema.rows import Figure

HEIGHT = 350
WIDTHS = {"by_year": 16, "by_month": 3}
CALLOUT_WIDTH = 20
# Up to this number of periods a description names each.
FEW = 8


def periods_chart(figures: Sequence[Figure], kind: str, palette: Palette) -> go.Figure:
    """Draw a bar from low to high per period, with a stroke at the best estimate.

    A period longer than a year, where years are on record only together, is
    drawn as one line over all of it.

    Args:
        figures: The points of one series of `kind` by_year or by_month.
        kind: The kind of the series.
        palette: The colours.
    """
    rows = sorted(figures, key=_first)
    top = max(0.0, *(interval_of(row).high for row in rows), 0.0)
    bottom = min(0.0, *(interval_of(row).low for row in rows), 0.0)
    extent = (top - bottom) or 1.0
    traces = [
        _joined_years(rows, palette),
        _values(rows, kind, palette),
        _texts(rows, kind, palette, 0.015 * extent),
    ]
    years = {"type": "date", "showgrid": False, "dtick": "M12", "tickformat": "%Y"}
    years["ticklabelmode"] = "period"
    years["range"] = _span(rows)
    unit = rows[0]["unit"] if rows else ""
    values = values_axis(unit) | {"nticks": 7}
    if not is_short(unit):
        values["title"] = {"text": literal(unit)}
    values["range"] = [bottom - 0.05 * extent if bottom else 0, top + 0.22 * extent]
    return chart_of(traces, palette, HEIGHT, xaxis=years, yaxis=values)


def periods_alt(figures: Sequence[Figure], label: str) -> str:
    """Describe a count by periods: each of a few, or the first, the highest and the last."""
    rows = sorted(figures, key=_first)
    if not rows:
        return f"{label}: nothing on record."
    highest = max(rows, key=_value)
    few = len(rows) <= FEW
    roles = {id(rows[0]): "first", id(rows[-1]): "last", id(highest): "highest"}
    shown = rows if few else [row for row in rows if id(row) in roles]
    told = (f"{'' if few else roles[id(row)] + ' '}{_told(row)}" for row in shown)
    return f"{label}, {len(rows)} {'period' if len(rows) == 1 else 'periods'}: {'; '.join(told)}."


def _told(row: Figure) -> str:
    """Return a period, its number, and what must be said beside it, such as joined years."""
    beside = f" ({row['callout']})" if row["callout"] else ""
    return f"{spell_time(row)}, {spell_value(row)}{beside}"


def _first(row: Figure) -> date:
    return first_day(row["period_start"] or row["as_of"])


def _value(row: Figure) -> float:
    return interval_of(row).low if row["best"] is None else row["best"]


def _days(row: Figure) -> Days:
    return Days(_first(row), last_day(row["as_of"]))


def _middle(row: Figure) -> str:
    days = _days(row)
    return (days.first + (days.last - days.first) / 2).isoformat()


def _span(rows: Sequence[Figure]) -> list[str] | None:
    """Return the days of the axis's ends: the periods alone, since each year has its label."""
    if not rows:
        return None
    days = [_days(row) for row in rows]
    return [min(day.first for day in days).isoformat(), max(day.last for day in days).isoformat()]


def _joined_years(rows: Sequence[Figure], palette: Palette) -> Trace:
    joined = [row for row in rows if length_of(row) == OVER_YEARS]
    return scatter(
        x=[
            day
            for row in joined
            for day in (_days(row).first.isoformat(), _days(row).last.isoformat(), None)
        ],
        y=[value for row in joined for value in (_value(row), _value(row), math.nan)],
        mode="lines",
        line={"width": 3, "color": palette.context},
        hoverinfo="skip",
    )


def _values(rows: Sequence[Figure], kind: str, palette: Palette) -> Trace:
    """Draw each value, and a bar from low to high through it."""
    stroke = {"by_year": 26, "by_month": 6}[kind]
    ranges = [row["bound"] == "range" for row in rows]
    spans, values = [interval_of(row) for row in rows], [_value(row) for row in rows]
    bars = list(zip(spans, values, ranges, strict=True))
    return scatter(
        x=[_middle(row) for row in rows],
        y=values,
        mode="markers",
        marker={
            "symbol": ["line-ew" if ranged else "circle" for ranged in ranges],
            "size": [stroke if ranged else 11 for ranged in ranges],
            "color": palette.context,
            "opacity": 1,
            "line": {
                "width": 2,
                "color": [palette.ink if ranged else palette.context for ranged in ranges],
            },
        },
        error_y={
            "symmetric": False,
            "array": [span.high - value if ranged else 0 for span, value, ranged in bars],
            "arrayminus": [value - span.low if ranged else 0 for span, value, ranged in bars],
            "thickness": WIDTHS[kind],
            "width": 0,
            "color": palette.context,
        },
        customdata=[row["id"] for row in rows],
        hovertext=[f"{spell_time(row)}: {spell_value(row)}" for row in rows],
        hoverinfo="text",
    )


def _texts(rows: Sequence[Figure], kind: str, palette: Palette, gap: float) -> Trace:
    """Write numbers above the years, and callouts beside what they speak of."""
    half = len(rows) / 2
    texts, positions, shown = [], [], []
    for place, row in enumerate(rows):
        number = (
            f"<b>{literal(spell_quantity(row['unit'], _value(row)))}</b>"
            if kind == "by_year"
            else ""
        )
        callout = "<br>".join(textwrap.wrap(literal(row["callout"] or ""), CALLOUT_WIDTH))
        if number or callout:
            shown.append(row)
            texts.append("<br>".join(part for part in (callout, number) if part))
            positions.append("top right" if callout and place < half else "top center")
            if callout and place >= half and kind == "by_month":
                positions[-1] = "top left"
    return scatter(
        x=[_middle(row) for row in shown],
        y=[interval_of(row).high + gap * (1 + (row["bound"] != "range")) for row in shown],
        text=texts,
        textposition=positions,
        mode="text",
        textfont={"color": palette.ink, "size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )
