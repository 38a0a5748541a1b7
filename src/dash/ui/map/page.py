"""The map page's moving parts: choice of view and place, the map, and the panel beside it."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from dash import wording
from dash.dossier.model import Dossier
from dash.maps.atlas import Atlas
from dash.maps.deck import map_deck
from dash.maps.mercator import Canvas, contains
from dash.maps.scene import Scene
from dash.maps.words import figure_table, first_view, how_drawn, left_out, map_alt, without_point
from dash.markdown import escape
from dash.places import place_table
from dash.schema.story import View
from dash.site import INCIDENTS
from dash.ui import frame
from dash.ui.address import asked_one, turn
from dash.ui.download import csv_button
from dash.ui.faults import fragment, told
from dash.ui.glossary import explain_words
from dash.ui.links import in_accent, page_link, turn_button
from dash.ui.map.address import CLAIM, PLACE, VIEW
from dash.ui.map.claims import TITLE, asked_claim, asked_day, claims_panel
from dash.ui.map.ground import ground_data
from dash.ui.map.layers import DRAWING, foot, status_lines, switched_on, switches
from dash.ui.map.paper import lay_paper
from dash.ui.map.place import list_places, place_panel
from dash.ui.map.placing import placed_once
from dash.ui.map.recorded import with_record
from dash.ui.map.width import canvas
from dash.ui.widgets import follow
from dash.wording import CHOOSE_A_PLACE

DECK, TURN = "map_deck", "map_turn"


def show_map(dossier: Dossier, atlas: Atlas) -> None:
    """Draw the map with what is said above it and the panel beside it.

    A choice of view, place, claim or day, and a switch of a layer, run and send the map with its
    panel and nothing else of the page.
    """
    lost = left_out(atlas)
    if lost:
        st.warning(escape(lost), icon=":material/warning:")
    status_lines(dossier, atlas)
    # What it is drawn for is told by what stands below it.
    stage = st.container()
    switches(atlas)
    drawn_for = canvas()
    with stage:
        explore(dossier, atlas, drawn_for)


@fragment
def show_places(dossier: Dossier, atlas: Atlas) -> None:
    """Show the places by themselves, where none of them has a point to draw a map around."""
    place = asked_one(PLACE, atlas.place_names, "place")
    frame.small("No place of this dossier has a point on a map, so none is drawn.")
    _choice_of_place(atlas, place, _place_alone_chosen)
    if place is not None:
        place_panel(dossier, place)


def show_notes(dossier: Dossier, atlas: Atlas) -> None:
    """Say how the map was made and what is approximate, behind a button."""
    story = dossier.story
    notes = [*how_drawn(story), *without_point(atlas), *filter(None, [story.disclaimer])]
    with st.expander("How is this drawn?", icon=":material/help:"):
        st.markdown("\n".join(f"- {escape(note)}" for note in notes))
        explain_words(dossier, *notes)
        if story.credits:
            frame.small(escape("; ".join(story.credits)))


@fragment(key=DRAWING)
def explore(dossier: Dossier, atlas: Atlas, drawn_for: Canvas) -> None:
    """Draw the map with the choice of view and place, and the panel of what is selected."""
    views = {view.id: view for view in dossier.story.views}
    on = switched_on(atlas)
    atlas, recorded = with_record(dossier, atlas, on)
    place = asked_one(PLACE, atlas.place_names, "place")
    claim = asked_claim(atlas)
    part = asked_one(VIEW, views, "part of the map")
    view = views[part] if part else first_view(views.values(), atlas.points.get(place or ""))
    scene = Scene(
        atlas=atlas,
        ground=ground_data(dossier),
        view=view,
        palette=frame.palette(),
        on=on,
        selected=place,
        canvas=drawn_for,
        day=asked_day(atlas, claim),
        claim=claim.id if claim else None,
    )
    if len(views) > 1:
        choose_view(views, view)
    drawing, panel = st.columns([9, 5], gap="medium")
    with drawing:
        draw(scene)
        lay_paper(scene)
        foot(scene)
        if recorded and not view.overview:
            frame.small(escape(recorded))
            page_link(INCIDENTS, in_accent(wording.ALL_RECORDED_DEATHS), ":material/bar_chart:")
    with panel:
        choose_place(atlas, place)
        beside(dossier, scene)


def beside(dossier: Dossier, scene: Scene) -> None:
    """Show what was selected: a place, or else who says how many, or the places themselves."""
    claims = any(scene.atlas.claims.get(layer) for layer in scene.on)
    if scene.selected is not None:
        if claims:
            turn_button(TITLE, ":material/arrow_back:", PLACE, None)
        place_panel(dossier, scene.selected)
    elif claims:
        claims_panel(dossier, scene)
        if scene.view.overview:
            frame.small("Rings are drawn in the closer parts only.")
    else:
        list_places(dossier, scene)
        if scene.view.overview and any(scene.atlas.figures.values()):
            frame.small("Figures are drawn in the closer parts only.")


def choose_view(views: dict[str, View], view: View) -> None:
    """Draw the choice of a part of the map."""
    follow(VIEW, view.id)
    st.segmented_control(
        "Part of the map",
        list(views),
        format_func=lambda key: escape(views[key].name),
        key=VIEW,
        required=True,
        label_visibility="collapsed",
        on_change=partial(_view_chosen, views),
    )


def choose_place(atlas: Atlas, place: str | None) -> None:
    """Draw the choice of a place, which does what a click on the map does."""
    _choice_of_place(atlas, place, partial(_place_chosen, atlas))


def _choice_of_place(atlas: Atlas, place: str | None, on_change: Callable[[], None]) -> None:
    follow(PLACE, place)
    st.selectbox(
        wording.PLACE,
        atlas.place_names,
        format_func=atlas.place_names.__getitem__,
        index=None,
        placeholder=CHOOSE_A_PLACE,
        key=PLACE,
        on_change=on_change,
        label_visibility="collapsed",
    )


def draw(scene: Scene) -> None:
    """Draw the map; a click on a place or a ring selects it."""
    written = placed_once(scene)
    st.pydeck_chart(
        map_deck(scene, st.session_state.get(TURN, 0), written),
        height=scene.canvas.height,
        on_select=partial(_clicked, scene.atlas),
        key=DECK,
        alt=map_alt(scene, written),
    )


@fragment
def map_tables(dossier: Dossier, atlas: Atlas) -> None:
    """Offer what the map shows as tables, written and sent once they are asked for."""
    opened = st.expander(
        "The map as tables", icon=":material/table:", key="map_tables", on_change="rerun"
    )
    if opened.open:
        with opened:
            _table(place_table(dossier.records("places")), "places")
            if any(atlas.figures.values()):
                _table(figure_table(dossier, atlas), "figures")


def _table(table: pd.DataFrame, what: str) -> None:
    st.dataframe(table, hide_index=True, alt=f"The {what} of the map as a table.")
    csv_button(table, f"map_{what}", f"Download the {what} of the map (CSV)")


@told()
def _clicked(atlas: Atlas) -> None:
    """Select what was clicked, and let the browser forget its own selection."""
    clicked = st.session_state[DECK].selection.objects
    claims = {claim.id for group in atlas.claims.values() for claim in group}
    for thing in (thing for things in clicked.values() for thing in things):
        place = thing.get("id") or thing.get("properties", {}).get("place")
        if thing.get("claim") in claims:
            turn({CLAIM: thing["claim"], PLACE: None})
        elif place in atlas.place_names:
            turn({PLACE: place})
        st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


@told()
def _view_chosen(views: dict[str, View]) -> None:
    """Put the chosen part into the address, with the place that it tells of."""
    chosen = views[st.session_state[VIEW]]
    told = {view.place for view in views.values()}
    place = st.query_params.get(PLACE)
    # A place that another part had selected goes with that part.
    kept = None if place in told else place
    turn({VIEW: chosen.id, PLACE: chosen.place or kept})


def _place_alone_chosen() -> None:
    turn({PLACE: st.session_state[PLACE]})


@told()
def _place_chosen(atlas: Atlas) -> None:
    """Put the chosen place into the URL, with a view that shows it if the present one does not."""
    place = st.session_state[PLACE]
    point = atlas.points.get(place or "")
    views = {view.id: view for view in atlas.story.views}
    # Its widget is not drawn where there is one view alone.
    present = views[st.session_state.get(VIEW) or next(iter(views))]
    if point is None or contains(present, *point):
        turn({PLACE: place})
    else:
        turn({PLACE: place, VIEW: first_view(views.values(), point).id})
