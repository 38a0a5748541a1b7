"""The quotes, "/quotes": who said what, in which words, checked against what."""

import streamlit as st

from dash.ui import frame, stylesheet
from dash.ui.quotes import STYLE
from dash.ui.quotes.opened import opened
from dash.ui.quotes.views import views

with frame.page("quotes") as dossier, st.container(key="quotes"):
    stylesheet.lay(STYLE)
    st.title("Who said what", anchor=False)
    if not opened(dossier):
        views(dossier)
