"""The timeline, "/timeline": what happened when, as precisely as is known."""

import streamlit as st

from dash.events import event_table
from dash.ui import frame
from dash.ui.download import csv_button
from dash.ui.timeline import draw_clocks, draw_timeline, filter_events

with frame.page("timeline") as dossier:
    st.title("What happened when", anchor=False)
    events = filter_events(dossier)
    draw_timeline(events, dossier)
    draw_clocks(dossier)
    st.header("The events as a table", anchor=False)
    table = event_table(events, dossier)
    st.dataframe(table, hide_index=True, alt="The events that pass the filters, in order.")
    csv_button(table, "timeline")
