"""A dot plot in rows: each figure's mark with its number beside it, on one scale from 0.

A row is a picture of its own, so that what stands beside it is text and can be opened. Rows without
a gap between them show grid and band as if they were drawn at once.
"""

from collections.abc import Iterator, Sequence

from dash.drawings.strip import FLOORS, Scale
from dash.drawings.svg import Drawing, element, fluid, percent, writing
from dash.figures.words import BOUND_WORDS, ends, spell_number
from dash.palette import Palette
from dash.schema.rows import Figure

# Pixels: a number's letters, from a mark to its number, an arrow, half a mark, and a bar.
SIZE, BESIDE, ARROW, RADIUS, BAR = 14, 12, 16, 6, 12
# Width of a letter in parts of its size, as wide sans-serif fonts have it.
LETTER = 0.54
# The scale of a phone 320 pixels wide.
SHORTEST = 150
AXIS_HEIGHT, AXIS_SIZE = 24, 13
DIAMOND = "M-7 0L0 -7L7 0L0 7Z"


def short_value(figure: Figure) -> str:
    """Return the number with its bound; a best estimate is a stroke in the mark."""
    if figure["bound"] != "range":
        return BOUND_WORDS[figure["bound"]] + spell_number(ends(figure)[0])
    return " to ".join(spell_number(end) for end in ends(figure))


def room(figures: Sequence[Figure], scale: Scale) -> int:
    """Return how many pixels numbers take beyond the scale's end, where it is a phone's.

    Args:
        figures: All figures of the plot.
        scale: Their scale.
    """
    return max((round(_reach(figure, scale)) for figure in figures), default=0)


def _reach(figure: Figure, scale: Scale) -> float:
    wide = LETTER * SIZE * len(short_value(figure)) + _beside(figure)
    return max(0.0, wide - (1 - scale.share(ends(figure)[1])) * SHORTEST)


def _beside(figure: Figure) -> int:
    return BESIDE + (ARROW if figure["bound"] in FLOORS else 0)


def row(
    figure: Figure, scale: Scale, space: int, palette: Palette, band: Figure | None = None
) -> Drawing:
    """Draw one figure, as high as its place: a dot, a diamond for about, a bar for a range.

    Args:
        figure: The figure.
        scale: The scale of all rows.
        space: What `room` returns for all rows.
        palette: The colours; the story's figures take the accent.
        band: A range that lies behind the row, pale.
    """
    colour = palette.accent if figure["in_story"] else palette.context
    low, high = (scale.share(end) for end in ends(figure))
    track = {"x2": percent(low), "y1": "50%", "y2": "50%", "stroke": palette.muted}
    halo = {"stroke": palette.paper, "stroke_width": 3, "paint_order": "stroke"}
    letters = {"font_size": SIZE, "font_weight": 700, "fill": palette.ink, "y": 5, **halo}
    parts = [
        *_ground(scale, palette, band),
        element("line", stroke_opacity=0.5, **track),
        *_mark(figure, scale, colour, palette),
        _at(high, writing(short_value(figure), x=_beside(figure), **letters)),
    ]
    return fluid("100%", [_within(parts, space)], short_value(figure))


def axis(scale: Scale, space: int, unit: str, palette: Palette) -> Drawing:
    """Draw the scale below the rows: its ticks and their numbers, the last with the unit."""
    parts = [element("line", x1=0, x2="100%", y1=1, y2=1, stroke=palette.muted)]
    look = {"fill": palette.muted, "font_size": AXIS_SIZE, "y": 20}
    for number in range(scale.steps + 1):
        words, place = spell_number(number * scale.step), {"text_anchor": "middle", "x": 0}
        if number == scale.steps:
            # Its number stands below its tick as those before it, and the unit follows.
            place = {"text_anchor": "start", "x": -LETTER * AXIS_SIZE * len(words) / 2}
            words = f"{words} {unit}"
        tick = element("path", d="M0 1v5", stroke=palette.muted)
        parts.append(_at(number / scale.steps, tick + writing(words, **place, **look), y="0"))
    return fluid(AXIS_HEIGHT, [_within(parts, space)], "")


def _ground(scale: Scale, palette: Palette, band: Figure | None) -> Iterator[str]:
    """Yield the band, and a line from top to bottom at each tick."""
    if band is not None:
        low, high = (scale.share(end) for end in ends(band))
        wide = {"x": percent(low), "width": percent(high - low), "height": "100%"}
        yield element("rect", fill=palette.context, fill_opacity=0.28, **wide)
    ticks = (percent(number / scale.steps) for number in range(scale.steps + 1))
    lines = "".join(element("line", x1=x, x2=x, y2="100%") for x in ticks)
    yield f'<g stroke="{palette.muted}" stroke-opacity=".3">{lines}</g>'


def _mark(figure: Figure, scale: Scale, colour: str, palette: Palette) -> Iterator[str]:
    low, high = (scale.share(end) for end in ends(figure))
    bound = figure["bound"]
    if bound == "range":
        bar = {"x1": percent(low), "x2": percent(high), "y1": "50%", "y2": "50%"}
        yield element("line", stroke=colour, stroke_width=BAR, **bar)
        yield _at((low + high) / 2, element("path", d="M-1.5 0h3", stroke=colour, stroke_width=BAR))
        if figure["best"] is not None:
            stroke = element("path", d="M0 -10v20", stroke=palette.ink, stroke_width=3)
            yield _at(scale.share(figure["best"]), stroke)
        return
    hollow = bound in ("about", "more_than")
    look = {"fill": palette.paper if hollow else colour, "stroke": colour, "stroke_width": 2.5}
    shape = element("path", d=DIAMOND, **look) if bound == "about" else _dot(look)
    yield _at(low, (_arrow(colour) if bound in FLOORS else "") + shape)


def _dot(look: dict[str, object]) -> str:
    return element("circle", r=RADIUS, **look)


def _arrow(colour: str) -> str:
    """Return an arrow from a floor on: it may be any number from there."""
    return element("path", d="M6 0h17m-6 -5l6 5l-6 5", stroke=colour, stroke_width=2, fill="none")


def _at(share: float, drawn: str, y: str = "50%") -> str:
    """Return what is drawn in pixels around a point of the scale."""
    return f'<svg x="{percent(share)}" y="{y}" overflow="visible">{drawn}</svg>'


def _within(parts: Sequence[str], space: int) -> str:
    """Return parts on the scale, with half a mark's room before it and the numbers' after it."""
    start = RADIUS + 2
    width = f"calc(100% - {start + space}px)"
    # As an attribute for Chromium, which does not heed the property here; as that for Firefox.
    size = f'x="{start}" width="{width}" style="width:{width}" overflow="visible"'
    return f"<svg {size}>{''.join(parts)}</svg>"
