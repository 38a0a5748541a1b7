"""Just enough geometry to test the base map without the tools that built it."""

from itertools import pairwise
from math import radians, sin
from typing import Any

EARTH_RADIUS_KM = 6371.0088


def contains(geometry: dict[str, Any], longitude: float, latitude: float) -> bool:
    """Say whether a (multi)polygon contains a point, by counting crossed edges (even-odd)."""
    rings = [ring for polygon in polygons(geometry) for ring in polygon]
    return sum(_crossings(ring, longitude, latitude) for ring in rings) % 2 == 1


def area_km2(geometry: dict[str, Any]) -> float:
    """Return a (multi)polygon's area on the sphere; off the ellipsoid by less than 0.5 %.

    Line integral over each ring, as in Chamberlain and Duquette, "Some algorithms
    for polygons on a sphere" (JPL 07-03, 2007).
    """
    return sum(
        abs(_ring_area(outer)) - sum(abs(_ring_area(hole)) for hole in holes)
        for outer, *holes in polygons(geometry)
    )


def polygons(geometry: dict[str, Any]) -> list[list[list[list[float]]]]:
    """Return the polygons of a geometry, each as its outer ring and its holes."""
    if geometry["type"] == "Polygon":
        return [geometry["coordinates"]]
    return list(geometry["coordinates"])


def _crossings(ring: list[list[float]], longitude: float, latitude: float) -> int:
    crossed = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > latitude) != (y2 > latitude):
            crossed += longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
    return crossed


def _ring_area(ring: list[list[float]]) -> float:
    total = sum(
        radians(x2 - x1) * (2 + sin(radians(y1)) + sin(radians(y2)))
        for (x1, y1), (x2, y2) in pairwise(ring)
    )
    return total * EARTH_RADIUS_KM**2 / 2
