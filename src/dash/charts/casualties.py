"""The chart of figures side by side: one mark for each, by the way its number is meant."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dash.charts.layout import TRANSPARENT, Trace, chart_of, highest, literal, scatter
from dash.figures.intervals import interval_of
from dash.figures.selection import Nested
from dash.figures.words import FigureInWords
from dash.palette import Palette
from dash.schema.rows import Figure

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
# The length of an arrow as a share of the axis, and the strokes' widths in pixels.
ARROW, BAR, STEM = 0.06, 10, 3
# Up to this number each one has its tick; no tick stands between two of them.
FEW = 5
MARKS_IN_WORDS = "\u2003".join(
    mark.replace(" ", "\u00a0", 1)
    for mark in (
        "● one number",
        "◇ about",
        "●▸ at least",
        "○▸ more than",
        "▬ from lowest to highest, with a stroke at the source's best estimate",
    )
)


@dataclass(frozen=True)
class _Row:
    """A figure, what is written above its mark, and where the mark stands."""

    figure: Figure
    said: FigureInWords
    text: str
    top: int
    mark: int

    @property
    def low(self) -> float:
        return interval_of(self.figure).low

    @property
    def high(self) -> float:
        return highest(self.figure)

    @property
    def is_range(self) -> bool:
        return self.figure["bound"] == "range"

    @property
    def is_open(self) -> bool:
        return self.figure["bound"] in ("at_least", "more_than")

    def colour(self, palette: Palette) -> str:
        return palette.accent if self.figure["in_story"] else palette.context


@dataclass(frozen=True)
class _Point:
    """One point of the chart: a number, the head of an arrow, or a best estimate."""

    x: float
    row: _Row
    symbol: str
    size: int
    colour: str
    line: int


def figures_chart(
    figures: Sequence[Nested],
    words: Mapping[str, FigureInWords],
    palette: Palette,
    groups: Mapping[str, str],
) -> go.Figure:
    """Draw one mark per figure: a dot, a bar from low to high, or an arrow for an open end.

    Args:
        figures: Figures from `dash.figures.selection.in_order`, all in one unit and over
            periods of like length.
        words: The same figures by id as `dash.figures.words.in_words` puts them.
        palette: The colours; the story's figures take the accent.
        groups: Names of the populations, as headings.
    """
    rows, headings, height = _laid_out(figures, words, palette, groups)
    longest = max((row.high for row in rows), default=0.0) or 1.0
    traces = [
        _strokes(rows, ARROW * longest, palette),
        _marks(rows, ARROW * longest, palette),
        _labels(rows, headings, palette),
    ]
    ticks: dict[str, object] = {"dtick": 1} if longest <= FEW else {"nticks": 6}
    values = {"range": [-0.015 * longest, 1.1 * longest], "tickformat": ",d", **ticks}
    places = {"range": [height, 0], "visible": False}
    return chart_of(traces, palette, height, xaxis=values, yaxis=places)


def figures_alt(words: Sequence[FigureInWords]) -> str:
    """Describe a chart of figures from `dash.figures.words.in_words`."""
    said = [
        f"{row['value']} ({row['population']}; {row['claimant']}; {row['time']}; {row['whose']})"
        for row in words
    ]
    return f"{len(words)} figures, each with its own mark: " + "; ".join(said) + "."


def _laid_out(
    figures: Sequence[Nested],
    words: Mapping[str, FigureInWords],
    palette: Palette,
    groups: Mapping[str, str],
) -> tuple[list[_Row], list[tuple[int, str]], int]:
    """Stack headings, labels and marks from the top down; return them and the height."""
    rows: list[_Row] = []
    headings: list[tuple[int, str]] = []
    top, group = 0, None
    areas = len({nested.figure["area"] for nested in figures}) > 1
    for nested in figures:
        said = words[nested.figure["id"]]
        if nested.depth == 0 and nested.group != group and len(groups) > 1:
            group = nested.group
            headings.append((top, f"<b>{literal(groups.get(group or '', ''))}</b>"))
            top += HEADING
        lines = list(_lines(nested, said, palette, with_area=areas))
        mark = top + LINE * len(lines) + MARK // 2
        rows.append(_Row(nested.figure, said, "<br>".join(lines), top, mark))
        top = mark + MARK // 2 + GAP
    return rows, headings, top


def _lines(
    nested: Nested, said: FigureInWords, palette: Palette, *, with_area: bool
) -> Iterator[str]:
    """Yield the label's lines: number and people counted, then who says so, when and how."""
    figure, depth = nested.figure, nested.depth
    indent = INDENT * depth + ("└ " if depth else "")
    room = WIDTH - 2 * depth
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
        yield (f'{INDENT * (2 * depth)}<span style="color:{palette.muted}">{literal(line)}</span>')


def _strokes(rows: Sequence[_Row], arrow: float, palette: Palette) -> Trace:
    """Draw ranges as thick strokes and open ends as thin ones, all in one trace of bars."""
    drawn = [row for row in rows if row.is_range or row.is_open]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [row.low for row in drawn],
        "x": [row.high - row.low if row.is_range else arrow for row in drawn],
        "y": [row.mark for row in drawn],
        "width": [BAR if row.is_range else STEM for row in drawn],
        "marker": {"color": [row.colour(palette) for row in drawn], "line": {"width": 0}},
        "unselected": {"marker": {"opacity": 1}},
        "hoverinfo": "skip",
    }


def _marks(rows: Sequence[_Row], arrow: float, palette: Palette) -> Trace:
    """Draw the numbers themselves, and after them the heads of arrows and the best estimates."""
    numbers = [_number(row, palette) for row in rows]
    others = [*_heads(rows, arrow, palette), *_best_estimates(rows, palette)]
    marks = numbers + others
    return scatter(
        x=[mark.x for mark in marks],
        y=[mark.row.mark for mark in marks],
        mode="markers",
        marker={
            "symbol": [mark.symbol for mark in marks],
            "size": [mark.size for mark in marks],
            "color": [mark.colour for mark in marks],
            "opacity": 1,
            "line": {
                "width": [mark.line for mark in marks],
                "color": [mark.colour for mark in marks],
            },
        },
        customdata=[mark.row.figure["id"] for mark in numbers],
        hovertext=[_hover(mark.row) for mark in numbers],
        hoverinfo=["text"] * len(numbers) + ["skip"] * len(others),
    )


def _number(row: _Row, palette: Palette) -> _Point:
    """Return a figure's own mark; for a range an unseen one in its middle, to point at."""
    size = 15 if row.figure["in_story"] else 12
    if row.is_range:
        middle = (row.low + row.high) / 2
        return _Point(middle, row, symbol="circle", size=size, colour=TRANSPARENT, line=3)
    symbol, colour = SYMBOLS[row.figure["bound"]], row.colour(palette)
    return _Point(row.low, row, symbol=symbol, size=size, colour=colour, line=3)


def _heads(rows: Sequence[_Row], arrow: float, palette: Palette) -> Iterator[_Point]:
    for row in rows:
        if row.is_open:
            head = row.low + arrow
            colour = row.colour(palette)
            yield _Point(head, row, symbol="triangle-right", size=13, colour=colour, line=0)


def _best_estimates(rows: Sequence[_Row], palette: Palette) -> Iterator[_Point]:
    """Yield a stroke through each range that has a best estimate of its own."""
    for row in rows:
        if row.is_range and row.figure["best"] is not None:
            best = row.figure["best"]
            yield _Point(best, row, symbol="line-ns", size=24, colour=palette.ink, line=3)


def _hover(row: _Row) -> str:
    said = row.said
    return f"{literal(said['value'])}<br>{literal(said['claimant'])}, {said['time']}"


def _labels(rows: Sequence[_Row], headings: Sequence[tuple[int, str]], palette: Palette) -> Trace:
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
