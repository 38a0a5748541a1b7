"""One place of the recorded deaths: its sums, its months, and its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from dash import wording
from dash.incidents.answer import Answer, PlaceSum
from dash.incidents.queries import MOST_ROWS
from dash.incidents.selection import Selection, is_selected, point
from dash.incidents.tables import month_table, row_table
from dash.incidents.words import PRECISION_WORDS, spell_parties, spell_total
from dash.markdown import escape
from dash.ui import frame
from dash.ui.download import csv_button
from dash.ui.incidents.address import PLACE, ROWS
from dash.ui.incidents.tables import CLOSED
from dash.ui.links import turn_button
from dash.ui.widgets import follow, write_url
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
    answers: Callable[[Selection], Answer],
    selected: Answer,
    key: str,
    parties: Mapping[str, str],
    *,
    open_rows: bool,
) -> None:
    """Show what is on record of a place in the selected time, month by month.

    Args:
        answers: Gives the answer about a selection.
        selected: What is selected.
        key: Which of its places is shown.
        parties: What each column of deaths is called.
        open_rows: Whether the rows themselves may be passed on.
    """
    turn_button("The whole record", ":material/arrow_back:", PLACE, None)
    selection = selected.selection
    place = next((each for each in selected.places if each.key == key), None)
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
        better = ", or better" if place.precision > 1 else ""
        frame.small(f"The place is {PRECISION_WORDS[place.precision]}{better}.")
        answer = answers(replace(selection, point=point(key)))
        months = [each for each in answer.months if is_selected(each.month, selection)]
        table = month_table(months, parties)
        st.dataframe(table, hide_index=True, alt=f"The deaths on record at {place.name} by month.")
        csv_button(table, "recorded_deaths_place")
        if open_rows:
            _rows(answer, place.name, parties)
        else:
            frame.small(CLOSED)


def _rows(answer: Answer, name: str, parties: Mapping[str, str]) -> None:
    """Offer the rows themselves, which are read once they are asked for."""
    opened = st.expander(
        "The rows of the record", icon=":material/table_rows:", key=ROWS, on_change="rerun"
    )
    if opened.open:
        with opened:
            rows = answer.rows
            table = row_table(rows, parties)
            st.dataframe(table, hide_index=True, alt=f"The rows on record of {name}.")
            if len(rows) == MOST_ROWS:
                frame.small(f"The earliest {MOST_ROWS:,}; there may be more.")
