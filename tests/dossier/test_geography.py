"""Tests of dash.dossier.geography: a map's files are checked, and told with file and feature."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from dash.dossier.geography import read_layer
from dash.dossier.loaders import load_dossier
from dash.schema.problems import DossierError
from dash.schema.story import MapLayer
from tests import factories as make

SQUARE = [[[1.0, 2.0], [2.0, 2.0], [2.0, 3.0], [1.0, 2.0]]]
LAYER = """
[[layers]]
id = "ground"
file = "ground.geojson"
name = "The ground"
style = "land"
"""


def _feature(**changes: Any) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": SQUARE}
    return {"type": "Feature", "properties": {"id": "upland"}, "geometry": geometry} | changes


def _nested(depth: int) -> list[Any]:
    inner: list[Any] = [1.0]
    for _ in range(depth):
        inner = [inner]
    return inner


def _write(folder: Path, content: object) -> Path:
    make.write(folder, make.STORY + LAYER)
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / "ground.geojson").write_text(text, encoding="utf-8")
    return folder


def _collection(*features: object) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def test_a_sound_layer_is_ready_to_be_sent(tmp_path: Path) -> None:
    dossier = load_dossier(_write(tmp_path, _collection(_feature())))
    layer = dossier.ground["ground"]
    assert json.loads(layer.content)["features"] == [_feature()]
    assert gzip.decompress(layer.compressed) == layer.content
    other = load_dossier(_write(tmp_path, _collection(_feature(properties={"id": "downland"}))))
    assert other.ground["ground"].digest != layer.digest


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("no json", "line 1"),
        ("[]", "a GeoJSON FeatureCollection"),
        ('{"features": [NaN]}', "well-formed JSON"),
        (_collection(_feature(), _feature(properties={})), "feature 2: found nothing"),
        (_collection(_feature(geometry=None)), "feature 1"),
        (_collection(_feature(geometry={"type": ["Polygon"], "coordinates": []})), "feature 1"),
        (
            _collection(_feature(geometry={"type": "Point", "coordinates": [34.0, 91.0]})),
            "feature 1: found '[34.0, 91.0]', expected longitude from -180 to 180",
        ),
        (
            _collection(_feature(geometry={"type": "Point", "coordinates": [34.0, -91.0]})),
            "latitude from -90 to 90",
        ),
        (
            _collection(_feature(geometry={"type": "Point", "coordinates": [-181.0, 1.0]})),
            "longitude from -180 to 180",
        ),
        (_collection(_feature(geometry={"type": "Polygon", "coordinates": []})), "coordinates"),
        ('{"type": "FeatureCollection", "features": [1e999]}', "1e999 is no number of JSON"),
        (f'{{"features": [{"9" * 5000}]}}', "well-formed JSON"),
        ("[" * 100_000, "well-formed JSON"),
        (_collection(_feature(properties={"id": "\ud800"})), "well-formed JSON"),
        (_collection(_feature(properties={"id": "a", "name": "\ud800"})), "well-formed JSON"),
        (_collection(_feature(geometry={"type": "\ud800"})), "a geometry of type"),
        (
            _collection(_feature(geometry={"type": "Point", "coordinates": _nested(900)})),
            "longitude from -180 to 180",
        ),
    ],
)
def test_bad_geometry_is_a_problem_of_the_dossier(
    content: object, told: str, tmp_path: Path
) -> None:
    with pytest.raises(DossierError) as caught:
        load_dossier(_write(tmp_path, content))
    (problem,) = caught.value.problems
    assert problem.file == "ground.geojson"
    assert told in str(problem)


def test_names_need_a_name_and_a_point(tmp_path: Path) -> None:
    told = {"id": "names", "file": "names.geojson", "name": "Names", "style": "names"}
    layer = MapLayer.model_validate(told)
    point = {"type": "Point", "coordinates": [1.0, 2.0]}
    for feature, expected in (
        (_feature(geometry=point), "a property name"),
        (_feature(properties={"id": "a", "name": "A"}), "a geometry of type Point"),
    ):
        (tmp_path / "names.geojson").write_text(json.dumps(_collection(feature)), encoding="utf-8")
        _, (problem,) = read_layer(tmp_path, layer)
        assert expected in problem.expected


@pytest.mark.parametrize("file", ["../ground.geojson", "/etc/passwd", "geo/../../x", "~/x"])
def test_a_layer_stays_inside_the_folder(file: str, tmp_path: Path) -> None:
    story = make.STORY + LAYER.replace("ground.geojson", file)
    with pytest.raises(DossierError, match=r"dossier\.toml"):
        load_dossier(make.write(tmp_path, story))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    folder = _write(tmp_path, _collection(_feature()))
    (folder / "ground.geojson").unlink()
    with pytest.raises(DossierError, match=r"ground\.geojson: found nothing"):
        load_dossier(folder)
