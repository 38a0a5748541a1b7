"""The search, "/search": every record of the dossier by words, names or numbers."""

import streamlit as st

from dash.ui import frame, stylesheet
from dash.ui.search import STYLE
from dash.ui.search.page import show_search

with frame.page("search") as dossier:
    stylesheet.lay(STYLE)
    st.title("Search the dossier", anchor=False)
    with st.container(key="finder"):
        show_search(dossier)
