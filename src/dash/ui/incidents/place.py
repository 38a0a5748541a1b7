"""One place of the recorded deaths: its sums, and its rows month by month."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from dash import wording
from dash.incidents.answer import Answer, PlaceSum
from dash.incidents.engine import Record
from dash.incidents.selection import Selection, point
from dash.incidents.tables import row_table
from dash.incidents.words import PRECISION_WORDS, spell_parties, spell_total
from dash.markdown import escape
from dash.ui import frame
from dash.ui.download import csv_button
from dash.ui.incidents.address import PLACE
from dash.ui.links import turn_button
from dash.ui.state import follow, write_url
from dash.wording import CHOOSE_A_PLACE

# More than anybody looks through; the map shows all.
MOST_OFFERED = 500


def choose_place(places: Sequence[PlaceSum], chosen: str | None) -> None:
    """Draw the choice of a place, which does what a click on the map does."""
    offered = {place.key: place for place in places[:MOST_OFFERED]}
    if chosen is not None and chosen not in offered:
        offered |= {place.key: place for place in places if place.key == chosen}
    follow(PLACE, chosen if chosen in offered else None)
    st.selectbox(
        wording.PLACE,
        offered,
        format_func=lambda key: f"{offered[key].name} ({offered[key].sums.counted:,})",
        index=None,
        placeholder=CHOOSE_A_PLACE,
        key=PLACE,
        on_change=write_url,
        args=(PLACE,),
    )


def draw_place(
    record: Record,
    selection: Selection,
    places: Sequence[PlaceSum],
    key: str,
    parties: Mapping[str, str],
) -> None:
    """Show what is on record of a place in the selected time, month by month."""
    turn_button("The whole record", ":material/arrow_back:", PLACE, None)
    place = next((each for each in places if each.key == key), None)
    if place is None:
        st.info(
            "No death is on record at this place in what is selected: choose more months, "
            "parties or precisions, or another place.",
            icon=":material/filter_alt_off:",
        )
        return
    with st.container(border=True, key="incidents_place_panel"):
        st.header(escape(place.name), anchor=False)
        st.markdown(f"**{escape(spell_total(place.sums, selection, parties))}**")
        if sides := spell_parties(place.sums, parties):
            st.markdown(escape(sides))
        frame.small(f"The place is {PRECISION_WORDS[place.precision]}, or better.")
        answer = Answer(record, replace(selection, point=point(key)))
        table = row_table(answer.rows, parties)
        st.dataframe(
            table, hide_index=True, alt=f"The rows on record of {place.name}, month by month."
        )
        csv_button(table, "recorded_deaths_place")
