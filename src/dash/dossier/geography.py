"""The map's ground: GeoJSON files of a dossier, checked feature by feature."""

import gzip
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

from dash.files import read_regular
from dash.schema.problems import Problem, shown
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


@dataclass(frozen=True, eq=False)
class GroundLayer:
    """One GeoJSON file, as it is sent; each is itself alone, so what is drawn of it can be kept.

    Attributes:
        content: The collection as compact JSON.
        digest: A name that changes with the content, for an address that may be cached for ever.
        features: The features, for what the server itself has to know of them.
    """

    content: bytes
    digest: str
    # Any, here and below: GeoJSON nests values of every kind.
    features: tuple[Mapping[str, Any], ...]

    @cached_property
    def compressed(self) -> bytes:
        """The content, gzipped; without a time stamp, so that the same content is the same."""
        return gzip.compress(self.content, mtime=0)


def ground_layer(layer: MapLayer, collection: dict[str, Any]) -> GroundLayer:
    """Prepare a checked collection for sending; areas of disputed status carry label and place."""
    features = collection["features"]
    if layer.style == "status":
        for feature in features:
            feature["properties"]["tip"] = layer.name
            feature["properties"]["place"] = layer.place
    sent = {"type": "FeatureCollection", "features": features}
    content = json.dumps(sent, separators=(",", ":"), ensure_ascii=False).encode()
    digest = sha256(content).hexdigest()[:DIGEST_LENGTH]
    return GroundLayer(content, digest, tuple(features))


def read_layer(folder: Path, layer: MapLayer) -> tuple[GroundLayer | None, list[Problem]]:
    """Read and check one layer; return it ready to be sent, or the problems in its place."""
    try:
        content = read_regular(folder / layer.file)
    except FileNotFoundError:
        return None, [Problem(layer.file, None, None, None, "a file of this name in the folder")]
    except OSError as error:
        return None, [Problem(layer.file, None, None, error.strerror, "a file that can be read")]
    return read_content(content, layer)


def read_content(content: bytes, layer: MapLayer) -> tuple[GroundLayer | None, list[Problem]]:
    """Check what the file of a layer holds; return it ready to be sent, or the problems."""
    try:
        collection = json.loads(content, parse_constant=_refuse, parse_float=_finite)
        problems = list(_problems(layer, collection))
        return (None, problems) if problems else (ground_layer(layer, collection), [])
    except (ValueError, RecursionError) as error:
        # Too many digits or brackets, half of a surrogate pair: each may show late, in writing.
        line = getattr(error, "lineno", None)
        return None, [Problem(layer.file, line, None, str(error), "well-formed JSON in UTF-8")]


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number of JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse(digits)


def _problems(layer: MapLayer, collection: object) -> Iterator[Problem]:
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        yield Problem(layer.file, None, None, None, "a GeoJSON FeatureCollection (RFC 7946)")
        return
    for number, feature in enumerate(features, start=1):
        fault = _fault(feature, layer.style)
        if fault is not None:
            found, expected = fault
            yield Problem(layer.file, None, f"feature {number}", found, expected)


def _fault(feature: object, style: str) -> tuple[str | None, str] | None:
    """Return what a feature has and what it should have, or None where it is sound."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or not isinstance(properties.get("id"), str):
        return None, "a property id, as text"
    if style == "names" and not isinstance(properties.get("name"), str):
        return None, "a property name, as text"
    kinds = ("Point",) if style == "names" else tuple(DIMENSIONS)
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not isinstance(kind, str) or kind not in kinds:
        return None if kind is None else shown(kind), "a geometry of type " + ", ".join(kinds)
    if not geometry.get("coordinates"):
        return None, "coordinates"
    for position in _positions(geometry["coordinates"], DIMENSIONS[kind]):
        if not _is_position(position):
            return shown(position), "longitude from -180 to 180 and latitude from -90 to 90"
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
