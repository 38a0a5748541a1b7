"""Maps under the pictures: the dossier's own base map, disputed areas drawn as disputed."""

import json
import math
from pathlib import Path
from typing import Any

from sheet import ACCENT, INK, LAND, MUTED, OTHER_LAND, PAPER, RULE, SEA, Point, Sheet

GEO = Path(__file__).parents[1] / "geo"
COUNTRY = "UKR"
# The two areas whose status is disputed or divided, and the lines at their edges.
STATUS = {"crimea": ("//", MUTED), "held-area": ("\\\\", ACCENT)}
LINES = {"crimea": INK, "line-of-contact": ACCENT}


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
        for name, rings in _features("countries", "Polygon", "MultiPolygon").items():
            fill = LAND if name == COUNTRY else OTHER_LAND
            for ring in rings:
                self._sheet.area(self._on_sheet(ring), fill, edge=RULE, width=1.5)
        for name, (hatch, colour) in STATUS.items():
            (area,) = _features(name, "Polygon").values()
            self._sheet.area(self._on_sheet(area[0]), "none", edge=colour, hatch=hatch)
        for name, colour in LINES.items():
            (line,) = _features(name, "LineString").values()
            self._sheet.line(self._on_sheet(line[0]), PAPER, 6)
            self._sheet.line(self._on_sheet(line[0]), colour, 4, dash=(2.2, 1.8))

    def _on_sheet(self, line: list[list[float]]) -> list[Point]:
        return [self.at(*point) for point in line]


def _features(layer: str, *kinds: str) -> dict[str, list[list[list[float]]]]:
    """Return the outer rings, or the lines, of a layer's features of some kinds, by id."""
    collection: dict[str, Any] = json.loads((GEO / f"{layer}.geojson").read_text(encoding="utf-8"))
    return {
        feature["properties"]["id"]: _rings(feature["geometry"])
        for feature in collection["features"]
        if feature["geometry"]["type"] in kinds
    }


def _rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    parts = geometry["coordinates"]
    if geometry["type"] == "MultiPolygon":
        return [part[0] for part in parts]
    return parts[:1] if geometry["type"] == "Polygon" else [parts]


def _mercator(latitude: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))
