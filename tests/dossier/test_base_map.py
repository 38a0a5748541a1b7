"""Tests of dash.dossier.base_map: land under every place, and a view that shows them."""

import json
from pathlib import Path

import pytest

from dash.dossier.base_map import WORLD, world
from tests import factories as make
from tests.data.geometry import contains

NO_VIEW = make.STORY.partition("[[views]]")[0]
ON_LAND = [(13.4, 52.5), (30.5, 50.4), (-58.4, -34.6), (36.8, -1.3), (151.0, -33.8), (139.6, 35.9)]
AT_SEA = [(-40.0, 40.0), (160.0, 0.0), (3.0, 56.0), (80.0, -20.0)]


def test_the_world_has_land_where_people_live_and_water_between() -> None:
    (land,) = [feature["geometry"] for feature in world().features]
    assert all(contains(land, *point) for point in ON_LAND)
    assert not any(contains(land, *point) for point in AT_SEA)


def test_the_world_is_light_enough_to_travel() -> None:
    assert len(world().compressed) < 200_000


def test_a_dossier_without_ground_has_the_worlds(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    assert dossier.story.layers == (WORLD,)
    assert dossier.ground["world"] is world()


def test_layers_without_land_lie_over_the_worlds(tmp_path: Path) -> None:
    layer = '\n[[layers]]\nid = "way"\nfile = "way.geojson"\nname = "Way"\nstyle = "{}"\n'
    line = {"type": "LineString", "coordinates": [[1.0, 1.0], [2.0, 2.0]]}
    way = {"type": "Feature", "properties": {"id": "way"}, "geometry": line}
    collection = {"type": "FeatureCollection", "features": [way]}
    (tmp_path / "way.geojson").write_text(json.dumps(collection), encoding="utf-8")
    dossier = make.dossier(tmp_path, make.STORY + layer.format("route"))
    assert not dossier.problems
    assert [one.id for one in dossier.story.layers] == ["world", "way"]
    square = [[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0]]
    way["geometry"] = {"type": "Polygon", "coordinates": [square]}
    (tmp_path / "way.geojson").write_text(json.dumps(collection), encoding="utf-8")
    dossier = make.dossier(tmp_path, make.STORY + layer.format("land"))
    assert not dossier.problems
    assert [one.id for one in dossier.story.layers] == ["way"]


@pytest.mark.parametrize(
    "points",
    [
        [(2.0, 3.0)],
        [(2.0, 3.0), (2.5, 3.1)],
        [(-179.9, -84.9), (179.9, 84.9)],
        [(180.0, 85.0)],
        [(-180.0, -90.0)],
        [(0.0, 90.0), (0.0, 0.0)],
    ],
)
def test_the_view_shows_every_place_and_has_an_extent(
    points: list[tuple[float, float]], tmp_path: Path
) -> None:
    places = [
        make.place(id=f"p{number}" if number else "bridge", longitude=str(x), latitude=str(y))
        for number, (x, y) in enumerate(points)
    ]
    dossier = make.dossier(tmp_path, NO_VIEW, places=places)
    assert not dossier.problems
    (view,) = dossier.story.views
    west, south, east, north = view.bounds
    assert -180 <= west < east <= 180
    assert -85 <= south < north <= 85
    assert all(west <= x <= east for x, _ in points)
    assert all(south <= max(-85.0, min(85.0, y)) <= north for _, y in points)


def test_without_a_point_there_is_no_view(tmp_path: Path) -> None:
    nowhere = make.place(longitude="", latitude="")
    assert make.dossier(tmp_path, NO_VIEW, places=[nowhere]).story.views == ()


def test_the_places_of_a_town_have_a_close_view_too(tmp_path: Path) -> None:
    town = [make.place(id=f"place-{n}", longitude=f"0.57{n}", latitude=f"47.31{n}") for n in (1, 5)]
    first, close = make.dossier(tmp_path, NO_VIEW, places=town).story.views
    west, south, east, north = close.bounds
    assert all(west < x < east and east - west < 0.02 for x in (0.571, 0.575))
    assert all(south < y < north and north - south < 0.02 for y in (47.311, 47.315))
    assert first.bounds[0] < west - 1


def test_a_view_of_one_place_reaches_to_a_coast(tmp_path: Path) -> None:
    inland = make.place(longitude="12.5", latitude="47.9")
    (view,) = make.dossier(tmp_path, NO_VIEW, places=[inland]).story.views
    west, south, east, north = view.bounds
    (land,) = [feature["geometry"] for feature in world().features]
    corners = [point for polygon in land["coordinates"] for ring in polygon for point in ring]
    assert any(west < x < east and south < y < north for x, y in corners)
    assert east - west < 15, "no farther than to the nearest"
