"""The chart of running totals: each by the date that it goes up to, none joined to the next.

A line from one total to the next would read as deaths over time. Each total
replaces the one before, for all the years it covers, so the points stand alone.
"""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from dash.charts.layout import Trace, chart_of, highest, literal, scatter
from dash.dates import last_day, spell
from dash.figures.intervals import interval_of
from dash.figures.words import ends, spell_population, spell_time, spell_value
from dash.palette import Palette
from dash.schema.rows import Figure
from dash.schema.story import Rise, Story

HEIGHT, LEGEND_LINE = 400, 24
LEGEND = {
    "orientation": "v",
    "x": 0,
    "y": -0.09,
    "yanchor": "top",
    "itemclick": False,
    "itemdoubleclick": False,
    "itemsizing": "constant",
}
SYMBOLS = ("square", "diamond", "pentagon", "hexagon", "cross")
# The length of an arrow as a share of the axis; its stem and head, and a range's bar, in pixels.
ARROW, STEM, HEAD, BAR = 0.035, 12, 10, 7
# A space that SVG does not drop at the end of a text.
SPACE = "\u2003"
LABEL_HEIGHT = 18
OWN = "The story's own figures"
NUMERALS = "①②③④⑤⑥⑦⑧⑨"


def totals_chart(totals: Sequence[Figure], story: Story, palette: Palette) -> go.Figure:
    """Draw totals by date: a dot, a bar from low to high, an arrow up for an open end.

    Args:
        totals: Rows from `dash.figures.selection.running_totals`.
        story: The names of the series and populations, and the rises to mark.
        palette: The colours; the story's figures take the accent.
    """
    top = max((highest(row) for row in totals), default=0.0) or 1.0
    series = [key for key in story.series if any(row["series"] == key for row in totals)]
    own = [row for row in totals if row["in_story"]]
    traces: list[Trace] = []
    for place, key in enumerate(series):
        points = [row for row in totals if row["series"] == key]
        colour = palette.context if place == 0 else palette.muted
        symbol = SYMBOLS[place % len(SYMBOLS)]
        traces.append(_series(points, story.series[key].label, symbol, colour, top))
    traces.append(_series(own, OWN, "circle", palette.accent, top))
    traces.append(_population_labels(totals, story, palette))
    traces.append(_rise_marks(totals, story.rises, palette, 0.01 * top))
    return chart_of(
        traces,
        palette,
        HEIGHT,
        xaxis={"showgrid": False},
        yaxis={"range": [0, 1.15 * top], "tickformat": ",d", "nticks": 8},
        annotations=_story_labels(own, palette),
        bottom_margin=48 + LEGEND_LINE * (len(series) + 1),
        showlegend=True,
        legend=LEGEND,
    )


def totals_alt(totals: Sequence[Figure], story: Story, claimants: Mapping[str, str]) -> str:
    """Describe a chart of running totals: for each claimant and population the first and the last.

    Args:
        totals: Rows from `dash.figures.selection.running_totals`.
        story: The names of the series and populations.
        claimants: Names of the actors by id.
    """
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for row in sorted(totals, key=lambda row: last_day(row["as_of"])):
        label = story.series[row["series"]].label if row["series"] else "The story"
        who = claimants.get(row["claimant"] or "", "nobody named")
        # What another body says, or of others, is no step of the same count.
        key = (label, who, spell_population(row, story.populations))
        groups.setdefault(key, []).append(row)
    parts = [
        f"{', '.join(filter(None, key))}: {_first_and_last(rows)}" for key, rows in groups.items()
    ]
    return "Totals, none joined to another. " + "; ".join(parts) + "."


def _first_and_last(rows: Sequence[Figure]) -> str:
    first, *others = (f"{spell_value(row)} ({spell_time(row)})" for row in rows)
    return f"{len(rows)} totals, the first {first}, the last {others[-1]}" if others else first


def spell_rises(
    rows: Mapping[str, Figure], story: Story, claimants: Mapping[str, str]
) -> list[str]:
    """Return what to say of each rise that the chart marks, in the chart's order.

    Args:
        rows: All figures by id.
        story: The rises.
        claimants: Names of the actors by id.
    """
    return [
        f"{numeral} From {_dated(rows[rise.before])} to {_dated(rows[rise.after])}. "
        "What was counted in between does not explain this rise: "
        f"{claimants.get(rows[rise.beside]['claimant'] or '', 'a source without a name')} has "
        f"{spell_value(rows[rise.beside])} for {spell_time(rows[rise.beside])}. {rise.note}"
        for numeral, rise in zip(NUMERALS, story.rises, strict=False)
    ]


def _dated(row: Figure) -> str:
    return f"{spell_value(row)} ({spell(row['as_of'])})"


def _day(row: Figure) -> str:
    return last_day(row["as_of"]).isoformat()


def _series(rows: Sequence[Figure], name: str, symbol: str, colour: str, top: float) -> Trace:
    """Draw the points of one series, its ranges as bars and its floors as arrows.

    An arrow is two further marks, a stem and a head, so that a series is one trace.
    """
    floors = [row for row in rows if row["bound"] in ("at_least", "more_than")]
    arrows = len(floors)
    numbers = [symbol + ("-open" if row["bound"] in ("about", "more_than") else "") for row in rows]
    stems, heads = ([ends(row)[0] + share * ARROW * top for row in floors] for share in (0.5, 1))
    bars = [(high - low) / 2 for low, high in map(ends, rows)]
    return scatter(
        x=[_day(row) for row in (*rows, *floors, *floors)],
        # The mark of a range hides in the middle of its bar.
        y=[*(highest(row) - half for row, half in zip(rows, bars, strict=True)), *stems, *heads],
        name=literal(name),
        mode="markers",
        marker={
            "symbol": numbers + ["line-ns"] * arrows + ["triangle-up"] * arrows,
            "size": [1 if half else 10 for half in bars] + [STEM] * arrows + [HEAD] * arrows,
            "color": colour,
            "opacity": 1,
            "line": {"width": [2] * (len(rows) + arrows) + [0] * arrows, "color": colour},
        },
        error_y={"array": bars, "thickness": BAR, "width": 0, "color": colour},
        customdata=[row["id"] for row in rows],
        hovertext=[f"{spell_value(row)}, {spell_time(row)}" for row in rows],
        hoverinfo=["text+name"] * len(rows) + ["skip"] * (2 * arrows),
        hoverlabel={"namelength": -1},
    )


def _story_labels(rows: Sequence[Figure], palette: Palette) -> list[dict[str, object]]:
    """Write the story's numbers apart from the crowd: the highest above it, the others below."""
    ordered = sorted(rows, key=highest, reverse=True)
    return [
        {
            "x": _day(row),
            "y": highest(row),
            "text": f"<b>{literal(spell_value(row))}</b>",
            "font": {"color": palette.accent},
            "arrowcolor": palette.accent,
            "arrowwidth": 1,
            "standoff": 8,
            "ax": -36,
            "ay": 46 if place else -46,
        }
        for place, row in enumerate(ordered)
    ]


def _population_labels(rows: Sequence[Figure], story: Story, palette: Palette) -> Trace:
    """Name among whom the first series counts, beside one of the first points of each.

    A population that begins later has its name at its first point; the ones before it take the
    first point at which their name does not run into another on a phone.
    """
    room = 1.15 * max(map(highest, rows), default=0.0) * LABEL_HEIGHT / HEIGHT
    points: dict[str, list[Figure]] = {}
    for row in sorted(rows, key=_day):
        if row["series"] == next(iter(story.series)) and row["population"]:
            points.setdefault(row["population"], []).append(row)
    first = next(iter(points), None)
    named: dict[str, Figure] = {}
    for population, own in reversed(points.items()):
        taken = [highest(row) for row in named.values()]
        free = (row for row in own if all(abs(highest(row) - other) > room for other in taken))
        named[population] = next(free, own[0])
    return scatter(
        x=[_day(row) for row in named.values()],
        y=[highest(row) for row in named.values()],
        text=[f"{SPACE}{literal(story.populations[population])}{SPACE}" for population in named],
        mode="text",
        textposition=[
            "middle right" if row["population"] == first else "middle left"
            for row in named.values()
        ],
        textfont={"color": palette.muted},
        hoverinfo="skip",
        showlegend=False,
    )


def _rise_marks(
    totals: Sequence[Figure], rises: Sequence[Rise], palette: Palette, gap: float
) -> Trace:
    """Number each rise below the total that it leads to."""
    rows = {row["id"]: row for row in totals}
    after = [
        (numeral, rows[rise.after])
        for numeral, rise in zip(NUMERALS, rises, strict=False)
        if rise.after in rows
    ]
    return scatter(
        x=[_day(row) for _, row in after],
        y=[interval_of(row).low - gap for _, row in after],
        text=[numeral for numeral, _ in after],
        mode="text",
        textposition="bottom center",
        textfont={"color": palette.ink, "size": 20},
        hoverinfo="skip",
        showlegend=False,
    )
