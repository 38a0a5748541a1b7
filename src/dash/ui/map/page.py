"""The map page's moving parts: choice of view and place, the map, its legend, the place's panel."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

import pandas as pd
import streamlit as st

from dash.dates import spell
from dash.dossier.model import Dossier
from dash.links import LONGEST_WRAPPED, label
from dash.maps.atlas import Atlas, Switch
from dash.maps.deck import map_deck
from dash.maps.legend import swatch
from dash.maps.mercator import HEIGHT, contains
from dash.maps.scene import Scene
from dash.maps.words import figure_table, first_view, left_out, map_alt
from dash.markdown import escape, read_out
from dash.places import place_table
from dash.schema.story import View
from dash.site import TARGETS
from dash.ties import TableTies, same_point, ties_of
from dash.ui import frame
from dash.ui.download import csv_button
from dash.ui.faults import fragment, told
from dash.ui.glossary import explain_words
from dash.ui.links import record_link, turn_button
from dash.ui.map.ground import ground_data
from dash.ui.map.placing import placed_once
from dash.ui.source import source_popover
from dash.ui.state import follow_url, widget_key, write_url

PLACE, VIEW = "map_place", "map_view"
DECK, TURN = "map_deck", "map_turn"
DRAWING = "map_drawing"
FIRST = 3
StatusColumn = Literal["recognised_as", "controlled_by", "controlled_since", "as_of"]
# What the map's height leaves beside it, below the choice of a place.
PANEL_HEIGHT = HEIGHT - 84
SHORT = 7
HEADINGS = {
    "quotes": "Statements",
    "events": "Events",
    "slides": "Slides of the gallery",
    "figures": "Figures",
    "differences": "Differences",
}
STATUS: dict[StatusColumn, str] = {
    "recognised_as": "Recognised as",
    "controlled_by": "Controlled by",
    "controlled_since": "Since",
    "as_of": "As of",
}
DATED = {"Since", "As of"}
# Narrow enough to stand beside its switch on a phone.
LEGEND_WIDTH = 300


def show_map(dossier: Dossier, atlas: Atlas) -> None:
    """Draw the map with its choices and, below it, the legend.

    A choice of view or place, and a switch of the legend, run and send the map with its panel
    and nothing else of the page.
    """
    told = left_out(atlas)
    if told:
        st.warning(escape(told), icon=":material/warning:")
    stage = st.container()
    legend(atlas)
    with stage:
        explore(dossier, atlas)


@fragment(key=DRAWING)
def explore(dossier: Dossier, atlas: Atlas) -> None:
    """Draw the map with the choice of view and place, and the panel of the selected place."""
    views = {view.id: view for view in dossier.story.views}
    place = follow_url(PLACE, atlas.place_names, "place")
    asked = follow_url(VIEW, views, "part of the map")
    view = views[asked] if asked else first_view(views.values(), atlas.points.get(place or ""))
    choose_view(views, view)
    drawing, panel = st.columns([9, 5], gap="medium")
    with drawing:
        scene = Scene(
            atlas=atlas,
            ground=ground_data(dossier),
            view=view,
            palette=frame.palette(),
            on=_switched_on(atlas),
            selected=place,
        )
        draw(scene)
    with panel:
        choose_place(atlas)
        if place is None:
            without_selection(atlas, view)
        else:
            place_panel(dossier, place)


def without_selection(atlas: Atlas, view: View) -> None:
    """Say what a selection does, and name what this view does not show."""
    frame.small("Select a place, here or on the map, to see its status and its records.")
    missing = [name for key, name in atlas.place_names.items() if key not in atlas.points]
    away = [
        marker.name
        for marker in atlas.markers
        if not contains(view, marker.longitude, marker.latitude)
    ]
    if view.overview and any(atlas.figures.values()):
        frame.small("Figures are drawn in the closer views only.")
    if away:
        frame.small(escape(f"Outside this view: {', '.join(away)}."))
    if missing:
        frame.small(escape(f"Without a point on any map: {', '.join(missing)}."))


def choose_view(views: dict[str, View], view: View) -> None:
    """Draw the choice of a part of the map."""
    st.session_state[widget_key(VIEW)] = view.id
    st.segmented_control(
        "Part of the map",
        list(views),
        format_func=lambda key: escape(views[key].name),
        key=widget_key(VIEW),
        required=True,
        label_visibility="collapsed",
        on_change=partial(write_url, VIEW),
    )


def choose_place(atlas: Atlas) -> None:
    """Draw the choice of a place, which does what a click on the map does."""
    st.selectbox(
        "Place",
        atlas.place_names,
        format_func=atlas.place_names.__getitem__,
        index=None,
        placeholder="Choose a place",
        key=widget_key(PLACE),
        on_change=partial(_place_chosen, atlas),
    )


def draw(scene: Scene) -> None:
    """Draw the map; a click on a place selects it."""
    st.pydeck_chart(
        map_deck(scene, st.session_state.get(TURN, 0), placed_once(scene)),
        height=HEIGHT,
        on_select=partial(_clicked, scene.atlas),
        key=DECK,
        alt=map_alt(scene),
    )


def legend(atlas: Atlas) -> None:
    """Draw the legend, each line with its switch."""
    palette = frame.palette()
    columns = st.columns(3, gap="medium")
    each = -(-len(atlas.switches) // len(columns))
    for number, switch in enumerate(atlas.switches):
        # A screen reader is told a switch's label as it is written, Markdown and all: the
        # switch keeps the bare name, and what is seen stands beside it.
        with columns[number // each], st.container(horizontal=True, gap="xsmall"):
            st.checkbox(
                read_out(switch.name),
                value=switch.shown,
                key=_switch_key(switch),
                on_change=partial(st.rerun, DRAWING),
                bind="query-params",
                label_visibility="collapsed",
                width="content",
            )
            picture = swatch(switch, atlas, palette)
            st.markdown(f"![]({picture}) :small[{escape(switch.name)}]", width=LEGEND_WIDTH)


def place_panel(dossier: Dossier, place: str) -> None:
    """Show a place's status, its role, its source, and every record tied to it."""
    row = dossier.record("places", place)
    found = [tied for tied in ties_of(dossier, place) if tied.keys or not tied.readable]
    lines = sum(1 + min(len(tied.keys), FIRST) for tied in found)
    # A long list is as high as the map beside it, so that the legend stays below both.
    height: Literal["content"] | int = PANEL_HEIGHT if lines > SHORT else "content"
    with st.container(height=height, border=False, gap="xsmall"):
        st.subheader(escape(row["name"]), anchor=False)
        st.markdown(escape(row["role_in_story"]))
        said = {
            words: cell for column, words in STATUS.items() if (cell := row[column]) is not None
        }
        for words in DATED & set(said):
            said[words] = spell(said[words])
        st.markdown("  \n".join(f"**{words}:** {escape(value)}" for words, value in said.items()))
        explain_words(dossier, row["role_in_story"], *said.values())
        if row["longitude"] is None:
            frame.small(f"Not on the map. Point: {escape(row['coordinate_source'])}.")
        source_popover(row, dossier.record("sources", row["source"]))
        tied_records(dossier, found, same_point(dossier.records("places"), place))


def tied_records(dossier: Dossier, found: Sequence[TableTies], others: Sequence[str]) -> None:
    """Show what the dossier ties to a place, each record as a link to its own page."""
    if not found and not others:
        frame.small("Nothing else in the dossier names this place.")
    for tied in found:
        if tied.readable:
            _links(dossier, tied.table, HEADINGS[tied.table], tied.keys)
        else:
            frame.tell_left_out(tied.table)
    if others:
        _links(dossier, "places", "At the same point of the map", others)


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


def _links(dossier: Dossier, table: str, heading: str, keys: Sequence[str | int]) -> None:
    """List records as links: the first few, and the rest when they are asked for."""
    st.markdown(f"**{heading}** ({len(keys)})")
    every = len(keys) > FIRST and st.toggle(f"Show all {len(keys)}", key=f"map_all_{table}")
    for key in keys if every else keys[:FIRST]:
        if table == "places":  # they are on this page
            words = escape(label(dossier, table, key, LONGEST_WRAPPED))
            turn_button(words, TARGETS[table].icon, PLACE, str(key))
        else:
            record_link(dossier, table, key)


def _switch_key(switch: Switch) -> str:
    return f"map_{switch.id}"


def _switched_on(atlas: Atlas) -> set[str]:
    """Return the ids of the layers that the legend, drawn before, has on."""
    on = (switch for switch in atlas.switches if st.session_state[_switch_key(switch)])
    return {layer for switch in on for layer in switch.layers}


@told()
def _clicked(atlas: Atlas) -> None:
    """Select what was clicked, if it is a place, and let the browser forget its own selection."""
    clicked = st.session_state[DECK].selection.objects
    for thing in (thing for things in clicked.values() for thing in things):
        place = thing.get("id") or thing.get("properties", {}).get("id")
        if place in atlas.points:
            st.query_params[PLACE] = place
            st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


@told()
def _place_chosen(atlas: Atlas) -> None:
    """Put the chosen place into the URL, with a view that shows it if the present one does not."""
    write_url(PLACE)
    point = atlas.points.get(st.session_state[widget_key(PLACE)] or "")
    views = {view.id: view for view in atlas.story.views}
    present = views[st.session_state[widget_key(VIEW)]]
    if point is not None and not contains(present, *point):
        st.query_params[VIEW] = first_view(views.values(), point).id
