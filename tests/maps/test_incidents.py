"""Tests of dash.maps.incidents: circles to scale, and no dot for what is known to an oblast."""

import json
from math import isclose
from typing import Any

import pytest

from dash.dossier.model import Dossier
from dash.incidents.answer import Answer
from dash.incidents.embedded import DuckDB
from dash.incidents.record import Record
from dash.incidents.selection import Selection
from dash.maps.atlas import gather_atlas
from dash.maps.incidents import Circles, ground_of, incidents_deck, radius
from dash.maps.scene import Scene
from dash.palette import LIGHT
from dash.schema.incidents import PARTIES

NAMES = dict.fromkeys(PARTIES, "somebody")


@pytest.fixture(scope="module")
def scene(shipped: Dossier) -> Scene:
    atlas = gather_atlas(shipped)
    view = next(view for view in shipped.story.views if view.id == "donbas")
    return Scene(atlas, dict.fromkeys(shipped.ground, "address"), view, LIGHT, ground_of(atlas))


@pytest.fixture(scope="module")
def answer(shipped: Dossier) -> Answer:
    assert shipped.incidents is not None
    return Answer(Record(DuckDB(shipped.incidents.files)), Selection())


def _layers(scene: Scene, drawn: Circles) -> dict[str, Any]:
    deck = json.loads(incidents_deck(scene, drawn, 3).to_json())
    return {layer["id"]: layer for layer in deck["layers"]}


def test_an_area_is_in_proportion_to_the_deaths() -> None:
    assert isclose(radius(100, 400, 1.0), radius(400, 400, 1.0) / 2)
    assert radius(1, 10**9, 1.0) > 2
    assert radius(0, 0, 1.0) > 0


def test_every_place_is_a_circle_and_no_oblast_is_one(scene: Scene, answer: Answer) -> None:
    layers = _layers(scene, Circles(answer.places, answer.most, NAMES, "37.8053,48.0000"))
    tips = [row["tip"] for row in layers["incidents-3"]["data"]]
    assert len(tips) == answer.number_of_places
    assert not any(
        tip.startswith(("Donets Basin", "Donetsk oblast", "Luhansk oblast")) for tip in tips
    )
    assert tips[0].startswith("Donetsk town\n401 killed (389 to 418)")
    assert "incident-chosen" in layers
    assert layers["names-3"]["data"]
    # Between the circles a name is read on a ground of its own.
    assert layers["names-3"]["background"]


def test_the_ground_is_the_dossiers_own_without_its_figures(scene: Scene) -> None:
    layers = _layers(scene, Circles((), 0, NAMES))
    assert "ground-line-of-contact" in layers
    assert not any(key.startswith(("circles", "rings", "courses")) for key in layers)
    assert layers["incidents-3"]["data"] == []
