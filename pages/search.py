"""The search, "/search": every record of the dossier by words, names or numbers."""

import streamlit as st

from dash.ui import frame
from dash.ui.search.page import show_search
from dash.wording import SEARCH_THE_DOSSIER

with frame.page("search") as dossier:
    st.title(SEARCH_THE_DOSSIER, anchor=False)
    with st.container(key="finder"):
        show_search(dossier)
