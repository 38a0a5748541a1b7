"""The timeline, "/timeline": what happened when, as precisely as is known."""

import streamlit as st

from dash.events import describe
from dash.ui import frame
from dash.ui.download import csv_button
from dash.ui.timeline import draw_clocks, draw_timeline, filter_events

with frame.page("Timeline", "events", "actors", "places", shows=("spans", "lanes")) as dossier:
    st.title("What happened when", anchor=False)
    events = filter_events(dossier)
    draw_timeline(events, dossier)
    draw_clocks(dossier)
    st.header("The events as a table", anchor=False)
    table = describe(events, dossier)
    st.dataframe(table, hide_index=True, alt="The events that pass the filters, in order.")
    csv_button(table, "timeline")
