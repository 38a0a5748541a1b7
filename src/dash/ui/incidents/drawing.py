"""The map of the recorded deaths on the page, and what a click on it does."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import TypeAlias

import streamlit as st

from dash.dossier.model import Dossier
from dash.incidents.answer import Answer
from dash.incidents.words import map_alt, party_names
from dash.maps.deck import CompactDeck
from dash.maps.incidents import Circles, ground_of, incidents_deck
from dash.maps.mercator import Canvas
from dash.maps.scene import Scene
from dash.palette import Palette
from dash.schema.story import View
from dash.ui import frame
from dash.ui.address import set_parameter
from dash.ui.data import atlas_of, current_atlas
from dash.ui.faults import told
from dash.ui.incidents.address import PLACE
from dash.ui.lasting import KeptWith
from dash.ui.map.ground import ground_data, is_served
from dash.ui.map.layers import status_lines

DECK, TURN = "incidents_deck", "incidents_turn"
# Maps that are kept, of some 100 kB each.
KEPT = 48
# What a map depends on: the selection, the part, the chosen place, the look, and how many clicks.
Shown: TypeAlias = tuple[Answer, View, str | None, Palette, Canvas, int]


@told()
def draw_map(
    dossier: Dossier, answer: Answer, place: str | None, drawn_for: Canvas, time: str
) -> None:
    """Draw circles for the places of what is selected; a click chooses one."""
    if dossier.story.incidents is None:
        return
    atlas = current_atlas()
    view = _view_of(dossier)
    if view is None:
        frame.small("This dossier has no view of a map, so none is drawn: see the list of places.")
        return
    status_lines(dossier, atlas, atlas.seen[view.id])
    shown = (answer, view, place, frame.palette(), drawn_for, st.session_state.get(TURN, 0))
    st.pydeck_chart(
        _decks(dossier, is_served())(shown),
        height=drawn_for.height,
        on_select=partial(_clicked, [each.key for each in answer.places]),
        key=DECK,
        alt=map_alt(answer.places, answer, time),
    )
    frame.small(
        "A circle’s area is in proportion to the deaths at its place, on one scale for all times. "
        "Deaths known no closer than to a province are no circle: they stand in the sentence above."
    )


def _view_of(dossier: Dossier) -> View | None:
    """Return the part of the map that dossier.toml names for the record; else the first."""
    incidents, views = dossier.story.incidents, {view.id: view for view in dossier.story.views}
    named = incidents.view if incidents is not None else None
    return views.get(named or "") or next(iter(views.values()), None)


@KeptWith
def _decks(dossier: Dossier, _served: bool) -> Callable[[Shown], CompactDeck]:
    """Return what draws a map, once for all readers who chose the same and see the same colours."""
    story, atlas = dossier.story, atlas_of(dossier)
    parties = party_names(story, story.incidents) if story.incidents else {}

    @lru_cache(KEPT)
    def drawn(shown: Shown) -> CompactDeck:
        answer, view, place, palette, canvas, revision = shown
        scene = Scene(atlas, ground_data(dossier), view, palette, ground_of(atlas), canvas=canvas)
        circles = Circles(answer.places, answer.most, parties, place)
        return incidents_deck(scene, circles, revision)

    return drawn


@told()
def _clicked(known: list[str]) -> None:
    """Choose the place that was clicked, and let the browser forget its own selection."""
    for things in st.session_state[DECK].selection.objects.values():
        for thing in things:
            if thing.get("incident") in known:
                set_parameter(PLACE, thing["incident"])
            st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
