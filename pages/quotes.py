"""The quotes, "/quotes": who said what, in which words, checked against what."""

import streamlit as st

from dash.ui import frame
from dash.ui.browse import browse
from dash.ui.differences import differences
from dash.ui.exchange import exchange
from dash.ui.opened import opened
from dash.ui.state import choose_one

VIEWS = {"Browse": browse, "Exchange": exchange, "Where accounts differ": differences}

with frame.page("Quotes", "quotes", "actors", "places", "differences") as dossier:
    st.title("Who said what", anchor=False)
    if not opened(dossier):
        view = choose_one("View", VIEWS, "quotes_view", "view", label_visibility="collapsed")
        VIEWS[view](dossier)
