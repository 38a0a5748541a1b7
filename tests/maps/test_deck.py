"""Tests of the deck as it is sent: on the shipped dossier in every view, and on a small one."""

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from dash.dossier.model import Dossier
from dash.maps.deck import map_deck
from dash.maps.labels import Box
from dash.maps.mercator import DESK, PHONE, TABLET, Canvas
from dash.maps.names import circle_boxes, drawn_markers, frame_of, lines, obstacles, placed_names
from dash.maps.scene import Scene
from dash.maps.words import map_alt
from dash.palette import DARK, LIGHT
from tests import factories as make
from tests.maps.scenes import scene

VIEWS = ["region", "crimea", "donbas", "black-sea", "world"]
LARGEST_DECK = 17_000


def _deck(drawn: Scene, revision: int = 0) -> dict[str, Any]:
    deck: dict[str, Any] = json.loads(map_deck(drawn, revision).to_json())
    return deck


def _layers(drawn: Scene) -> dict[str, dict[str, Any]]:
    return {layer["id"]: layer for layer in _deck(drawn)["layers"]}


@pytest.mark.parametrize("view", VIEWS)
def test_names_cover_neither_each_other_nor_a_point(view: str, shipped: Dossier) -> None:
    drawn = scene(shipped, view)
    written = placed_names(drawn)
    boxes = [placed.box for _, placed in written]
    assert len(boxes) >= 6
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert not any(box.meets(obstacle) for box in boxes for obstacle in obstacles(drawn))
    for marker in drawn_markers(drawn, written):
        x, y = drawn.camera.pixels(marker.longitude, marker.latitude)
        assert not any(box.meets(Box(x - 1, y - 1, x + 1, y + 1)) for box in boxes), marker.name


@pytest.mark.parametrize("view", VIEWS)
def test_the_edge_of_the_map_cuts_no_name(view: str, shipped: Dossier) -> None:
    for canvas in (DESK, TABLET, PHONE):
        drawn = replace(scene(shipped, view), canvas=canvas)
        frame = frame_of(drawn)
        boxes = [placed.box for _, placed in placed_names(drawn)]
        assert [box for box in boxes if box.meets(frame) and not frame.holds(box)] == []


@pytest.mark.parametrize("canvas", [DESK, TABLET, PHONE])
@pytest.mark.parametrize("view", ["region", "black-sea"])
def test_both_anchors_are_whole_in_the_picture_with_one_number_each(
    view: str, canvas: Canvas, shipped: Dossier
) -> None:
    drawn = replace(scene(shipped, view, off={"deaths"}), canvas=canvas)
    frame = frame_of(drawn)
    whole = [circle for circle in drawn.circles if view == "region" or circle.place == "crimea"]
    assert whole
    for circle in whole:
        assert all(frame.holds(box) for box in circle_boxes(circle, drawn.camera))
    numbers = _layers(drawn)["numbers-0"]["data"]
    assert len(numbers) == len({circle.position for circle in drawn.circles})


def test_no_name_stands_on_a_ring_or_on_the_line_of_contact(shipped: Dossier) -> None:
    drawn = scene(shipped, "donbas", off={"deaths"})
    fewer = replace(drawn, on=set(drawn.on) - {"line-of-contact", "donbas", "build-up"})
    names = [(name, placed.box) for name, placed in placed_names(drawn)]
    crossing = {name.text for name, box in names if box.meets(*lines(drawn))}
    # Towns of the story are named in any case.
    assert crossing <= {"Donetsk", "Luhansk"}
    assert len(lines(drawn)) > len(lines(fewer)) + 50


@pytest.mark.parametrize("view", VIEWS)
def test_a_selected_place_is_always_named_and_ringed(view: str, shipped: Dossier) -> None:
    drawn = scene(shipped, view, selected="kyiv")
    assert "Kyiv" in {name.text for name, _ in placed_names(drawn)}
    assert _layers(drawn)["selected"]["data"] == [{"p": [30.5167, 50.4333]}]


def test_the_labels_are_those_of_the_research(shipped: Dossier) -> None:
    names = {layer.id: layer.name for layer in shipped.story.layers}
    assert names["crimea"] == (
        "Crimea: annexed by Russia in 2014; internationally recognised as Ukraine "
        "(UN resolution 68/262)"
    )
    assert names["held-area"] == (
        "Parts of Donetsk and Luhansk oblasts held by Russian-backed separatists, "
        "April 2021 (approximate)"
    )
    assert names["line-of-contact"] == "Line of contact, April 2021 (approximate)"
    assert "Donbas" not in names["held-area"]


@pytest.mark.parametrize("view", VIEWS)
def test_the_deck_is_small_and_asks_nobody_for_a_map(view: str, shipped: Dossier) -> None:
    drawn = scene(shipped, view)
    written = map_deck(drawn).to_json()
    assert len(written.encode()) < LARGEST_DECK
    deck = json.loads(written)
    assert deck.get("mapProvider") is None
    assert deck["mapStyle"] == "__MAP_STYLE__"
    assert "http" not in written
    assert all("id" in layer for layer in deck["layers"])


def test_each_layer_can_be_switched_off_by_itself(shipped: Dossier) -> None:
    every = scene(shipped, "region")
    for switch in every.atlas.switches:
        fewer = scene(shipped, "region", off=set(switch.layers))
        assert _deck(fewer)["layers"] != _deck(every)["layers"], switch.name


def test_status_is_a_tint_with_a_dashed_edge_and_no_outline(shipped: Dossier) -> None:
    layers = _layers(scene(shipped, "crimea"))
    for key in ("ground-crimea-0", "ground-held-area-0"):
        assert layers[key]["stroked"] is False
        assert layers[key]["_subLayerProps"]["polygons-fill"]["getFillColor"][3] < 128
        assert layers[key]["extensions"][0]["dash"] is True
    tints = {layers[key]["getLineColor"][0] for key in ("ground-crimea-0", "ground-held-area-0")}
    assert len(tints) == 2
    assert layers["ground-line-of-contact"]["getDashArray"]


def test_the_ground_keeps_its_colour_while_something_is_selected(shipped: Dossier) -> None:
    # Streamlit pales what has a getFillColor of its own.
    for key, layer in _layers(scene(shipped, "region")).items():
        assert not (key.startswith(("ground", "sea")) and "getFillColor" in layer), key


def test_every_letter_of_a_label_is_in_the_layers_alphabet(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, places=[make.place(name="Brücke o'Київ – é")])
    for palette in (LIGHT, DARK):
        names = _layers(scene(dossier, palette=palette))["names-0"]
        assert names["data"][0]["tip"] == "Brücke o’Київ – é"
        assert set("Brücke o’Київ – é") <= set(names["characterSet"])


def test_a_dossier_without_geography_stands_on_the_land_of_the_world(tmp_path: Path) -> None:
    layers = _layers(scene(make.dossier(tmp_path)))
    assert "ground-world" in layers
    assert "graticule" not in layers


def test_a_map_whose_ground_is_switched_off_stands_on_a_graticule(tmp_path: Path) -> None:
    layers = _layers(scene(make.dossier(tmp_path), off={"world"}))
    lines = layers["graticule"]["data"]["coordinates"]
    assert [[2.0, -0.0], [2.0, 6.0]] in [[[x, abs(y) * 0], [x, z]] for ((x, y), (_, z)) in lines]
    assert [point["tip"] for point in layers["places-0"]["data"]] == ["The bridge"]


def test_a_click_gives_the_layers_new_names_and_nothing_else_changes(shipped: Dossier) -> None:
    drawn = scene(shipped, "region")
    before, after = map_deck(drawn, 1).to_json(), map_deck(drawn, 2).to_json()
    assert before != after
    assert json.loads(before.replace('-1"', '-2"')) == json.loads(after)


def test_nothing_of_the_dossier_stands_in_the_template_of_the_tooltip(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, places=[make.place(name="<img src=x onerror=alert(1)>")])
    tooltip = map_deck(scene(dossier))._tooltip
    assert tooltip["text"] == "{tip}"
    assert "html" not in tooltip


def test_a_route_is_a_whole_line_also_in_an_overview_and_told(tmp_path: Path) -> None:
    route = {"type": "LineString", "coordinates": [[1.5, 2.5], [2.5, 3.5]]}
    feature = {"type": "Feature", "properties": {"id": "way"}, "geometry": route}
    collection = {"type": "FeatureCollection", "features": [feature]}
    layer = '[[layers]]\nid = "way"\nfile = "way.geojson"\nname = "The way"\nstyle = "route"\n'
    overview = make.STORY.replace('name = "The valley"', 'name = "The valley"\noverview = true')
    for name, story in (("near", make.STORY), ("far", overview)):
        folder = make.write(tmp_path / name, f"{story}\n{layer}")
        (folder / "way.geojson").write_text(json.dumps(collection), encoding="utf-8")
        drawn = scene(make.reopen(folder))
        assert "extensions" not in _layers(drawn)["ground-way"]
        assert "The way" in map_alt(drawn)


def test_a_view_of_a_town_is_shown_as_close_as_it_is(tmp_path: Path) -> None:
    story = make.STORY.replace("[1.0, 2.0, 3.0, 4.0]", "[1.99, 2.99, 2.01, 3.01]")
    state = _deck(scene(make.dossier(tmp_path, story), "valley"))["initialViewState"]
    assert 13 < state["zoom"] < state["maxZoom"]
