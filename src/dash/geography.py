"""The map's ground: GeoJSON files of a dossier, checked feature by feature."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from dash.problems import Problem
from dash.schema.story import MapLayer

DIMENSIONS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
FARTHEST = (180, 90)
DIGEST_LENGTH = 16


@dataclass(frozen=True)
class GroundLayer:
    """One GeoJSON file, as it is sent.

    Attributes:
        content: The file's bytes.
        digest: A name that changes with the content, for an address that may be cached for ever.
    """

    content: bytes
    digest: str


def read_layer(folder: Path, layer: MapLayer) -> tuple[GroundLayer | None, list[Problem]]:
    """Read and check one layer; return it, or the problems in its place."""
    try:
        content = (folder / layer.file).read_bytes()
    except FileNotFoundError:
        return None, [Problem(layer.file, None, None, None, "a file of this name in the folder")]
    except OSError as error:
        return None, [Problem(layer.file, None, None, error.strerror, "a file that can be read")]
    try:
        collection = json.loads(content)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        return None, [Problem(layer.file, line, None, str(error), "well-formed JSON in UTF-8")]
    problems = list(_problems(layer.file, collection))
    if problems:
        return None, problems
    return GroundLayer(content, sha256(content).hexdigest()[:DIGEST_LENGTH]), []


def _problems(file: str, collection: object) -> Iterator[Problem]:
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        yield Problem(file, None, None, None, "a GeoJSON FeatureCollection (RFC 7946)")
        return
    for number, feature in enumerate(features, start=1):
        fault = _fault(feature)
        if fault is not None:
            found, expected = fault
            yield Problem(file, None, f"feature {number}", found, expected)


def _fault(feature: object) -> tuple[str | None, str] | None:
    """Return what a feature has and what it should have, or None where it is sound."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or not isinstance(properties.get("id"), str):
        return None, "a property id, as text"
    if not isinstance(geometry, dict) or geometry.get("type") not in DIMENSIONS:
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        return str(kind), "a geometry of type " + ", ".join(DIMENSIONS)
    for position in _positions(geometry.get("coordinates"), DIMENSIONS[geometry["type"]]):
        if not _is_position(position):
            return repr(position)[:80], "longitude from -180 to 180 and latitude from -90 to 90"
    return None


def _positions(coordinates: Any, depth: int) -> Iterator[Any]:
    if depth == 0:
        yield coordinates
    elif isinstance(coordinates, list):
        for part in coordinates:
            yield from _positions(part, depth - 1)
    else:
        yield coordinates


def _is_position(position: Any) -> bool:
    return (
        isinstance(position, list)
        and len(position) >= len(FARTHEST)
        and all(
            isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= limit
            for value, limit in zip(position, FARTHEST, strict=False)
        )
    )
