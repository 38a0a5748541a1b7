"""The quotes, "/quotes": who said what, in which words, checked against what."""

import streamlit as st

from dash.ui import frame
from dash.ui.browse import browse
from dash.ui.differences import differences
from dash.ui.exchange import exchange
from dash.ui.opened import opened
from dash.ui.quotes import prepared
from dash.ui.state import option_select

BROWSE, EXCHANGE, DIFFERENCES = "Browse", "Exchange", "Where accounts differ"

with frame.page("Quotes", "quotes", "actors", "places", "differences") as dossier:
    st.title("Who said what", anchor=False)
    if not opened(dossier):
        views = (BROWSE, EXCHANGE, DIFFERENCES)
        view = option_select("View", views, "quotes_view", hide_label=True)
        if view == EXCHANGE:
            exchange(prepared(dossier))
        elif view == DIFFERENCES:
            differences(dossier)
        else:
            browse(prepared(dossier), frame.palette())
