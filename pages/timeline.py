"""The timeline, "/timeline": what happened when, as precisely as is known."""

import streamlit as st

from dash.dates import spell_period
from dash.dossier import names, records
from dash.markdown import escape
from dash.ui import frame
from dash.ui.source import source_popover
from dash.ui.state import tell_unknown

with frame.page("Timeline", "events") as dossier:
    st.title("What happened when", anchor=False)
    events = dossier.events
    titles = names(events)
    tell_unknown("event", titles, "event")
    event = st.selectbox(
        "Event",
        titles,
        index=None,
        format_func=lambda event: titles[event],
        placeholder="All events",
        key="event",
        bind="query-params",
    )
    for row in records(events.loc[[event]] if event else events):
        with st.container(border=True):
            st.markdown(f"**{escape(spell_period(row['start'], row['end']))}**")
            st.markdown(escape(row["title"]))
            source_popover(row, dossier.sources)
