"""Tests of dash.ui.map.placing: names are placed once for all who choose the same."""

from dataclasses import replace

import pytest

from dash.dossier.model import Dossier
from dash.maps.atlas import gather_atlas
from dash.maps.deck import map_deck
from dash.maps.scene import Scene
from dash.palette import DARK
from dash.ui.map import placing
from dash.ui.map.claims import usual_day
from dash.ui.map.placing import place_beforehand, placed_once
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


def test_a_reader_who_has_chosen_nothing_finds_the_names_placed(shipped: Dossier) -> None:
    atlas = gather_atlas(shipped)
    place_beforehand(atlas)
    on = {layer for switch in atlas.switches if switch.shown for layer in switch.layers}
    opened = Scene(atlas, {}, atlas.story.views[0], DARK, on, day=usual_day(atlas))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(placing, "placed_names", None)  # not called again
        assert placed_once(opened)
