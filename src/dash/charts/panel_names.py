"""Words and numerals in the panels of running totals, as Plotly's annotations."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from dash.charts.layout import highest, literal
from dash.charts.panels import HEADING, LEFT, TEXT_LINE, Line, Panel, day_of
from dash.figures.words import ends, spell_short
from dash.palette import Palette
from dash.schema.story import Rise

NAME_SIZE, RISE_SIZE = 12, 20
# Letters of a line of a name, and the share of the time axis left of its end from which on a line's
# name stands in the margin.
NAME_WIDTH, NEAR_THE_END = 18, 0.14
# Where a name that is not in the margin stands, in pixels from its mark: above it, towards the
# middle of the time axis.
ABOVE: dict[str, object] = {"ax": -10, "ay": -30, "xanchor": "right", "align": "right"}
ABOVE_EARLY: dict[str, object] = {"ax": 10, "ay": -30, "xanchor": "left", "align": "left"}
NUMERALS = "①②③④⑤⑥⑦⑧⑨"


def names_in(panel: Panel, first: date, end: date, palette: Palette) -> Iterator[dict[str, object]]:
    """Yield the panel's heading, and each line's last number and name beside its end."""
    yield _heading(panel)
    border = end - (end - first) * NEAR_THE_END
    lines = [line for line in panel.lines if not _told_by_the_story(line, panel)]
    late = [line for line in lines if day_of(line.last) >= border]
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
            early = day_of(line.last) < first + (end - first) / 4
            away = ABOVE_EARLY if early else ABOVE
            yield {**_beside(line, panel, _name(line), palette), **away}


def _heading(panel: Panel) -> dict[str, object]:
    return {
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


def _told_by_the_story(line: Line, panel: Panel) -> bool:
    """Return whether a number of the story names the same claimant and value: one name for both."""
    said = (line.name, spell_short(line.last))
    return not line.own and any(
        said == (own.name, spell_short(own.last)) for own in panel.lines if own.own
    )


def _beside(line: Line, panel: Panel, text: str, palette: Palette) -> dict[str, object]:
    colour = palette.accent if line.own else palette.ink
    return {
        "x": day_of(line.last).isoformat(),
        "y": highest(line.last),
        "yref": panel.axis,
        "text": text,
        "font": {"size": NAME_SIZE, "color": colour},
        "arrowcolor": palette.accent if line.own else palette.muted,
        "arrowwidth": 1,
        "arrowhead": 0,
        "standoff": 5,
    }


def _name(line: Line) -> str:
    lines = textwrap.wrap(line.name, NAME_WIDTH)
    return "<br>".join([f"<b>{literal(spell_short(line.last))}</b>", *map(literal, lines)])


def _spread(lines: Sequence[Line], texts: Sequence[str], panel: Panel) -> list[float]:
    """Return where the middle of each name stands, so that none runs into another.

    Names make room upwards first, as far as there is some above the panel: a name far below its
    mark would have its line run through the marks between.
    """
    tall = [(text.count("<br>") + 1.4) * TEXT_LINE * panel.per_pixel for text in texts]
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


def rises_in(panel: Panel, rises: Sequence[Rise], palette: Palette) -> Iterator[dict[str, object]]:
    """Yield a numeral in the corner of each rise that no count of the time between explains."""
    rows = {row["id"]: row for line in panel.lines for row in line.rows}
    for numeral, rise in zip(NUMERALS, rises, strict=False):
        if rise.before in rows and rise.after in rows:
            before, after = rows[rise.before], rows[rise.after]
            yield {
                "x": day_of(after).isoformat(),
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
