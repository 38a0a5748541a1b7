"""The map of the recorded deaths on the page, and what a click on it does."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import TypeAlias

import streamlit as st

from dash.dossier.model import Dossier
from dash.incidents.answer import Answer
from dash.incidents.selection import Selection
from dash.incidents.words import map_alt, party_names
from dash.maps.incidents import Circles, ground_of, incidents_deck, written_beside
from dash.maps.mercator import Canvas
from dash.maps.names import Written
from dash.maps.scene import Scene
from dash.palette import Palette
from dash.schema.story import View
from dash.ui import frame
from dash.ui.data import atlas_of, current_atlas
from dash.ui.faults import told
from dash.ui.incidents.address import PLACE
from dash.ui.lasting import KeptWith
from dash.ui.map.ground import ground_data
from dash.ui.map.layers import status_lines
from dash.ui.recorded import answers_of
from dash.ui.state import set_parameter

# How many choices of a selection, a place, a theme and a width are kept.
KEPT = 256
Choice: TypeAlias = tuple[Selection, str | None, Palette, Canvas]
DECK, TURN = "incidents_deck", "incidents_turn"


@told()
def draw_map(
    dossier: Dossier, answer: Answer, place: str | None, drawn_for: Canvas, time: str
) -> None:
    """Draw circles for the places of what is selected; a click chooses one."""
    story, incidents = dossier.story, dossier.story.incidents
    if incidents is None:
        return
    atlas = current_atlas()
    view = _view_of(dossier)
    if view is None:
        frame.small("This dossier has no view of a map, so none is drawn: see the list of places.")
        return
    status_lines(dossier, atlas, atlas.seen[view.id])
    scene = Scene(
        atlas, ground_data(dossier), view, frame.palette(), ground_of(atlas), canvas=drawn_for
    )
    circles = Circles(answer.places, answer.most, party_names(story, incidents), place)
    written = _placing(dossier)((answer.selection, place, scene.palette, drawn_for))
    st.pydeck_chart(
        incidents_deck(scene, circles, st.session_state.get(TURN, 0), written),
        height=drawn_for.height,
        on_select=partial(_clicked, [each.key for each in answer.places]),
        key=DECK,
        alt=map_alt(answer.places, answer, time),
    )
    frame.small(
        "A circle’s area is in proportion to the deaths at its place, on one scale for all times. "
        "Deaths known no closer than to an oblast are no circle: they stand in the sentence above."
    )


def _view_of(dossier: Dossier) -> View | None:
    """Return the part of the map that dossier.toml names for the record; else the first."""
    incidents, views = dossier.story.incidents, {view.id: view for view in dossier.story.views}
    named = incidents.view if incidents is not None else None
    return views.get(named or "") or next(iter(views.values()), None)


@KeptWith
def _placing(dossier: Dossier) -> Callable[[Choice], Written]:
    """Return what places the names of a choice, once for all readers who make it."""
    atlas, view = atlas_of(dossier), _view_of(dossier)
    assert view is not None  # noqa: S101 - without one nothing is drawn

    @lru_cache(KEPT)
    def placed(choice: Choice) -> Written:
        selection, place, palette, drawn_for = choice
        answer = answers_of(dossier)(selection)
        scene = Scene(atlas, {}, view, palette, ground_of(atlas), canvas=drawn_for)
        return written_beside(scene, Circles(answer.places, answer.most, {}, place))

    return placed


@told()
def _clicked(known: list[str]) -> None:
    """Choose the place that was clicked, and let the browser forget its own selection."""
    for things in st.session_state[DECK].selection.objects.values():
        for thing in things:
            if thing.get("incident") in known:
                set_parameter(PLACE, thing["incident"])
            st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
