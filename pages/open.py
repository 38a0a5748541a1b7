"""Another dossier, "/open": a visitor's own, checked and shown to nobody else."""

import streamlit as st

from dash.ui import frame
from dash.ui.open.page import offer_example, offer_opening
from dash.wording import OPEN_ANOTHER

with frame.page("open"), st.container(key="open"):
    st.title(OPEN_ANOTHER, anchor=False)
    offer_opening()
    offer_example()
