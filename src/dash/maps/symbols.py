"""Figures on the map: circles sized by number. Nothing is joined, nothing added up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import dist, sqrt

from dash.dossier.records import split_ids
from dash.figures.words import ends, spell_area, spell_number, spell_time, spell_value
from dash.maps.labels import LINE_HEIGHT, text_width
from dash.maps.mercator import HEIGHT, WIDTH, Camera, Point
from dash.schema.rows import Figure
from dash.schema.story import FigureLayer

SIGNS = {"exact": "", "at_least": "≥ ", "more_than": "> ", "about": "≈ "}
NUMBER_SIZE = 12.0
SPACE = 5.0
PER_ROW = 2
# Widths of texts are those of a wide font; numbers in the page's own are narrower by this.
DIGITS = 0.9

Points = Mapping[str, Point]


@dataclass(frozen=True)
class Circle:
    """One figure, drawn at an area or beside it.

    Attributes:
        figure: The figure's id.
        area: The ids of the places that it is told of.
        place: The place that a click selects.
        tip: Number, claimant and date, as told at a touch.
        text: The number in short, blank where it is not written.
        radius: In pixels of the view; the area is in proportion to the number.
        position: Longitude and latitude of the centre.
        below: How far under the centre the number stands, in pixels: 0 where it fits inside.
    """

    figure: str
    area: tuple[str, ...]
    place: str
    tip: str
    text: str
    radius: float
    position: Point
    below: float = 0.0


def short_number(figure: Figure) -> str:
    """Return a figure's number as it fits a circle: > 100,000, or two lines for a range."""
    if figure["bound"] == "range":
        low, high = ends(figure)
        return f"{spell_number(low)}–\n{spell_number(high)}"
    return SIGNS[figure["bound"]] + spell_number(ends(figure)[0])


def tip(figure: Figure, actors: Mapping[str, str], places: Mapping[str, str], what: str) -> str:
    """Return a figure as told at a touch: where, how many, of what, who says so, and when."""
    where = spell_area(figure, places)
    claimant = actors.get(figure["claimant"] or "", "nobody named")
    return f"{where}\n{spell_value(figure)} · {what}\n{claimant}, {spell_time(figure)}".strip()


def circles(
    layer: FigureLayer,
    figures: Iterable[Figure],
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
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        if any(place in points for place in figure["area"]):
            groups.setdefault(figure["area"], []).append(figure)
    most = max((ends(figure)[1] for group in groups.values() for figure in group), default=1)
    drawn: list[Circle] = []
    for area, group in groups.items():
        sizes = [layer.radius * sqrt(ends(figure)[1] / (most or 1)) for figure in group]
        texts = [short_number(figure) if layer.beside else "" for figure in group]
        x, y = _home(layer, area, points, camera)
        place = next(place for place in area if place in points)
        for figure, size, text, (right, down) in zip(
            group, sizes, texts, _side_by_side(sizes, texts), strict=True
        ):
            drawn.append(
                Circle(
                    figure=figure["id"],
                    area=area,
                    place=place,
                    tip=tips[figure["id"]],
                    text=text,
                    radius=size,
                    position=camera.degrees(x + right, y + down),
                    below=number_below(text, size),
                )
            )
    return sorted(drawn, key=lambda circle: -circle.radius)


def leaders(
    layer: FigureLayer, drawn: Iterable[Circle], points: Points, camera: Camera
) -> list[tuple[Point, Point]]:
    """Return the thin lines that join the layer's circles beside an area to each of its places.

    A line to the only place of an area starts at the nearest circle; where there are several,
    all start in the middle. Where the circles are out of sight their lines are left out: they
    would lead nowhere.
    """
    groups: dict[tuple[str, ...], list[Circle]] = {}
    for circle in drawn:
        if _beside(layer, circle.area) is not None:
            groups.setdefault(circle.area, []).append(circle)
    lines: list[tuple[Point, Point]] = []
    for area, group in groups.items():
        placed = [points[place] for place in area if place in points]
        start = _home(layer, area, points, camera)
        if len(placed) == 1:
            end = camera.pixels(*placed[0])
            start = min(
                (camera.pixels(*circle.position) for circle in group), key=partial(dist, end)
            )
        if abs(start[0]) < WIDTH / 2 and abs(start[1]) < HEIGHT / 2:
            lines += [(camera.degrees(*start), point) for point in placed]
    return lines


def _home(layer: FigureLayer, area: tuple[str, ...], points: Points, camera: Camera) -> Point:
    """Return where the circles of an area stand, in pixels: on its place, or beside it."""
    placed = [place for place in area if place in points]
    x, y = camera.pixels(*points[placed[-1]])
    right, below = _beside(layer, area) or (0.0, 0.0)
    return x + right, y + below


def _beside(layer: FigureLayer, area: tuple[str, ...]) -> Point | None:
    """Return how far beside an area its circles stand; None where they stand on it."""
    return next((shift for key, shift in layer.beside.items() if split_ids(key) == area), None)


def number_below(text: str, radius: float) -> float:
    """Return how far below its circle's centre a number stands: 0 inside, where it fits."""
    if number_width(text) <= 2 * radius:
        return 0.0
    return radius + 2 + _height(text) / 2


def number_width(text: str) -> float:
    """Return about how wide a number is written, in pixels."""
    return DIGITS * text_width(text, NUMBER_SIZE)


def _height(text: str) -> float:
    return NUMBER_SIZE * LINE_HEIGHT * (text.count("\n") + 1)


def _side_by_side(sizes: Sequence[float], texts: Sequence[str]) -> list[Point]:
    """Return the shift of each circle of an area in pixels: rows, centred on its place."""
    if len(sizes) == 1:
        return [(0.0, 0.0)]
    slots = [_slot(size, text) for size, text in zip(sizes, texts, strict=True)]
    rows = [range(len(slots))[start : start + PER_ROW] for start in range(0, len(slots), PER_ROW)]
    heights = [max(slots[number][1] for number in row) for row in rows]
    top = -sum(heights) / 2
    shifts: list[Point] = []
    for row, height in zip(rows, heights, strict=True):
        left = -sum(slots[number][0] for number in row) / 2
        for number in row:
            width, own = slots[number]
            # A number below its circle belongs to the slot; the circle stands at the slot's top.
            shifts.append((left + width / 2, top + (height - own + SPACE) / 2 + sizes[number]))
            left += width
        top += height
    return shifts


def _slot(size: float, text: str) -> Point:
    """Return the width and height that a circle takes with its number and the space around."""
    below = number_below(text, size)
    height = size + below + _height(text) / 2 if below else 2 * size
    return max(2 * size, number_width(text)) + SPACE, height + SPACE
