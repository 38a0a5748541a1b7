"""The selection as tables, made once they are asked for, to be taken away as CSV or Parquet."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from dash.incidents.answer import Answer
from dash.incidents.queries import MOST_TAKEN_AWAY
from dash.incidents.selection import is_selected
from dash.incidents.tables import month_table, parquet_of, place_table, record_file
from dash.ui import frame
from dash.ui.download import csv_button

PARQUET = "application/vnd.apache.parquet"


# What a reader is told in place of rows that must not be passed on.
CLOSED = "The licence of this record does not let its rows be passed on: there are sums alone."


def tables(answer: Answer, parties: Mapping[str, str], *, open_rows: bool) -> None:
    """Offer the months and the places of what is selected as tables.

    Args:
        answer: What is selected.
        parties: What each column of deaths is called.
        open_rows: Whether the rows themselves may be passed on.
    """
    opened = st.expander(
        "The same as tables", icon=":material/table:", key="incidents_tables", on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        months = [each for each in answer.months if is_selected(each.month, answer.selection)]
        _table(month_table(months, parties), "months")
        _table(place_table(answer.places, parties), "places")
        if len(answer.places) < answer.number_of_places:
            frame.small(
                f"The {len(answer.places):,} places with the most deaths, of "
                f"{answer.number_of_places:,}."
            )
        if not open_rows:
            frame.small(CLOSED)
        elif answer.total.events:
            _rows(answer)


def _rows(answer: Answer) -> None:
    """Offer the rows of what is selected, which are read when they are asked for."""
    frame.small(
        "The rows of the record that the selection is of, whole, with all parties; at most the "
        f"earliest {MOST_TAKEN_AWAY:,}."
    )
    st.download_button(
        "Download the rows (Parquet)",
        lambda: record_file(answer.take_away()),
        file_name="recorded_deaths.parquet",
        mime=PARQUET,
        icon=":material/download:",
        on_click="ignore",
        key="recorded_deaths_rows",
    )


def _table(table: pd.DataFrame, what: str) -> None:
    st.dataframe(table, hide_index=True, alt=f"The {what} selected, each with its deaths.")
    name = f"recorded_deaths_{what}"
    with st.container(horizontal=True):
        csv_button(table, name, f"Download the {what} (CSV)")
        st.download_button(
            f"Download the {what} (Parquet)",
            partial(parquet_of, table),
            file_name=f"{name}.parquet",
            mime=PARQUET,
            icon=":material/download:",
            on_click="ignore",
            key=f"{name}_parquet",
        )
