"""The map page's moving parts: choice of view and place, the map, its legend, the place's panel."""

from functools import partial

import streamlit as st

from dash.dates import spell
from dash.dossier import Dossier, record
from dash.maps.atlas import Atlas
from dash.maps.deck import map_deck
from dash.maps.legend import swatch
from dash.maps.mercator import HEIGHT, contains
from dash.maps.scene import Scene
from dash.maps.words import first_view, map_alt
from dash.markdown import escape
from dash.schema.story import View
from dash.ties import Ties, same_point, ties
from dash.ui import frame
from dash.ui.ground import ground_data
from dash.ui.links import record_link
from dash.ui.source import source_popover
from dash.ui.state import follow_url, widget_key, write_url

PLACE, VIEW = "map_place", "map_view"
DECK, TURN = "map_deck", "map_turn"
FIRST = 5
HEADINGS = {
    "quotes": "Statements",
    "events": "Events",
    "slides": "Slides of the gallery",
    "figures": "Figures",
    "differences": "Differences",
}
STATUS = {
    "recognised_as": "Recognised as",
    "controlled_by": "Controlled by",
    "controlled_since": "Since",
    "as_of": "As of",
}
DATED = {"Since", "As of"}
# Narrow enough to stand beside its switch on a phone.
LEGEND_WIDTH = 258


@st.fragment
def explore(dossier: Dossier, atlas: Atlas) -> None:
    """Draw the map with all that changes it, and the panel of the selected place."""
    views = {view.id: view for view in dossier.story.views}
    place = follow_url(PLACE, dossier.places.index, "place")
    asked = follow_url(VIEW, views, "part of the map")
    view = views[asked] if asked else first_view(views.values(), atlas.points.get(place or ""))
    choose_view(views, view)
    drawing, panel = st.columns([5, 2], gap="medium")
    with panel:
        choose_place(dossier, atlas)
        if place is None:
            st.caption("Select a place, here or on the map, to see its status and its records.")
        else:
            place_panel(dossier, place)
        on = legend(atlas)
    with drawing:
        scene = Scene(atlas, ground_data(dossier), view, frame.palette(), on, place)
        draw(scene)
    if place is not None:
        tied_records(dossier, place)


def choose_view(views: dict[str, View], view: View) -> None:
    """Draw the choice of a part of the map."""
    st.session_state[widget_key(VIEW)] = view.id
    st.segmented_control(
        "Part of the map",
        list(views),
        format_func=lambda key: views[key].name,
        key=widget_key(VIEW),
        required=True,
        label_visibility="collapsed",
        on_change=partial(write_url, VIEW),
    )


def choose_place(dossier: Dossier, atlas: Atlas) -> None:
    """Draw the choice of a place, which does what a click on the map does."""
    places = dossier.places
    ordered = places.sort_values("name")["name"]
    st.selectbox(
        "Place",
        ordered.index,
        format_func=lambda key: ordered[key],
        index=None,
        placeholder="Choose a place",
        key=widget_key(PLACE),
        on_change=partial(_place_chosen, atlas),
    )


def draw(scene: Scene) -> None:
    """Draw the map; a click on a place selects it."""
    st.pydeck_chart(
        map_deck(scene, st.session_state.get(TURN, 0)),
        height=HEIGHT,
        on_select=partial(_clicked, scene.atlas),
        key=DECK,
        alt=map_alt(scene),
    )


def legend(atlas: Atlas) -> set[str]:
    """Draw the legend, each line with its switch; return the ids of the layers that are on."""
    on: set[str] = set()
    with st.container(gap="xxsmall"):
        for switch in atlas.switches:
            # A switch cuts its label off where the line ends; a text beside it does not.
            with st.container(horizontal=True, gap="xsmall"):
                if st.checkbox(
                    switch.name,
                    value=switch.shown,
                    key=f"map_{switch.id}",
                    bind="query-params",
                    label_visibility="collapsed",
                    width="content",
                ):
                    on.update(switch.layers)
                picture = swatch(switch, atlas, frame.palette())
                st.markdown(f"![]({picture}) :small[{escape(switch.name)}]", width=LEGEND_WIDTH)
    return on


def place_panel(dossier: Dossier, place: str) -> None:
    """Show a place's status, its role, its source, and every record tied to it."""
    row = record(dossier.places, place)
    st.subheader(escape(row["name"]), anchor=False)
    st.markdown(escape(row["role_in_story"]))
    said = {words: row[column] for column, words in STATUS.items() if row[column] is not None}
    for words in DATED & set(said):
        said[words] = spell(said[words])
    st.markdown("  \n".join(f"**{words}:** {escape(value)}" for words, value in said.items()))
    source_popover({**row, "note": None}, dossier.sources)


def tied_records(dossier: Dossier, place: str) -> None:
    """Show every record that the dossier ties to a place, each as a link to its own page."""
    name = record(dossier.places, place)["name"]
    st.subheader(f"What the dossier ties to {escape(name)}", anchor=False)
    found = [tied for tied in ties(dossier, place) if tied.keys or not tied.readable]
    others = same_point(dossier.places, place)
    if not found and not others:
        st.caption("Nothing else in the dossier names this place.")
    columns = st.columns(2, gap="medium")
    for number, tied in enumerate(found):
        with columns[number % 2]:
            _tied_records(dossier, tied)
    if others:
        with columns[len(found) % 2]:
            st.markdown("**At the same point of the map**")
            for other in others:
                record_link(dossier, "places", other)


def _tied_records(dossier: Dossier, tied: Ties) -> None:
    if not tied.readable:
        st.caption(f"{tied.table}.csv has a problem, so its records are not listed here.")
        return
    st.markdown(f"**{HEADINGS[tied.table]}** ({len(tied.keys)})")
    for key in tied.keys[:FIRST]:
        record_link(dossier, tied.table, key)
    if len(tied.keys) > FIRST:
        with st.expander(f"Show all {len(tied.keys)}"):
            for key in tied.keys[FIRST:]:
                record_link(dossier, tied.table, key)


def _clicked(atlas: Atlas) -> None:
    """Select what was clicked, if it is a place, and let the browser forget its own selection."""
    clicked = st.session_state[DECK].selection.objects
    for thing in (thing for things in clicked.values() for thing in things):
        place = thing.get("id") or thing.get("properties", {}).get("id")
        if place in atlas.points:
            st.query_params[PLACE] = place
            st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _place_chosen(atlas: Atlas) -> None:
    """Put the chosen place into the URL, with a view that shows it if the present one does not."""
    write_url(PLACE)
    point = atlas.points.get(st.session_state[widget_key(PLACE)] or "")
    views = {view.id: view for view in atlas.story.views}
    present = views[st.session_state[widget_key(VIEW)]]
    if point is not None and not contains(present, *point):
        st.query_params[VIEW] = first_view(views.values(), point).id
