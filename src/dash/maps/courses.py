"""Passages on the map: bent lines that say whence and whither, no ship's track."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from dash.maps.mercator import Camera, Point
from dash.maps.symbols import Points
from dash.schema.story import FigureLayer

# How far a passage bends aside, in parts of its length, so that two of one course lie apart.
BEND = 0.07
CURVE_POINTS = 11
BARB = 9.0


@dataclass(frozen=True)
class Course:
    """A passage of ships: a bent line from place to place that ends in an arrow."""

    figure: str
    place: str
    tip: str
    path: list[Point]
    arrow: list[Point]
    dashed: bool


def course(
    layer: FigureLayer, points: Points, camera: Camera, side: int, tips: Mapping[str, str]
) -> Course | None:
    """Draw a passage through the places of its path; None where fewer than two have a point.

    Args:
        layer: The passage, of which the first figure says what passed, or was to pass.
        points: Longitude and latitude by place id.
        camera: The view, in whose pixels the arrow is drawn.
        side: 1 and -1 bend to opposite sides.
        tips: What is told of each figure, by id.
    """
    figure = layer.figures[0]
    stops = [camera.pixels(*points[place]) for place in layer.path if place in points]
    if len(stops) < 2:
        return None
    line = [point for start, end in pairwise(stops) for point in _bent(start, end, side)]
    path = [camera.degrees(*point) for point in line]
    arrow = [camera.degrees(*point) for point in _arrow(line)]
    return Course(
        figure=figure,
        place=layer.path[-1],
        tip=tips[figure],
        path=path,
        arrow=arrow,
        dashed=layer.dashed,
    )


def _bent(start: Point, end: Point, side: int) -> list[Point]:
    """Return a quadratic Bézier curve that bends to a side."""
    (x1, y1), (x2, y2) = start, end
    aside = 2 * BEND * side
    control = ((x1 + x2) / 2 + (y2 - y1) * aside, (y1 + y2) / 2 - (x2 - x1) * aside)
    curve = []
    for step in range(CURVE_POINTS):
        t = step / (CURVE_POINTS - 1)
        weights = ((1 - t) ** 2, 2 * (1 - t) * t, t**2)
        x, y = (
            sum(weight * point[axis] for weight, point in zip(weights, corners, strict=True))
            for axis, corners in ((0, (start, control, end)), (1, (start, control, end)))
        )
        curve.append((x, y))
    return curve


def _arrow(line: Sequence[Point]) -> list[Point]:
    """Return the two strokes of an arrowhead at a line's end."""
    (x1, y1), (x2, y2) = line[-2], line[-1]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    back_x, back_y = (x1 - x2) / length * BARB, (y1 - y2) / length * BARB
    return [
        (x2 + back_x - back_y / 2, y2 + back_y + back_x / 2),
        (x2, y2),
        (x2 + back_x + back_y / 2, y2 + back_y - back_x / 2),
    ]
