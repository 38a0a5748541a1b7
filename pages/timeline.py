"""The timeline, "/timeline": what happened when, as precisely as is known."""

import streamlit as st

from dash.dossier import record
from dash.events import describe
from dash.ui import frame
from dash.ui.download import csv_button
from dash.ui.timeline import (
    choose_event,
    choose_span,
    draw_chart,
    draw_clocks,
    draw_event,
    filter_events,
)

with frame.page(
    "Timeline", "events", "actors", "places", "quotes", "differences", "figures", "slides"
) as dossier:
    st.title("What happened when", anchor=False)
    chosen = choose_event(dossier.events)
    with st.container(horizontal=True):
        span = choose_span(dossier, chosen)
        events = filter_events(dossier)
    record_side, chart_side = st.columns([2, 3]) if chosen else (None, st.container())
    if chosen and record_side:
        with record_side:
            draw_event(record(dossier.events, chosen), dossier)
    with chart_side:
        draw_chart(events, dossier, span, chosen)
    draw_clocks(dossier)
    st.subheader("The events as a table", anchor=False)
    table = describe(events, dossier)
    st.dataframe(table, hide_index=True, alt="The events that pass the filters, in order.")
    csv_button(table, "timeline")
