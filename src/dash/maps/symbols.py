"""Figures on the map: circles sized by number, and the lines of ships. Nothing is added up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, sqrt

from dash.dossier import Record, split_ids
from dash.figures import ends, spell_number, spell_time, spell_value
from dash.maps.labels import LINE_HEIGHT, text_width
from dash.maps.mercator import HEIGHT, WIDTH, Camera, Point
from dash.schema.story import FigureLayer

SIGNS = {"exact": "", "at_least": "≥ ", "more_than": "> ", "about": "≈ "}
NUMBER_SIZE = 12.0
SPACE = 5.0
PER_ROW = 2
# How far a passage bends aside, in parts of its length, so that two of one course lie apart.
BEND = 0.07
CURVE_POINTS = 11
BARB = 9.0

Points = Mapping[str, Point]


@dataclass(frozen=True)
class Circle:
    """One figure, drawn at an area or beside it.

    Attributes:
        figure: The figure's id.
        place: The place that a click selects.
        tip: Number, claimant and date, as told at a touch.
        text: The number in short, blank where it is not written.
        radius: In pixels of the view; the area is in proportion to the number.
        position: Longitude and latitude of the centre.
    """

    figure: str
    place: str
    tip: str
    text: str
    radius: float
    position: Point


@dataclass(frozen=True)
class Course:
    """A passage of ships: a bent line from place to place that ends in an arrow."""

    figure: str
    place: str
    tip: str
    path: list[Point]
    arrow: list[Point]
    dashed: bool


def short_number(figure: Record) -> str:
    """Return a figure's number as it fits a circle: > 100,000, or two lines for a range."""
    if figure["bound"] == "range":
        low, high = ends(figure)
        return f"{spell_number(low)}–\n{spell_number(high)}"
    return SIGNS[figure["bound"]] + spell_number(ends(figure)[0])


def tip(figure: Record, actors: Mapping[str, str], places: Mapping[str, str], what: str) -> str:
    """Return a figure as told at a touch: where, how many, of what, who says so, and when."""
    where = " and ".join(places[place] for place in split_ids(figure["area"]))
    claimant = actors.get(figure["claimant"], "nobody named")
    return f"{where}\n{spell_value(figure)} {what}\n{claimant}, {spell_time(figure)}".strip()


def circles(
    layer: FigureLayer,
    figures: Iterable[Record],
    points: Points,
    camera: Camera,
    tips: Mapping[str, str],
) -> list[Circle]:
    """Draw figures at their areas, side by side where an area has several.

    Args:
        layer: What is drawn, and where beside its areas.
        figures: The layer's figures; one without a point on the map is left out.
        points: Longitude and latitude by place id.
        camera: The view, in whose pixels sizes and distances are meant.
        tips: What is told of each figure, by id.

    Returns:
        The circles, larger ones first, so that a smaller one is never hidden.
    """
    groups: dict[str, list[Record]] = {}
    for figure in figures:
        if any(place in points for place in split_ids(figure["area"])):
            groups.setdefault(figure["area"], []).append(figure)
    most = max((ends(figure)[1] for group in groups.values() for figure in group), default=1)
    drawn: list[Circle] = []
    for area, group in groups.items():
        sizes = [layer.radius * sqrt(ends(figure)[1] / (most or 1)) for figure in group]
        texts = [short_number(figure) if layer.beside else "" for figure in group]
        centre = _home(layer, area, points, camera)
        for figure, size, text, shift in zip(
            group, sizes, texts, _side_by_side(sizes, texts), strict=True
        ):
            position = camera.degrees(centre[0] + shift[0], centre[1] + shift[1])
            place = next(place for place in split_ids(area) if place in points)
            drawn.append(Circle(figure["id"], place, tips[figure["id"]], text, size, position))
    return sorted(drawn, key=lambda circle: -circle.radius)


def leaders(
    layer: FigureLayer, figures: Iterable[Record], points: Points, camera: Camera
) -> list[tuple[Point, Point]]:
    """Return the thin lines that join circles beside an area to each of its places.

    Where the circles are out of sight their lines are left out: they would lead nowhere.
    """
    lines: list[tuple[Point, Point]] = []
    for area in dict.fromkeys(figure["area"] for figure in figures):
        placed = [points[place] for place in split_ids(area) if place in points]
        if area in layer.beside and placed:
            x, y = _home(layer, area, points, camera)
            if abs(x) < WIDTH / 2 and abs(y) < HEIGHT / 2:
                lines += [(camera.degrees(x, y), point) for point in placed]
    return lines


def course(
    layer: FigureLayer, points: Points, camera: Camera, turn: int, tips: Mapping[str, str]
) -> Course | None:
    """Draw a passage through the places of its path; None where fewer than two have a point.

    Args:
        layer: The passage, of which the first figure says what passed, or was to pass.
        points: Longitude and latitude by place id.
        camera: The view, in whose pixels the arrow is drawn.
        turn: 1 and -1 bend to opposite sides.
        tips: What is told of each figure, by id.
    """
    figure = layer.figures[0]
    stops = [camera.pixels(*points[place]) for place in layer.path if place in points]
    if len(stops) < 2:
        return None
    line = [point for start, end in pairwise(stops) for point in _bent(start, end, turn)]
    path = [camera.degrees(*point) for point in line]
    arrow = [camera.degrees(*point) for point in _arrow(line)]
    return Course(figure, layer.path[-1], tips[figure], path, arrow, layer.dashed)


def _home(layer: FigureLayer, area: str, points: Points, camera: Camera) -> Point:
    """Return where the circles of an area stand, in pixels: on its place, or beside it."""
    placed = [place for place in split_ids(area) if place in points]
    x, y = camera.pixels(*points[placed[-1]])
    right, below = layer.beside.get(area, (0.0, 0.0))
    return x + right, y + below


def _side_by_side(sizes: Sequence[float], texts: Sequence[str]) -> list[Point]:
    """Return the shift of each circle of an area in pixels: rows, centred on its place."""
    if len(sizes) == 1:
        return [(0.0, 0.0)]
    slots = [
        (
            max(2 * size, text_width(text, NUMBER_SIZE) if text else 0) + SPACE,
            max(2 * size, NUMBER_SIZE * LINE_HEIGHT * (text.count("\n") + 1)) + SPACE,
        )
        for size, text in zip(sizes, texts, strict=True)
    ]
    rows = [slots[start : start + PER_ROW] for start in range(0, len(slots), PER_ROW)]
    heights = [max(height for _, height in row) for row in rows]
    top = -sum(heights) / 2
    shifts: list[Point] = []
    for row, height in zip(rows, heights, strict=True):
        left = -sum(width for width, _ in row) / 2
        for width, _ in row:
            shifts.append((left + width / 2, top + height / 2))
            left += width
        top += height
    return shifts


def _bent(start: Point, end: Point, turn: int) -> list[Point]:
    """Return a quadratic Bézier curve that bends to the side of `turn`."""
    (x1, y1), (x2, y2) = start, end
    aside = 2 * BEND * turn
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
