"""A dot plot in rows: each figure's mark with its number beside it, on one scale.

The rows are the page's own elements, so that their words are text, on paper too, and a row opens
its record; the stylesheet of /casualties draws the marks. What it needs to know is said here: where
on the scale each mark stands. A picture for each row would weigh three times as much in every run.
"""

import html
from collections.abc import Iterator, Sequence

from dash.drawings.scale import Scale, spell_start
from dash.drawings.strip import FLOORS, SHORT_UNIT
from dash.figures.units import PEOPLE, around, spell_number, spell_quantity
from dash.figures.words import ends, spell_short
from dash.schema.rows import Figure
from dash.schema.units import form_of

# Pixels: a number's letters, from a mark to its number, and what an arrow adds to it.
SIZE, BESIDE, ARROW = 14, 12, 16
# Width of a letter in parts of its size, as wide sans-serif fonts have it.
LETTER = 0.54
# The scale of a phone 320 pixels wide.
SHORTEST = 150


def row_key(figure: Figure) -> str:
    """Return the key of a figure's row: how its number is meant, by which the mark is drawn."""
    return f"dot_{figure['bound']}_{figure['id']}"


def places(key: str, figures: Sequence[Figure], scale: Scale, band: Figure | None = None) -> str:
    """Return where the marks of a plot stand, as rules of CSS: as shares of the scale.

    `--a` and `--b` are a figure's lowest and highest value, `--m` its best estimate, `--p` and
    `--q` the ends of the band behind it, `--c` its colour: the accent where it is the story's.
    `--s` and `--t` say where the line from 0 starts and how long it is, where not from the left
    end to the lowest value.

    Args:
        key: The key of the plot's container.
        figures: Its figures; their ids are letters, digits and hyphens.
        scale: Their scale.
        band: A range that lies behind the figures that count the same people.
    """
    whole = {"--room": f"{room(figures, scale)}px"}
    # A length from the left end would stand for nothing.
    whole |= {} if scale.has_zero else {"--t": "0"}
    rules = [_rule(key, whole)]
    rules += [_rule(row_key(one), dict(_properties(one, scale, band))) for one in figures]
    return f"<style>{''.join(rules)}</style>"


def room(figures: Sequence[Figure], scale: Scale) -> int:
    """Return how many pixels numbers take beyond the scale's end, where it is a phone's."""
    return max((round(_reach(figure, scale)) for figure in figures), default=0)


def axis(scale: Scale, unit: str) -> str:
    """Return the scale below the rows as HTML: a tick and a number at each step, and the unit."""
    ticks = (
        f'<i style="left:{_share(number / scale.steps, 100)}%">'
        f"{_tick(value, unit, last=number == scale.steps)}</i>"
        for number, value in enumerate(scale.ticks)
    )
    told = "" if scale.has_zero else f"<p>{html.escape(spell_start(scale, unit))}</p>"
    return f"<div>{''.join(ticks)}</div>{told}"


def _tick(value: float, unit: str, *, last: bool) -> str:
    """Return a tick's number: with a short unit at each, a long one at the last alone."""
    before, after = around(form_of(unit, value))
    if len("".join(around(unit)).strip()) <= SHORT_UNIT and unit != PEOPLE:
        return html.escape(spell_quantity(unit, value))
    if not last:
        return spell_number(value)
    unit = form_of(unit, value) if unit == PEOPLE else after.strip()
    return html.escape(before) + spell_number(value) + (_unit(unit) if unit else "")


def _properties(figure: Figure, scale: Scale, band: Figure | None) -> Iterator[tuple[str, str]]:
    low, high = ends(figure)
    yield "--a", _share(scale.share(low))
    yield "--b", _share(scale.share(high))
    if scale.first < 0 and scale.has_zero:
        near = min((low, high), key=abs)
        yield "--s", _share(scale.share(min(near, 0.0)))
        yield "--t", _share(abs(scale.share(near) - scale.share(0)))
    if figure["in_story"]:
        yield "--c", "var(--accent)"
    if figure["bound"] == "range" and figure["best"] is not None:
        yield "--m", _share(scale.share(figure["best"]))
    if band is not None and figure["population"] == band["population"]:
        low, high = ends(band)
        yield "--p", _share(scale.share(low))
        yield "--q", _share(scale.share(high))


def _rule(key: str, properties: dict[str, str]) -> str:
    return f".st-key-{key}{{{';'.join(f'{name}:{value}' for name, value in properties.items())}}}"


def _share(share: float, of: int = 1) -> str:
    return f"{share * of:.4f}".rstrip("0").rstrip(".")


def _unit(unit: str) -> str:
    return f"<u>&nbsp;{html.escape(unit)}</u>"


def _reach(figure: Figure, scale: Scale) -> float:
    beside = BESIDE + (ARROW if figure["bound"] in FLOORS else 0)
    wide = LETTER * SIZE * len(spell_short(figure)) + beside
    return max(0.0, wide - (1 - scale.share(ends(figure)[1])) * SHORTEST)
