"""Figures on one scale from 0: a track for each, and the scale below them.

What a figure leaves open is drawn open: a floor has no end to the right, a range is a band, an
approximate number has a dashed outline.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from math import floor, log10

from dash.drawings.svg import Drawing, element, fluid, percent, writing
from dash.figures.words import ends, spell_number, spell_value
from dash.palette import Palette
from dash.schema.rows import Figure

TRACK_HEIGHT = 22
SCALE_HEIGHT = 24
RADIUS = 8
# Room at the right end for half a mark, or for the arrow of a floor.
HEADROOM = 1.04
MOST_STEPS = 4
FLOORS = ("more_than", "at_least")
STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Scale:
    """A scale from 0, with a tick at every step."""

    step: float
    steps: int

    @property
    def end(self) -> float:
        """The value at the right end."""
        return self.step * self.steps

    def share(self, value: float) -> float:
        """Return where a value stands, as a share of the width."""
        return value / self.end


def scale_of(figures: Sequence[Figure]) -> Scale:
    """Return the scale that holds all figures, in a few whole steps that people count in."""
    largest = max((ends(figure)[1] for figure in figures), default=0) * HEADROOM or 1.0
    for power in count(max(0, floor(log10(largest / MOST_STEPS)))):
        for step in (start * 10.0**power for start in STEPS):
            steps = int(-(-largest // step))
            if steps <= MOST_STEPS:
                return Scale(step, steps)
    raise AssertionError("a step of the largest number's own size is large enough")


def track(figure: Figure, scale: Scale, colour: str, palette: Palette) -> Drawing:
    """Draw one figure's mark on its track."""
    middle = TRACK_HEIGHT / 2
    low, high = (percent(scale.share(end)) for end in ends(figure))
    line = {"y1": middle, "y2": middle}
    parts = [
        element("line", x1=0, x2="100%", stroke=palette.muted, stroke_opacity=0.35, **line),
        element("line", x1=0, x2=low, stroke=colour, stroke_width=5, **line),
    ]
    if figure["bound"] == "range":
        width = percent(scale.share(ends(figure)[1] - ends(figure)[0]))
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


def axis(scale: Scale, palette: Palette) -> Drawing:
    """Draw the scale: a line from 0 with its ticks and their numbers."""
    parts = [element("line", x1=0, x2="100%", y1=1, y2=1, stroke=palette.muted)]
    for number in range(scale.steps + 1):
        x = percent(number / scale.steps)
        anchor = "start" if number == 0 else "end" if number == scale.steps else "middle"
        parts.append(element("line", x1=x, x2=x, y1=1, y2=6, stroke=palette.muted))
        look = {"fill": palette.muted, "font_size": 13, "text_anchor": anchor}
        parts.append(writing(spell_number(number * scale.step), x=x, y=20, **look))
    return fluid(SCALE_HEIGHT, parts, "")


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
    within = f"On a scale from 0 to {spell_number(scale.end)}"
    low, high = map(spell_number, ends(figure))
    match figure["bound"]:
        case "range":
            return f"{within}: a band from {low} to {high}."
        case "more_than" | "at_least":
            return f"{within}: an open ring at {low} and an arrow on to the right."
        case "about":
            return f"{within}: a dashed ring at {spell_value(figure)}."
        case _:
            return f"{within}: a dot at {high}."
