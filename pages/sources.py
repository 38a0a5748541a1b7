"""The sources, "/sources": what the facts were read in, and how to check them."""

import streamlit as st

from dash.ui import frame
from dash.ui.sources.check import show_check
from dash.ui.sources.method import show_method
from dash.ui.sources.source_list import show_sources
from dash.ui.sources.tables import show_tables
from dash.ui.widgets import Parameter, choose_one
from dash.wording import SOURCES, WHAT_THIS_RESTS_ON

VIEWS = {
    SOURCES: show_sources,
    "Method": show_method,
    "Tables": show_tables,
    "Check it yourself": show_check,
}

with frame.page("sources") as dossier:
    st.title(WHAT_THIS_RESTS_ON, anchor=False)
    view = choose_one(
        "Part of the page",
        VIEWS,
        Parameter("sources_view", "part of the page", ("source",)),
        label_visibility="collapsed",
    )
    VIEWS[view](dossier)
