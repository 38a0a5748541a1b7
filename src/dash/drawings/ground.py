"""The map's ground for a small picture: outlines cut to a frame and drawn with few points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot
from typing import Any

from dash.dossier.geography import GroundLayer
from dash.maps.mercator import Point, plane

# Pixels that an outline may be off; areas smaller than so many square pixels are left out.
TOLERANCE = 0.9
SMALLEST = 12.0
CORNERS = 3

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Frame:
    """What a small map shows, and its width in pixels.

    Attributes:
        bounds: West, south, east, north, in degrees.
        width: In pixels.
    """

    bounds: Bounds
    width: int

    @property
    def height(self) -> int:
        """The height in pixels that shows the bounds undistorted."""
        west, south, east, north = self.bounds
        left, top = plane(west, north)
        right, bottom = plane(east, south)
        return round(self.width * (bottom - top) / (right - left))

    def pixels(self, longitude: float, latitude: float) -> Point:
        """Return a point in pixels right of and below the upper left corner."""
        west, _, east, north = self.bounds
        left, top = plane(west, north)
        scale = self.width / (plane(east, north)[0] - left)
        x, y = plane(longitude, latitude)
        return (x - left) * scale, (y - top) * scale

    def holds(self, longitude: float, latitude: float) -> bool:
        """Return whether a point lies within the bounds."""
        west, south, east, north = self.bounds
        return west <= longitude <= east and south <= latitude <= north


@lru_cache(64)
def outlines(layer: GroundLayer, frame: Frame, features: frozenset[str] | None = None) -> str:
    """Return the areas of a layer as the data of one SVG path, to be filled by `evenodd`.

    Kept for the next reader: cutting a layer takes some hundredths of a second.

    Args:
        layer: The layer; points and lines in it are left out.
        frame: What of it is drawn.
        features: The ids of the features that are drawn; None for all.
    """
    rings = (
        _thinned(_cut([frame.pixels(*position[:2]) for position in ring], frame))
        for feature in layer.features
        if features is None or feature["properties"]["id"] in features
        for ring in _rings(feature["geometry"])
    )
    return "".join(_written(ring) for ring in rings if _area(ring) >= SMALLEST)


@lru_cache(64)
def courses(layer: GroundLayer, frame: Frame) -> str:
    """Return the lines of a layer, and the edges of its areas, as the data of one SVG path.

    What lies beside the frame is left out; what reaches into it is whole.
    """
    lines = (
        [frame.pixels(*position[:2]) for position in line]
        for feature in layer.features
        for line in _lines(feature["geometry"])
    )
    seen = (line for line in lines if _reaches(line, frame))
    return "".join(f"M{_corners(_thinned(line))}" for line in seen)


def _lines(geometry: Any) -> Iterator[Sequence[Any]]:
    match geometry["type"]:
        case "LineString":
            yield geometry["coordinates"]
        case "MultiLineString":
            yield from geometry["coordinates"]
        case _:
            yield from _rings(geometry)


def _reaches(line: Sequence[Point], frame: Frame) -> bool:
    x, y = [point[0] for point in line], [point[1] for point in line]
    beside = min(x) > frame.width or max(x) < 0
    return not (beside or min(y) > frame.height or max(y) < 0)


def _rings(geometry: Any) -> Iterator[Sequence[Any]]:
    match geometry["type"]:
        case "Polygon":
            yield from geometry["coordinates"]
        case "MultiPolygon":
            for polygon in geometry["coordinates"]:
                yield from polygon


def _cut(ring: list[Point], frame: Frame) -> list[Point]:
    """Cut a ring to the frame, one side after the other (Sutherland and Hodgman, 1974)."""
    for axis, limit, sign in ((0, 0, 1), (0, frame.width, -1), (1, 0, 1), (1, frame.height, -1)):
        kept: list[Point] = []
        for one, other in zip(ring, ring[1:] + ring[:1], strict=True):
            inside = sign * (one[axis] - limit) >= 0
            if inside:
                kept.append(one)
            if inside != (sign * (other[axis] - limit) >= 0):
                share = (limit - one[axis]) / (other[axis] - one[axis])
                x, y = (one[i] + share * (other[i] - one[i]) for i in (0, 1))
                kept.append((x, y))
        ring = kept
    return ring


def _thinned(ring: list[Point]) -> list[Point]:
    """Drop the points that the outline can do without (Douglas and Peucker, 1973)."""
    if len(ring) <= CORNERS:
        return ring
    keep = {0, len(ring) - 1}
    stretches = [(0, len(ring) - 1)]
    while stretches:
        start, end = stretches.pop()
        far = max(range(start + 1, end), key=lambda i: _off(ring[i], ring[start], ring[end]))
        if _off(ring[far], ring[start], ring[end]) > TOLERANCE:
            keep.add(far)
            stretches += [part for part in ((start, far), (far, end)) if part[1] - part[0] > 1]
    return [ring[i] for i in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    """Return the distance of a point from a stretch, in pixels."""
    along = (end[0] - start[0], end[1] - start[1])
    length = hypot(*along)
    way = (point[0] - start[0], point[1] - start[1])
    if length == 0:
        return hypot(*way)
    share = max(0.0, min(1.0, (way[0] * along[0] + way[1] * along[1]) / length**2))
    return hypot(way[0] - share * along[0], way[1] - share * along[1])


def _area(ring: list[Point]) -> float:
    """Return the area within a ring, in square pixels (the shoelace formula)."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _written(ring: list[Point]) -> str:
    return f"M{_corners(ring)}Z"


def _corners(path: Sequence[Point]) -> str:
    return "L".join(f"{round(x)} {round(y)}" for x, y in path)
