"""The casualties, "/casualties": how many, who says so, and what can be compared with what."""

import streamlit as st

from dash.markdown import escape
from dash.ui import frame
from dash.ui.casualties.views import views

with frame.page("casualties") as dossier:
    dossier.require("comparison.measure")
    comparison = dossier.story.comparison
    counted = dossier.story.measures[comparison.measure].label
    st.title(escape(comparison.title or f"{counted}: who says how many"), anchor=False)
    st.markdown(
        escape(
            comparison.lead
            or "The numbers come from different people, count different groups and stop at "
            "different dates, so they are shown side by side and never added."
        ),
        width=720,
    )
    views(dossier)
