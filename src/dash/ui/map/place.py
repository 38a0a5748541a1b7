"""The panel of a place: its status, its source, and every record tied to it."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from dash.dates import spell
from dash.dossier.model import Dossier
from dash.links import label
from dash.maps.mercator import contains
from dash.maps.scene import Scene
from dash.markdown import escape
from dash.site import TARGETS
from dash.ties import TableTies, Ties
from dash.ui import frame
from dash.ui.glossary import explain_words
from dash.ui.lasting import KeptWith
from dash.ui.links import record_link, turn_button
from dash.ui.map.address import PLACE
from dash.ui.sharing.versions import mark_corrections
from dash.ui.source import source_popover
from dash.wording import (
    AS_OF,
    CONTROLLED_BY,
    DIFFERENCES,
    EVENTS,
    FIGURES,
    RECOGNISED_AS,
    SINCE,
    SLIDES,
    STATEMENTS,
)

FIRST = 3
StatusColumn = Literal["recognised_as", "controlled_by", "controlled_since", "as_of"]
PANEL = "map_place_panel"
# As high as the map beside it.
PANEL_HEIGHT = 480
SHORT = 7
# Of the places in a view, as many as stand beside the map.
MOST_PLACES = 12
HEADINGS = {
    "quotes": STATEMENTS,
    "events": EVENTS,
    "slides": SLIDES,
    "figures": FIGURES,
    "differences": DIFFERENCES,
}
STATUS: dict[StatusColumn, str] = {
    "recognised_as": RECOGNISED_AS,
    "controlled_by": CONTROLLED_BY,
    "controlled_since": SINCE,
    "as_of": AS_OF,
}
DATED = {SINCE, AS_OF}


@KeptWith
def ties(dossier: Dossier) -> Ties:
    """Return what this server's dossier ties to each place, looked up once for all visitors."""
    return Ties(dossier)


def place_panel(dossier: Dossier, place: str) -> None:
    """Show a place's status, its role, its source, and every record tied to it."""
    row = dossier.record("places", place)
    found = [tied for tied in ties(dossier).of(place) if tied.keys or not tied.readable]
    lines = sum(1 + min(len(tied.keys), FIRST) for tied in found)
    # A long list is as high as the map beside it, so that the legend stays below both.
    height: Literal["content"] | int = PANEL_HEIGHT if lines > SHORT else "content"
    with st.container(height=height, border=False, gap="xsmall", key=PANEL):
        st.header(escape(row["name"]), anchor=False)
        if row["role_in_story"]:
            st.markdown(escape(row["role_in_story"]))
        said = {
            words: cell for column, words in STATUS.items() if (cell := row[column]) is not None
        }
        for words in DATED & set(said):
            said[words] = spell(said[words])
        st.markdown("  \n".join(f"**{words}:** {escape(value)}" for words, value in said.items()))
        mark_corrections(dossier, row)
        explain_words(dossier, row["role_in_story"] or "", *said.values())
        if row["longitude"] is None:
            frame.small(f"Not on the map. Point: {escape(row['coordinate_source'])}.")
        source_popover(row, dossier.record("sources", row["source"]))
        tied_records(dossier, found, ties(dossier).same_point(place))


def list_places(dossier: Dossier, scene: Scene) -> None:
    """List the story's places that a view shows; each opens its panel."""
    shown = [
        marker
        for marker in scene.markers
        if marker.in_story and contains(scene.view, marker.longitude, marker.latitude)
    ]
    frame.small("Select a place, here or on the map, to see what is on record of it.")
    with st.container(gap=None, key="map_places"):
        for marker in shown[:MOST_PLACES]:
            role = dossier.record("places", marker.id)["role_in_story"]
            words = escape(": ".join(filter(None, (marker.name, role))))
            turn_button(words, TARGETS["places"].icon, PLACE, marker.id)
    if len(shown) > MOST_PLACES:
        frame.small(f"And {len(shown) - MOST_PLACES} more on the map.")


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


def _links(dossier: Dossier, table: str, heading: str, keys: Sequence[str | int]) -> None:
    """List records as links: the first few, and the rest when they are asked for."""
    st.markdown(f"**{heading}** ({len(keys)})")
    every = len(keys) > FIRST and st.toggle(f"Show all {len(keys)}", key=f"map_all_{table}")
    for key in keys if every else keys[:FIRST]:
        if table == "places":  # they are on this page
            words = escape(label(dossier, table, key))
            turn_button(words, TARGETS[table].icon, PLACE, str(key))
        else:
            record_link(dossier, table, key)
