"""Tests of dash.ui.map.placing: names are placed once for all who choose the same."""

from dataclasses import replace

from dash.dossier.model import Dossier
from dash.maps.deck import map_deck
from dash.palette import DARK
from dash.ui.map.placing import placed_once
from tests.maps.scenes import scene


def test_names_are_placed_once_for_each_choice(shipped: Dossier) -> None:
    drawn = scene(shipped, "region")
    written = placed_once(drawn)
    assert placed_once(replace(drawn, ground={}, on=list(drawn.on))) is written
    assert map_deck(drawn, 1, written).to_json() == map_deck(drawn, 1).to_json()
    others = [
        replace(drawn, selected="donetsk"),
        replace(drawn, palette=DARK),
        replace(drawn, on=["land"]),
        scene(shipped, "crimea"),
        scene(shipped, "region"),
    ]
    for other in others:
        assert placed_once(other) is not written
        assert map_deck(other, 0, placed_once(other)).to_json() == map_deck(other).to_json()
