"""The timeline: events in lanes, each as precisely as its date is known."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import plotly.graph_objects as go

from dash.charts.arrangement import DAY, Drawn, arrange, short_label, within
from dash.charts.layout import figure_of, layout_of, literal
from dash.clocks import distinct, spell_clock
from dash.dates import first_day, last_day, spell_period
from dash.events import CONTEXT, IN_STORY, LATER, PARTS, in_order, lanes, overlaps, part_of, spans
from dash.palette import Palette
from dash.schema.rows import Event
from dash.schema.story import Span, Story

ROW_HEIGHT = 21
LINE_HEIGHT = 19
AXIS_HEIGHT = 30
TEXT_SIZE = 12
# In rows.
BAND_WIDTH = 0.8
TINT = 0.32
# The part of a vague band that fades at each end, and in how many steps.
FADING_SHARE = 0.3
FADING_STEPS = 6
MILLISECOND = timedelta(milliseconds=1)
NO_TIME = timedelta()
SYMBOLS = {IN_STORY: "circle", CONTEXT: "circle-open", LATER: "diamond-open"}
# How the axis writes its dates, by the distance of its ticks in Plotly's words.
TICKS = [
    {"dtickrange": [None, "M1"], "value": "%-d %b"},
    {"dtickrange": ["M1", "M11"], "value": "%b %Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


def timeline_chart(
    events: Sequence[Event], story: Story, span: Span, palette: Palette, chosen: str | None = None
) -> go.Figure:
    """Draw the events of a span: points for days, bands with fading ends for vaguer dates.

    Args:
        events: In any order; those outside the span are left out.
        story: For its lanes, its spans, its clocks and its day of publication.
        span: What the time axis shows.
        palette: The colours; the story's events take the accent.
        chosen: The id of an event to ring.
    """
    ordered = in_order(events)
    closer = within(spans(events, story), span)
    drawn, heads = arrange(ordered, story, lanes(events, story), span, closer)
    rows = max((mark.row for mark in drawn), default=0) + 1
    headings = _headings(story, span, closer)
    top = LINE_HEIGHT * len(headings) + 4
    marks = [
        *_bands(drawn, palette),
        *(_points(drawn, part, palette) for part in SYMBOLS),
        _beginnings(drawn, palette),
        *(_ring(mark, palette) for mark in drawn if mark.event["id"] == chosen),
    ]
    layout = layout_of(
        palette,
        rows * ROW_HEIGHT + top + AXIS_HEIGHT,
        margin={"l": 2, "r": 2, "t": top, "b": AXIS_HEIGHT},
        shapes=[
            _tint(story, span, palette),
            _rules(heads.values(), palette),
            *(_line(day, palette) for day, _ in headings),
        ],
        annotations=[
            *(_lane_name(name, row, palette) for name, row in heads.items()),
            *_heading_texts(headings, span, palette),
        ],
        xaxis={
            "type": "date",
            "range": _ends(span),
            "tickangle": 0,
            "tickfont": {"color": palette.muted, "size": TEXT_SIZE},
            "tickformatstops": TICKS,
            "showline": True,
        },
        yaxis={"range": [rows - 0.4, -0.6], "visible": False},
        hovermode="closest",
        barmode="overlay",
    )
    return figure_of(marks, layout)


def timeline_alt(events: Sequence[Event], story: Story, span: Span) -> str:
    """Describe a timeline: its span, and each lane's events with their days, part by part."""
    shown = [event for event in in_order(events) if overlaps(event, span)]
    said = []
    for lane in lanes(events, story):
        own = [event for event in shown if event["topic"] in lane.topics]
        parts = [
            f"{part}: {'; '.join(_told(event) for event in of_part)}"
            for part in PARTS
            if (of_part := [event for event in own if part_of(event, story) == part])
        ]
        if own:
            said.append(f"{lane.name}, {len(own)}. {'. '.join(parts)}")
    clocks = "; ".join(spell_clock(clock) for clock in distinct(story))
    told = ". ".join(said) or "No event in this part"
    return f"Timeline, {span.name}. {told}. Lines mark the days the text speaks from: {clocks}."


def _told(event: Event) -> str:
    return f"{spell_period(event['start'], event['end'])}, {short_label(event)}"


def _points(drawn: Sequence[Drawn], part: str, palette: Palette) -> dict[str, Any]:
    """Return the marks of the days that are known, and the labels of all events of a part."""
    marks = [mark for mark in drawn if mark.part == part]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [mark.anchor for mark in marks],
        "y": [mark.row for mark in marks],
        "text": [mark.text for mark in marks],
        "textposition": [f"middle {'left' if m.side == 'left' else 'right'}" for m in marks],
        "textfont": {"size": TEXT_SIZE, "color": palette.ink},
        "customdata": [mark.event["id"] for mark in marks],
        # A vague date is told by its band.
        "hovertext": ["" if mark.vague else _hover(mark) for mark in marks],
        "hoverinfo": ["skip" if mark.vague else "text" for mark in marks],
        "cliponaxis": False,
        "marker": {
            "symbol": SYMBOLS[part],
            "size": 9,
            "color": _colour(part, palette),
            "line": {"width": 2, "color": _colour(part, palette)},
            "opacity": [0 if mark.vague else 1 for mark in marks],
        },
        "unselected": {"marker": {"opacity": 1}},
    }


def _bands(drawn: Sequence[Drawn], palette: Palette) -> list[dict[str, Any]]:
    """Return the periods as bars, whose ends fade where their days are not known.

    A fading bar is clear, to be pointed at, and lies over ever shorter ones, each a little tint.
    """
    marks = [mark for mark in drawn if mark.first != mark.last]
    vague = [mark for mark in marks if mark.vague]
    shorter = [FADING_SHARE * (step + 0.5) / FADING_STEPS for step in range(FADING_STEPS)]
    tints = _bars([(mark, cut) for mark in vague for cut in shorter], palette)
    tints["marker"]["opacity"] = 1 - (1 - TINT) ** (1 / FADING_STEPS)
    bands = _bars([(mark, 0) for mark in marks], palette)
    bands["marker"]["opacity"] = [0 if mark.vague else TINT for mark in marks]
    told = {
        "customdata": [mark.event["id"] for mark in marks],
        "hovertext": [_hover(mark) for mark in marks],
        "hoverinfo": "text",
    }
    return [tints | {"hoverinfo": "skip"}, bands | told]


def _bars(cuts: Sequence[tuple[Drawn, float]], palette: Palette) -> dict[str, Any]:
    """Return bars for periods that have lost a share of their length at each end."""
    whole = [mark.last - mark.first + (DAY if mark.vague else NO_TIME) for mark, _ in cuts]
    begins = [
        datetime.combine(mark.first, time()) + cut * length
        for (mark, cut), length in zip(cuts, whole, strict=True)
    ]
    lengths = [(1 - 2 * cut) * length for (_, cut), length in zip(cuts, whole, strict=True)]
    scale = [
        [share, _colour(part, palette)] for share, part in zip((0, 0.5, 1), PARTS, strict=True)
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [begin.isoformat("T", "minutes") for begin in begins],
        "x": [length // MILLISECOND for length in lengths],
        "y": [mark.row for mark, _ in cuts],
        "width": BAND_WIDTH,
        "marker": {
            # Numbers on a scale: a third of what as many names of colours weigh.
            "color": [PARTS.index(mark.part) for mark, _ in cuts],
            "colorscale": scale,
            "cmin": 0,
            "cmax": len(PARTS) - 1,
            "line": {"width": 0},
        },
    }


def _beginnings(drawn: Sequence[Drawn], palette: Palette) -> dict[str, Any]:
    """Return marks for the first days of known periods; the others stand where the labels hang."""
    marks = [mark for mark in drawn if not mark.vague and mark.anchor != mark.first]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.first for mark in marks],
        "y": [mark.row for mark in marks],
        "hoverinfo": "skip",
        "marker": {
            "symbol": [SYMBOLS[mark.part] for mark in marks],
            "size": 9,
            "color": [_colour(mark.part, palette) for mark in marks],
            "line": {"width": 2},
        },
    }


def _ring(mark: Drawn, palette: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.anchor],
        "y": [mark.row],
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {
            "symbol": "circle-open",
            "size": 16,
            "color": palette.ink,
            "line": {"width": 2},
        },
    }


def _hover(mark: Drawn) -> str:
    when = spell_period(mark.event["start"], mark.event["end"])
    return f"{when}<br>{literal(mark.event['title'])}"


def _colour(part: str, palette: Palette) -> str:
    return {IN_STORY: palette.accent, CONTEXT: palette.context}.get(part, palette.muted)


def _ends(span: Span) -> tuple[date, date]:
    return first_day(span.start), last_day(span.end) + DAY


def _tint(story: Story, span: Span, palette: Palette) -> Mapping[str, Any]:
    """Return the ground behind everything after the day of publication."""
    start, end = _ends(span)
    after = min(max(last_day(story.published) + DAY, start), end)
    box = {"x0": after, "x1": end, "yref": "paper", "y0": 0, "y1": 1}
    style = {"fillcolor": palette.panel, "line": {"width": 0}, "layer": "below"}
    return {"type": "rect"} | box | style


def _rules(rows: Iterable[int], palette: Palette) -> dict[str, Any]:
    """Return the lines above the lanes, as one path."""
    path = "".join(f"M0,{row - 0.5}L1,{row - 0.5}" for row in rows)
    style = {"line": {"width": 1, "color": palette.muted}}
    return {"type": "path", "xref": "paper", "path": path} | style


def _line(day: date, palette: Palette) -> dict[str, Any]:
    box = {"x0": day, "x1": day, "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    return {"type": "line", "line": {"width": 1, "dash": "dot", "color": palette.muted}} | box


def _lane_name(name: str, row: int, palette: Palette) -> dict[str, Any]:
    return {
        "xref": "paper",
        "x": 0,
        "y": row,
        "text": f"<b>{literal(name)}</b>",
        "font": {"size": TEXT_SIZE, "color": palette.muted},
        "showarrow": False,
        "xanchor": "left",
    }


def _headings(story: Story, span: Span, closer: Sequence[Span]) -> list[tuple[date, str]]:
    """Return the days that have a line, with what stands above it."""
    start, end = _ends(span)
    clocks = [(first_day(clock.date), spell_clock(clock)) for clock in distinct(story)]
    apart = [(first_day(part.start), f"{part.name}: see the closer view") for part in closer]
    return [(day, text) for day, text in sorted(apart + clocks) if start <= day < end]


def _heading_texts(
    headings: Sequence[tuple[date, str]], span: Span, palette: Palette
) -> list[dict[str, Any]]:
    """Return the headings above the plot, each in a line of its own beside its day."""
    start, end = _ends(span)
    return [
        {
            "x": day,
            "yref": "paper",
            "y": 1,
            "yshift": LINE_HEIGHT * (len(headings) - 1 - place),
            "text": literal(text),
            "font": {"size": TEXT_SIZE, "color": palette.ink},
            "showarrow": False,
            "yanchor": "bottom",
            "xanchor": "right" if day - start > (end - start) / 2 else "left",
        }
        for place, (day, text) in enumerate(headings)
    ]
