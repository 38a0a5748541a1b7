"""Figures as bars on one scale with 0 on it: a track for each, and the scale below them.

What a figure leaves open is drawn open: a floor has no end to the right, a range is a band, an
approximate number has a dashed outline.
"""

from dash.drawings.scale import Scale
from dash.drawings.svg import Drawing, element, fluid, percent, writing
from dash.figures.units import around, spell_quantity
from dash.figures.words import ends, spell_value
from dash.palette import Palette
from dash.schema.rows import Figure

TRACK_HEIGHT = 22
SCALE_HEIGHT = 24
RADIUS = 8
# Letters of a unit that fit at each number, and pixels of a line for a longer one.
SHORT_UNIT, UNIT_LINE = 2, 17
FLOORS = ("more_than", "at_least")


def track(figure: Figure, scale: Scale, colour: str, palette: Palette) -> Drawing:
    """Draw one figure's mark on its track."""
    middle = TRACK_HEIGHT / 2
    low, high = (percent(scale.share(end)) for end in ends(figure))
    zero = scale.share(0)
    near = percent(scale.share(min(ends(figure), key=abs)))
    line = {"y1": middle, "y2": middle}
    parts = [
        element("line", x1=0, x2="100%", stroke=palette.muted, stroke_opacity=0.35, **line),
        element("line", x1=percent(zero), x2=near, stroke=colour, stroke_width=5, **line),
    ]
    if figure["bound"] == "range":
        start, end = map(scale.share, ends(figure))
        width = percent(end - start)
        band = {"x": low, "width": width, "y": 3, "height": TRACK_HEIGHT - 6}
        parts.append(element("rect", fill=colour, stroke=colour, stroke_width=2, **band))
    elif figure["bound"] in FLOORS:
        parts += _open_end(low, colour, middle)
    if figure["bound"] != "range":
        dashes = {"stroke_dasharray": "3 2"} if figure["bound"] == "about" else {}
        fill = colour if figure["bound"] == "exact" else palette.paper
        round_ = {"cx": high, "cy": middle, "r": RADIUS - 1, "fill": fill}
        parts.append(element("circle", stroke=colour, stroke_width=2, **round_, **dashes))
    return fluid(TRACK_HEIGHT, parts, _seen(figure, scale))


def axis(scale: Scale, unit: str, palette: Palette) -> Drawing:
    """Draw the scale: a line with its ticks and their numbers, and a unit too long for them."""
    short = len("".join(around(unit)).strip()) <= SHORT_UNIT
    parts = [element("line", x1=0, x2="100%", y1=1, y2=1, stroke=palette.muted)]
    for number, value in enumerate(scale.ticks):
        x = percent(number / scale.steps)
        anchor = "start" if number == 0 else "end" if number == scale.steps else "middle"
        parts.append(element("line", x1=x, x2=x, y1=1, y2=6, stroke=palette.muted))
        look = {"fill": palette.muted, "font_size": 13, "text_anchor": anchor}
        parts.append(writing(spell_quantity(unit if short else "", value), x=x, y=20, **look))
    if short:
        return fluid(SCALE_HEIGHT, parts, "")
    look = {"fill": palette.muted, "font_size": 13, "text_anchor": "end"}
    parts.append(writing(unit, x="100%", y=20 + UNIT_LINE, **look))
    return fluid(SCALE_HEIGHT + UNIT_LINE, parts, "")


def _open_end(start: str, colour: str, middle: float) -> list[str]:
    """Return an arrow from a floor to the right end: it may be any number from there on."""
    look = {"stroke": colour, "stroke_width": 2, "fill": "none"}
    # A nested image of its own: a path counts in pixels, and the right end is at 100 per cent.
    head = element("path", d=f"M-9 {middle - 5}L-2 {middle}L-9 {middle + 5}", **look)
    return [
        element("line", x1=start, x2="100%", y1=middle, y2=middle, stroke_dasharray="5 4", **look),
        f'<svg x="100%" overflow="visible">{head}</svg>',
    ]


def _seen(figure: Figure, scale: Scale) -> str:
    unit = figure["unit"]
    within = f"On a scale from {spell_quantity(unit, scale.start, scale.end)}"
    low, high = (spell_quantity(unit, end) for end in ends(figure))
    match figure["bound"]:
        case "range":
            return f"{within}: a band from {spell_quantity(unit, *ends(figure))}."
        case "more_than" | "at_least":
            return f"{within}: an open ring at {low} and an arrow on to the right."
        case "about":
            return f"{within}: a dashed ring at {spell_value(figure)}."
        case _:
            return f"{within}: a dot at {high}."
