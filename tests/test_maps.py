"""Tests of dash.maps."""

import json
from pathlib import Path

import pytest

from dash.dossier import Dossier
from dash.maps import places_alt, places_deck, places_within, with_point, without_point
from dash.palette import DARK
from tests import factories as make


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    places = [
        make.place(name="Brücke"),
        make.place(id="far", longitude="100", latitude="3"),
        make.place(id="vague", longitude="", latitude=""),
    ]
    return make.dossier(tmp_path, places=places)


def test_places_fall_inside_outside_or_nowhere(dossier: Dossier) -> None:
    places, view = dossier.places, dossier.story.views[0]
    assert places_within(with_point(places), view).index.tolist() == ["bridge"]
    assert without_point(places).index.tolist() == ["vague"]


def test_the_deck_asks_nobody_for_a_map_and_can_write_every_letter(dossier: Dossier) -> None:
    view = dossier.story.views[0]
    deck = json.loads(places_deck(with_point(dossier.places), view, DARK).to_json())
    assert deck["mapProvider"] is None if "mapProvider" in deck else True
    points, names = deck["layers"]
    assert [point["name"] for point in points["data"]] == ["Brücke", "The bridge"]
    assert "ü" in names["characterSet"]
    assert deck["initialViewState"]["longitude"] == 2.0


def test_a_map_without_places_says_so(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    view = dossier.story.views[0]
    assert "no place" in places_alt(dossier.places.iloc[:0], view)
    assert places_alt(dossier.places, view).endswith("labelled points: The bridge.")
