"""Tests of dash.maps.markers: one marker a point, led by what is most of a spot."""

from pathlib import Path

import pytest

from dash.maps.markers import SPOTS, WATERS, markers_of
from dash.schema.vocabulary import PLACES
from tests import factories as make


def test_a_town_leads_what_shares_its_point(tmp_path: Path) -> None:
    places = [
        make.place(id="state", kind="country"),
        make.place(id="hall", kind="building"),
        make.place(kind="city"),
    ]
    (marker,) = markers_of(make.dossier(tmp_path, places=places).records("places"), "story")
    assert marker.ids == ("bridge", "hall", "state")
    assert marker.is_point


@pytest.mark.parametrize("kind", ["mountain", "building", "street"])
def test_a_spot_is_drawn_as_a_point(tmp_path: Path, kind: str) -> None:
    dossier = make.dossier(tmp_path, places=[make.place(kind=kind)])
    (marker,) = markers_of(dossier.records("places"), "story")
    assert marker.is_point


def test_every_kind_that_is_drawn_apart_is_a_word_of_the_contract() -> None:
    assert set(SPOTS) | set(WATERS) <= set(PLACES)
