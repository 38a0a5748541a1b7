"""The quotes, "/quotes": who said what, in which words, checked against what."""

import streamlit as st

from dash.ui import frame
from dash.ui.quotes.opened import opened
from dash.ui.quotes.views import views
from dash.wording import WHERE_ACCOUNTS_DIFFER, WHO_SAID_WHAT

with frame.page("quotes") as dossier, st.container(key="quotes"):
    said = dossier.offers("quotes")
    st.title(WHO_SAID_WHAT if said else WHERE_ACCOUNTS_DIFFER, anchor=False)
    if not opened(dossier):
        views(dossier)
