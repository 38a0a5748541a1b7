"""The chart of running totals: a panel for each group of people, on one time axis.

A total counts from the beginning up to its date, and the next one of the same claimant replaces it
for all of its years. So each holds until it is replaced, as a step: a slope would read as deaths
over time. Two claimants, or two series, are never joined. All panels have one scale.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10
from typing import TypeVar

import plotly.graph_objects as go

from dash.charts.layout import (
    TOOLBAR_HEIGHT,
    Trace,
    figure_of,
    highest,
    layout_of,
    literal,
    lowest,
    scatter,
    values_axis,
)
from dash.dates import last_day, spell
from dash.figures.words import (
    ends,
    spell_population,
    spell_short,
    spell_time,
    spell_value,
)
from dash.palette import Palette
from dash.schema.rows import Figure
from dash.schema.story import Rise, Story
from dash.wording import MARK_OF_ABOUT, MARK_OF_ONE, NOBODY_NAMED, THE_STORY

# Pixels: the tallest panel, the lowest one, what lies above and below each, and both margins.
TALLEST, LOWEST, HEADING, BOTTOM = 300, 84, 40, 40
LEFT, RIGHT = 56, 128
# Above the highest number of a panel, as a share of it.
HEADROOM = 1.08
# Pixels of a line of a name, letters of a line, and the share of the time axis left of its end from
# which on a line's name stands in the margin.
NAME_LINE, NAME_WIDTH, NEAR_THE_END = 15, 18, 0.14
# What the time axis has after the last total, for half its mark.
END = 0.025
NAME_SIZE, MARK, RISE_SIZE = 12, 9, 20
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
# Where a name that is not in the margin stands, in pixels from its mark: above it, towards the
# middle of the time axis.
ABOVE: dict[str, object] = {"ax": -10, "ay": -30, "xanchor": "right", "align": "right"}
ABOVE_EARLY: dict[str, object] = {"ax": 10, "ay": -30, "xanchor": "left", "align": "left"}
Value = TypeVar("Value")
NUMERALS = "①②③④⑤⑥⑦⑧⑨"


@dataclass(frozen=True)
class _Line:
    """Totals that replace each other: of one claimant, series and group of people."""

    rows: tuple[Figure, ...]
    name: str

    @property
    def last(self) -> Figure:
        return self.rows[-1]

    @property
    def own(self) -> bool:
        return self.last["in_story"]


@dataclass(frozen=True)
class _Panel:
    """A group of people, the totals of it, and where the panel stands, in pixels from the top."""

    name: str
    lines: tuple[_Line, ...]
    number: int
    top: int
    height: int
    most: float
    least: float
    unit: str

    @property
    def axis(self) -> str:
        return "y" if self.number == 1 else f"y{self.number}"

    @property
    def per_pixel(self) -> float:
        return (self.most - self.least) / self.height


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
    panels = _panels(totals, story, claimants)
    height = panels[-1].top + panels[-1].height
    days = [_day(row) for row in totals]
    first = date(min(days).year, 1, 1)
    end = max(days) + (max(days) - first) * END
    traces = [trace for panel in panels for trace in _drawn(panel, palette)]
    notes = [note for panel in panels for note in _names(panel, first, end, palette)]
    notes += [note for panel in panels for note in _rise_marks(panel, story.rises, palette)]
    axes = {f"yaxis{panel.axis[1:]}": _axis(panel, height, palette) for panel in panels}
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
    for row in sorted(totals, key=lambda row: last_day(row["as_of"])):
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


def _day(row: Figure) -> date:
    return last_day(row["as_of"])


def _panels(totals: Sequence[Figure], story: Story, claimants: Mapping[str, str]) -> list[_Panel]:
    """Stack a panel for each group of people, all on the scale of the tallest."""
    groups: dict[str | None, dict[tuple[object, ...], list[Figure]]] = {}
    for row in sorted(totals, key=_day):
        # The story's own numbers are points beside the lines of others.
        key = (row["series"], row["claimant"], row["area"], row["id"] if row["in_story"] else None)
        groups.setdefault(row["population"], {}).setdefault(key, []).append(row)
    order = {population: number for number, population in enumerate(story.populations)}
    top, bottom = _extent(totals)
    scale = (top - bottom) / TALLEST or 1.0
    panels: list[_Panel] = []
    place = HEADING
    for population in sorted(groups, key=lambda key: order.get(key or "", len(order))):
        lines = tuple(
            _Line(tuple(rows), claimants.get(rows[0]["claimant"] or "", NOBODY_NAMED))
            for rows in groups[population].values()
        )
        most, least = _extent([row for line in lines for row in line.rows])
        height = max(round((most - least) / scale), LOWEST)
        name = story.populations.get(population or "", "")
        unit = lines[0].last["unit"]
        most = least + height * scale
        panels.append(_Panel(name, lines, len(panels) + 1, place, height, most, least, unit))
        place += height + HEADING
    return panels


def _extent(rows: Sequence[Figure]) -> tuple[float, float]:
    """Return up to where and from where rows are drawn: from 0, or from the lowest below it."""
    return max(0.0, *map(highest, rows)) * HEADROOM, min(0.0, *map(lowest, rows)) * HEADROOM


def _axis(panel: _Panel, height: int, palette: Palette) -> dict[str, object]:
    bottom = height - panel.top - panel.height
    return {
        "domain": [bottom / height, (bottom + panel.height) / height],
        **values_axis(panel.unit),
        "range": [panel.least, panel.most],
        "dtick": _tick(panel.per_pixel),
        "fixedrange": True,
        "showline": False,
        "automargin": False,
        "gridcolor": palette.panel,
        "zeroline": True,
        "zerolinecolor": palette.muted,
    }


def _tick(per_pixel: float) -> float:
    """Return the smallest step of ticks that people count in and that stand apart."""
    # From a power of ten below what is needed: the unit may be one of which tenths are told.
    step = min(1.0, 10.0 ** floor(log10(per_pixel)))
    while step / per_pixel < 2 * NAME_LINE:
        step *= 2.5 if f"{step:e}".startswith("2") else 2
    return step


def _drawn(panel: _Panel, palette: Palette) -> Iterator[Trace]:
    """Yield the steps of each line, low and high with the ground between them, and its marks."""
    # The story's own on top: others may have said the same.
    for line in sorted(panel.lines, key=lambda line: line.own):
        colour = palette.accent if line.own else palette.context
        if len(line.rows) > 1:
            yield _steps(line, panel, 0, colour)
            if any(row["bound"] == "range" for row in line.rows):
                yield {**_steps(line, panel, 1, colour), "fill": "tonexty"}
        yield _marks(line, panel, colour)


def _steps(line: _Line, panel: _Panel, end: int, colour: str) -> Trace:
    return scatter(
        x=[_day(row).isoformat() for row in line.rows],
        y=[ends(row)[end] for row in line.rows],
        yaxis=panel.axis,
        mode="lines",
        line={"shape": "hv", "width": 1.5, "color": colour},
        hoverinfo="skip",
    )


def _marks(line: _Line, panel: _Panel, colour: str) -> Trace:
    """Draw a mark at each total's date, and a bar from low to high."""
    halves = [(ends(row)[1] - ends(row)[0]) / 2 for row in line.rows]
    told = [f"{spell_value(row)}, {spell_time(row)}" for row in line.rows]
    return scatter(
        x=[_day(row).isoformat() for row in line.rows],
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


def _names(panel: _Panel, first: date, end: date, palette: Palette) -> Iterator[dict[str, object]]:
    """Yield the panel's heading, and each line's last number and name beside its end."""
    yield {
        "text": f"<b>{literal(panel.name)}</b>",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "yref": f"{panel.axis} domain",
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "xshift": 8 - LEFT,
        "font": {"size": 16},
    }
    border = end - (end - first) * NEAR_THE_END
    lines = [line for line in panel.lines if not _told_by_the_story(line, panel)]
    late = [line for line in lines if _day(line.last) >= border]
    texts = [_name(line) for line in late]
    for line, text, place in zip(late, texts, _spread(late, texts, panel), strict=True):
        yield {
            **_beside(line, panel, text, palette),
            "axref": "x",
            "ax": end.isoformat(),
            "ayref": panel.axis,
            "ay": place,
            "xanchor": "left",
            "align": "left",
        }
    for line in lines:
        if line not in late:
            early = _day(line.last) < first + (end - first) / 4
            away = ABOVE_EARLY if early else ABOVE
            yield {**_beside(line, panel, _name(line), palette), **away}


def _told_by_the_story(line: _Line, panel: _Panel) -> bool:
    """Return whether a number of the story names the same claimant and value: one name for both."""
    said = (line.name, spell_short(line.last))
    return not line.own and any(
        said == (own.name, spell_short(own.last)) for own in panel.lines if own.own
    )


def _beside(line: _Line, panel: _Panel, text: str, palette: Palette) -> dict[str, object]:
    colour = palette.accent if line.own else palette.ink
    return {
        "x": _day(line.last).isoformat(),
        "y": highest(line.last),
        "yref": panel.axis,
        "text": text,
        "font": {"size": NAME_SIZE, "color": colour},
        "arrowcolor": palette.accent if line.own else palette.muted,
        "arrowwidth": 1,
        "arrowhead": 0,
        "standoff": 5,
    }


def _name(line: _Line) -> str:
    lines = textwrap.wrap(line.name, NAME_WIDTH)
    return "<br>".join([f"<b>{literal(spell_short(line.last))}</b>", *map(literal, lines)])


def _spread(lines: Sequence[_Line], texts: Sequence[str], panel: _Panel) -> list[float]:
    """Return where the middle of each name stands, so that none runs into another.

    Names make room upwards first, as far as there is some above the panel: a name far below its
    mark would have its line run through the marks between.
    """
    tall = [(text.count("<br>") + 1.4) * NAME_LINE * panel.per_pixel for text in texts]
    places = [highest(line.last) for line in lines]
    order = sorted(range(len(lines)), key=lambda i: -places[i])
    floor = float("-inf")
    for i in reversed(order):
        places[i] = max(places[i], floor + tall[i] / 2)
        floor = places[i] + tall[i] / 2
    ceiling = panel.most + HEADING * panel.per_pixel * 0.9
    for i in order:
        places[i] = min(places[i], ceiling - tall[i] / 2)
        ceiling = places[i] - tall[i] / 2
    return places


def _rise_marks(
    panel: _Panel, rises: Sequence[Rise], palette: Palette
) -> Iterator[dict[str, object]]:
    """Yield a numeral in the corner of each rise that no count of the time between explains."""
    rows = {row["id"]: row for line in panel.lines for row in line.rows}
    for numeral, rise in zip(NUMERALS, rises, strict=False):
        if rise.before in rows and rise.after in rows:
            before, after = rows[rise.before], rows[rise.after]
            yield {
                "x": _day(after).isoformat(),
                "y": ends(before)[1],
                "yref": panel.axis,
                "text": numeral,
                "font": {"size": RISE_SIZE, "color": palette.ink},
                "showarrow": False,
                "xanchor": "right",
                # Below would be lines from marks to the names in the margin.
                "yanchor": "bottom",
                "xshift": -2,
                "yshift": 2,
            }
