"""Figures as marks on the map: circles and rings sized by number. Nothing is joined or added up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from dash.figures.units import spell_quantity
from dash.figures.words import ends, spell_area, spell_time, spell_value
from dash.maps.labels import text_width
from dash.maps.mercator import Point
from dash.schema.rows import Figure
from dash.schema.story import FigureLayer
from dash.wording import NOBODY_NAMED

SIGNS = {"exact": "", "at_least": "≥ ", "more_than": "> ", "about": "≈ "}
NUMBER_SIZE = 14.0
# Widths of texts are those of a wide font; numbers in the page's own are narrower by this.
DIGITS = 0.9

Points = Mapping[str, Point]


@dataclass(frozen=True)
class Circle:
    """One figure, drawn around the point of its area.

    Attributes:
        figure: The figure's id.
        place: The place that it is told of.
        tip: Number, claimant and date, as told at a touch.
        text: The number in short.
        radius: In pixels of the view; the area is in proportion to the number.
        inner: The radius of a range's lower end; 0 where it is no range.
        position: Longitude and latitude of the centre.
        ring: Whether it is drawn as a ring, which is a claim that can be chosen.
        lit: Whether it stands out among the rings, with its number.
    """

    figure: str
    place: str
    tip: str
    text: str
    radius: float
    inner: float
    position: Point
    ring: bool = False
    lit: bool = False


def short_number(figure: Figure) -> str:
    """Return a figure's number as it fits a mark: > 100,000, or two ends for a range."""
    if figure["bound"] == "range":
        return spell_quantity(figure["unit"], *ends(figure)).replace(" to ", "–")
    return SIGNS[figure["bound"]] + spell_quantity(figure["unit"], ends(figure)[0])


def tip(figure: Figure, actors: Mapping[str, str], places: Mapping[str, str], what: str) -> str:
    """Return a figure as told at a touch: where, how many, of what, who says so, and when."""
    where = spell_area(figure, places)
    claimant = actors.get(figure["claimant"] or "", NOBODY_NAMED)
    return f"{where}\n{spell_value(figure)} · {what}\n{claimant}, {spell_time(figure)}".strip()


def circles(
    layer: FigureLayer,
    figures: Iterable[Figure],
    points: Points,
    tips: Mapping[str, str],
    size: float = 1.0,
) -> list[Circle]:
    """Draw figures around the points of their areas; those of one area share their centre.

    Args:
        layer: What is drawn.
        figures: The layer's figures; one of several areas, or without a point, is left out.
        points: Longitude and latitude by place id.
        tips: What is told of each figure, by id.
        size: What radii are multiplied by.

    Returns:
        The circles, larger ones first, so that a smaller one is never hidden.
    """
    placed = [one for one in figures if len(one["area"]) == 1 and one["area"][0] in points]
    most = max((ends(figure)[1] for figure in placed), default=1) or 1
    drawn = [
        Circle(
            figure=figure["id"],
            place=figure["area"][0],
            tip=tips[figure["id"]],
            text=short_number(figure),
            radius=size * layer.radius * sqrt(ends(figure)[1] / most),
            inner=size * layer.radius * sqrt(ends(figure)[0] / most) if _spans(figure) else 0.0,
            position=points[figure["area"][0]],
            ring=layer.style == "rings",
        )
        for figure in placed
    ]
    return sorted(drawn, key=lambda circle: -circle.radius)


def number_width(text: str) -> float:
    """Return about how wide a number is written, in pixels."""
    return DIGITS * text_width(text, NUMBER_SIZE)


def reach_by_place(drawn: Iterable[Circle]) -> dict[str, float]:
    """Return the radius of the largest ring around each place that has rings."""
    reach: dict[str, float] = {}
    for circle in drawn:
        if circle.ring:
            reach[circle.place] = max(circle.radius, reach.get(circle.place, 0.0))
    return reach


def _spans(figure: Figure) -> bool:
    return figure["bound"] == "range"
