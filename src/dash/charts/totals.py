"""The chart of running totals: a panel for each group of people, on one time axis.

A total counts from the beginning up to its date, and the next one of the same claimant replaces it
for all of its years. So each holds until it is replaced, as a step: a slope would read as deaths
over time. Two claimants, or two series, are never joined. All panels have one scale.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

import plotly.graph_objects as go

from dash.charts.layout import (
    TOOLBAR_HEIGHT,
    Trace,
    figure_of,
    highest,
    layout_of,
    literal,
    scatter,
)
from dash.charts.panel_names import NUMERALS, names_in, rises_in
from dash.charts.panels import LEFT, Line, Panel, axis_of, day_of, panels_of
from dash.dates import spell
from dash.figures.words import ends, spell_population, spell_time, spell_value
from dash.palette import Palette
from dash.schema.rows import Figure
from dash.schema.story import Story
from dash.wording import MARK_OF_ABOUT, MARK_OF_ONE, NOBODY_NAMED, THE_STORY

# Pixels below the panels and right of them.
BOTTOM, RIGHT = 40, 128
# Of a mark.
MARK = 9
# What the time axis has after the last total, for half its mark.
END = 0.025
SYMBOLS = {
    "exact": "circle",
    "about": "diamond-open",
    "at_least": "triangle-up",
    "more_than": "triangle-up-open",
    "range": "circle",
}
MARKS_IN_WORDS = "\u2003".join(
    mark.replace(" ", "\u00a0", 1)
    for mark in (
        MARK_OF_ONE,
        MARK_OF_ABOUT,
        "▲ at least",
        "△ more than",
        "━━ a band from lowest to highest",
    )
)
Value = TypeVar("Value")


def totals_chart(
    totals: Sequence[Figure], story: Story, claimants: Mapping[str, str], palette: Palette
) -> go.Figure:
    """Draw totals by date, each holding until the same claimant replaces it.

    Args:
        totals: Rows from `dash.figures.selection.running_totals`, at least one.
        story: The names of the populations, and the rises to mark.
        claimants: Names of the actors by id.
        palette: The colours; the story's figures take the accent.
    """
    panels = panels_of(totals, story, claimants)
    height = panels[-1].top + panels[-1].height
    days = [day_of(row) for row in totals]
    first = date(min(days).year, 1, 1)
    end = max(days) + (max(days) - first) * END
    traces = [trace for panel in panels for trace in _drawn(panel, palette)]
    notes = [note for panel in panels for note in names_in(panel, first, end, palette)]
    notes += [note for panel in panels for note in rises_in(panel, story.rises, palette)]
    axes = {f"yaxis{panel.axis[1:]}": axis_of(panel, height, palette) for panel in panels}
    time = {
        "range": [first.isoformat(), end.isoformat()],
        "showgrid": False,
        "anchor": panels[-1].axis,
        "nticks": 6,
        "tickangle": 0,
        "tickformat": "%Y",
    }
    margin = {"l": LEFT, "r": RIGHT, "t": TOOLBAR_HEIGHT, "b": BOTTOM}
    whole = height + TOOLBAR_HEIGHT + BOTTOM
    layout = layout_of(palette, whole, margin=margin, annotations=notes, xaxis=time, **axes)
    return figure_of(traces, layout)


def totals_alt(totals: Sequence[Figure], story: Story, claimants: Mapping[str, str]) -> str:
    """Describe a chart of running totals: for each claimant and population the first and the last.

    Args:
        totals: Rows from `dash.figures.selection.running_totals`.
        story: The names of the series and populations.
        claimants: Names of the actors by id.
    """
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for row in sorted(totals, key=day_of):
        label = story.series[row["series"]].label if row["series"] else THE_STORY
        who = claimants.get(row["claimant"] or "", NOBODY_NAMED)
        # What another body says, or of others, is no step of the same count.
        key = (label, who, spell_population(row, story.populations))
        groups.setdefault(key, []).append(row)
    parts = [
        f"{', '.join(dict.fromkeys(filter(None, key)))}: {_first_and_last(rows)}"
        for key, rows in groups.items()
    ]
    return (
        "Totals by date, a panel for each group of people; each holds until the same claimant "
        "replaces it, and no two claimants are joined. " + "; ".join(parts) + "."
    )


def _first_and_last(rows: Sequence[Figure]) -> str:
    first, last = (f"{spell_value(row)} ({spell_time(row)})" for row in (rows[0], rows[-1]))
    return f"{len(rows)} totals, the first {first}, the last {last}" if len(rows) > 1 else first


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


def _drawn(panel: Panel, palette: Palette) -> Iterator[Trace]:
    """Yield the steps of each line, low and high with the ground between them, and its marks."""
    # The story's own on top: others may have said the same.
    for line in sorted(panel.lines, key=lambda line: line.own):
        colour = palette.accent if line.own else palette.context
        if len(line.rows) > 1:
            yield _steps(line, panel, 0, colour)
            if any(row["bound"] == "range" for row in line.rows):
                yield {**_steps(line, panel, 1, colour), "fill": "tonexty"}
        yield _marks(line, panel, colour)


def _steps(line: Line, panel: Panel, end: int, colour: str) -> Trace:
    return scatter(
        x=[day_of(row).isoformat() for row in line.rows],
        y=[ends(row)[end] for row in line.rows],
        yaxis=panel.axis,
        mode="lines",
        line={"shape": "hv", "width": 1.5, "color": colour},
        hoverinfo="skip",
    )


def _marks(line: Line, panel: Panel, colour: str) -> Trace:
    """Draw a mark at each total's date, and a bar from low to high."""
    halves = [(ends(row)[1] - ends(row)[0]) / 2 for row in line.rows]
    told = [f"{spell_value(row)}, {spell_time(row)}" for row in line.rows]
    return scatter(
        x=[day_of(row).isoformat() for row in line.rows],
        y=[highest(row) - half for row, half in zip(line.rows, halves, strict=True)],
        yaxis=panel.axis,
        mode="markers",
        marker={
            "symbol": _alike([SYMBOLS[row["bound"]] for row in line.rows]),
            "size": _alike([6 if half else MARK + 2 * line.own for half in halves]),
            "color": colour,
            "opacity": 1,
            "line": {"width": 2, "color": colour},
        },
        error_y={"array": halves, "thickness": MARK, "width": 0, "color": colour}
        if any(halves)
        else {"visible": False},
        customdata=[row["id"] for row in line.rows],
        name=literal(line.name),
        hovertext=told,
        hoverinfo="text+name",
        hoverlabel={"namelength": -1},
    )


def _alike(values: list[Value]) -> Value | list[Value]:
    """Return one value for all that are alike: it is less to send."""
    return values[0] if len(set(values)) == 1 else values
