"""The chart of figures side by side: one mark for each, by the way its number is meant."""

import math
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dash.charts.layout import TRANSPARENT, Trace, chart_of, literal, scatter
from dash.dossier import Record, records
from dash.intervals import interval_of
from dash.palette import Palette

# Pixels; the axis of the rows is measured in them, so that long labels find room.
LINE, MARK, GAP, HEADING = 18, 24, 14, 34
# Letters that fit beside each other on a phone 390 pixels wide.
WIDTH = 54
INDENT = "\u2003"
# A mark is filled where its number belongs to it, and hollow where it is only near or a limit.
SYMBOLS = {
    "exact": "circle",
    "at_least": "circle",
    "more_than": "circle-open",
    "about": "diamond-open",
}
ARROW = 0.06
MARKS_IN_WORDS = (
    "● one number   ◇ about   ●▸ at least   ○▸ more than   "
    "▬ from lowest to highest, with a stroke at the source's best estimate"
)


@dataclass(frozen=True)
class _Row:
    """A figure, what is written above its mark, and where the mark stands."""

    figure: Record
    text: str
    top: int
    mark: int


def figures_chart(
    figures: pd.DataFrame, words: pd.DataFrame, palette: Palette, groups: dict[str, str]
) -> go.Figure:
    """Draw one mark per figure: a dot, a bar from low to high, or an arrow for an open end.

    Args:
        figures: Rows from `dash.selection.in_order`, all in one unit and over
            periods of like length.
        words: The same rows as `dash.figures.describe` puts them.
        palette: The colours; the story's figures take the accent.
        groups: Names of the populations, as headings.
    """
    rows, headings, height = _laid_out(figures, words, palette, groups)
    ends = [_finite_ends(row.figure) for row in rows]
    longest = max((end for _, end in ends), default=0.0) or 1.0
    traces = [
        *_bars(rows, longest, palette),
        _marks(rows, words, palette),
        _best_estimates(rows, palette),
        _labels(rows, headings, palette),
    ]
    values = {"range": [-0.015 * longest, 1.1 * longest], "tickformat": ",d", "nticks": 6}
    places = {"range": [height, 0], "visible": False}
    return chart_of(traces, palette, height, xaxis=values, yaxis=places)


def figures_alt(words: pd.DataFrame) -> str:
    """Describe a chart of figures from `dash.figures.describe`."""
    said = [
        f"{row['value']} ({row['population'].lower()}; {row['claimant']}; {row['time']}; "
        f"{row['whose']})"
        for row in records(words)
    ]
    return f"{len(words)} figures, each with its own mark: " + "; ".join(said) + "."


def _laid_out(
    figures: pd.DataFrame, words: pd.DataFrame, palette: Palette, groups: dict[str, str]
) -> tuple[list[_Row], list[tuple[int, str]], int]:
    """Stack headings, labels and marks from the top down; return them and the height."""
    rows: list[_Row] = []
    headings: list[tuple[int, str]] = []
    top, group, areas = 0, None, words["area"].nunique() > 1
    for figure, said in zip(records(figures), records(words), strict=True):
        if figure["depth"] == 0 and figure["group"] != group and len(groups) > 1:
            group = figure["group"]
            headings.append((top, f"<b>{literal(groups.get(group, ''))}</b>"))
            top += HEADING
        lines = list(_lines(figure, said, palette, with_area=areas))
        mark = top + LINE * len(lines) + MARK // 2
        rows.append(_Row(figure, "<br>".join(lines), top, mark))
        top = mark + MARK // 2 + GAP
    return rows, headings, top


def _lines(figure: Record, said: Record, palette: Palette, *, with_area: bool) -> Iterator[str]:
    """Yield the label's lines: number and people counted, then who says so, when and how."""
    indent = INDENT * figure["depth"] + ("└ " if figure["depth"] else "")
    room = WIDTH - 2 * figure["depth"]
    head = [said["population"]] if said["population"] else []
    rest = [said["whose"], said["claimant"]]
    if len(f"{said['value']} · {' · '.join(head)} · {said['whose']}") <= room:
        head.append(rest.pop(0))
    if with_area:
        rest.append(said["area"] or "no area stated")
    rest.append(said["time"])
    if figure["claimant"] is not None:
        rest.append(said["evidence"])
    if figure["callout"]:
        rest.append(figure["callout"])
    yield indent + " · ".join([f"<b>{literal(said['value'])}</b>", *map(literal, head)])
    # The space before a dot does not break, so that no line begins with one.
    for line in textwrap.wrap("\u00a0· ".join(rest), room):
        yield (
            f'{INDENT * (2 * figure["depth"])}<span style="color:{palette.muted}">'
            f"{literal(line)}</span>"
        )


def _finite_ends(figure: Record) -> tuple[float, float]:
    value = interval_of(figure)
    return value.low, value.high if value.high != math.inf else value.low


def _bars(rows: list[_Row], longest: float, palette: Palette) -> Iterator[Trace]:
    """Draw ranges as bars and open ends as arrows, one trace per kind and colour."""
    for own, colour in ((True, palette.accent), (False, palette.context)):
        ranges, arrows = [], []
        for row in rows:
            if bool(row.figure["in_story"]) != own:
                continue
            low, high = _finite_ends(row.figure)
            if row.figure["bound"] == "range":
                ranges.append((low, high, row.mark))
            elif row.figure["bound"] in ("at_least", "more_than"):
                arrows.append((low, low + ARROW * longest, row.mark))
        if ranges:
            yield _segments(ranges, colour, 10)
        if arrows:
            yield _segments(arrows, colour, 3, "triangle-right")


def _segments(
    segments: list[tuple[float, float, int]], colour: str, width: int, head: str | None = None
) -> Trace:
    """Draw horizontal strokes, which end in a head where one is named."""
    return scatter(
        x=[value for low, high, _ in segments for value in (low, high, None)],
        y=[value for _, _, mark in segments for value in (mark, mark, math.nan)],
        mode="lines+markers" if head else "lines",
        line={"width": width, "color": colour},
        marker={
            "symbol": head,
            "size": [0, 13, 0] * len(segments),
            "color": colour,
            "opacity": 1,
            "line": {"width": 0},
        },
        hoverinfo="skip",
    )


def _marks(rows: list[_Row], words: pd.DataFrame, palette: Palette) -> Trace:
    """Draw the number itself; for a range an unseen mark in its middle, to point at."""
    values = [
        sum(_finite_ends(row.figure)) / 2
        if row.figure["bound"] == "range"
        else _finite_ends(row.figure)[0]
        for row in rows
    ]
    own = {True: palette.accent, False: palette.context}
    colours = [
        TRANSPARENT if row.figure["bound"] == "range" else own[bool(row.figure["in_story"])]
        for row in rows
    ]
    return scatter(
        x=values,
        y=[row.mark for row in rows],
        mode="markers",
        marker={
            "symbol": [SYMBOLS.get(row.figure["bound"], "circle") for row in rows],
            "size": [15 if row.figure["in_story"] else 12 for row in rows],
            "color": colours,
            "opacity": 1,
            "line": {"width": 3, "color": colours},
        },
        customdata=[row.figure["id"] for row in rows],
        hovertext=[
            f"{literal(said['value'])}<br>{literal(said['claimant'])}, {said['time']}"
            for said in records(words)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _best_estimates(rows: list[_Row], palette: Palette) -> Trace:
    """Draw a stroke through each range that has a best estimate of its own."""
    given = [
        row for row in rows if row.figure["bound"] == "range" and row.figure["best"] is not None
    ]
    return scatter(
        x=[row.figure["best"] for row in given],
        y=[row.mark for row in given],
        mode="markers",
        marker={"symbol": "line-ns", "size": 24, "line": {"width": 3, "color": palette.ink}},
        hoverinfo="skip",
    )


def _labels(rows: list[_Row], headings: list[tuple[int, str]], palette: Palette) -> Trace:
    """Write the labels above their marks, and the names of the groups above theirs."""
    texts = [*((row.top, row.text) for row in rows), *headings]
    return scatter(
        x=[0] * len(texts),
        y=[top for top, _ in texts],
        text=[text for _, text in texts],
        mode="text",
        textposition="bottom right",
        textfont={"color": palette.ink},
        cliponaxis=False,
        hoverinfo="skip",
    )
