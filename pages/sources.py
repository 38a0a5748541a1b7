"""The sources, "/sources": what the facts were read in, and how to check them."""

import streamlit as st

from dash.ui import frame
from dash.ui.sources.check import show_check
from dash.ui.sources.method import show_method
from dash.ui.sources.source_list import show_sources
from dash.ui.sources.tables import show_tables
from dash.ui.state import choose_one, set_parameter

VIEWS = {
    "Sources": show_sources,
    "Method": show_method,
    "Tables": show_tables,
    "Check it yourself": show_check,
}

with frame.page("sources") as dossier:
    st.title("What this rests on", anchor=False)
    # A link to a source leads to it, whatever part was open at the last visit.
    if "source" in st.query_params and "sources_view" not in st.query_params:
        st.session_state["sources_view"] = "Sources"
    view = choose_one(
        "Part of the page",
        VIEWS,
        "sources_view",
        "part of the page",
        label_visibility="collapsed",
        on_change=lambda: set_parameter("source", None),
    )
    VIEWS[view](dossier)
