"""Maps under the pictures: the dossier's own base map, disputed areas drawn as disputed."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sheet import ACCENT, INK, LAND, MUTED, OTHER_LAND, PAPER, RULE, SEA, Point, Sheet

GEO = Path(__file__).parents[1] / "geo"
COUNTRY = "UKR"


class Ground:
    """A part of the base map, fitted into a rectangle of the sheet (Mercator's projection)."""

    def __init__(self, sheet: Sheet, west: float, north: float, units_per_degree: float) -> None:
        """Put the corner (west, north) at the sheet's upper left corner."""
        self._sheet = sheet
        self._west, self._top, self._scale = west, _mercator(north), units_per_degree

    def at(self, longitude: float, latitude: float) -> Point:
        """Return where a point of the earth stands on the sheet."""
        x = (longitude - self._west) * self._scale
        return x, (self._top - _mercator(latitude)) * self._scale

    def draw(self) -> None:
        """Draw land, borders, and the two areas whose status is disputed or divided.

        Crimea has Ukraine's fill under its hatching and a dashed edge at Perekop, so it is
        never plainly Russian; the line of contact is dashed.
        """
        self._sheet.bar(0, 0, 800, 600, SEA)
        for name, rings in _features("countries"):
            fill = LAND if name == COUNTRY else OTHER_LAND
            for ring in rings:
                self._sheet.area([self.at(*point) for point in ring], fill, edge=RULE, width=1.5)
        for name, rings in _features("status"):
            hatch, colour = {"crimea": ("//", MUTED), "held-area": ("\\\\", ACCENT)}[name]
            for ring in rings:
                points = [self.at(*point) for point in ring]
                self._sheet.area(points, "none", edge=colour, hatch=hatch)
        for name, dashes in _features("lines"):
            colour = ACCENT if name == "line-of-contact" else INK
            # The file's dashes are cut for the map page: here the line is dashed anew.
            joined = [self.at(*point) for dash in dashes for point in dash]
            self._sheet.line(joined, PAPER, 6)
            self._sheet.line(joined, colour, 4, dash=(2.2, 1.8))


def _features(layer: str) -> Iterator[tuple[str, list[list[list[float]]]]]:
    """Yield the id and the outer rings, or the lines, of each feature of a layer."""
    collection: dict[str, Any] = json.loads((GEO / f"{layer}.geojson").read_text(encoding="utf-8"))
    for feature in collection["features"]:
        parts = feature["geometry"]["coordinates"]
        kind = feature["geometry"]["type"]
        if kind == "Polygon":
            rings = parts[:1]
        elif kind == "MultiPolygon":
            rings = [part[0] for part in parts]
        else:
            rings = parts
        yield feature["properties"]["id"], rings


def _mercator(latitude: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))
