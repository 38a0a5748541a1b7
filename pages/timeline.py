"""The timeline, "/timeline": what happened when, as precisely as is known."""

import streamlit as st

from dash.events import PARTS
from dash.ui import frame
from dash.ui.address import tell_unknown
from dash.ui.timeline.page import PART, draw_timeline
from dash.ui.timeline.record import draw_clocks
from dash.wording import WHAT_HAPPENED_WHEN

with frame.page("timeline") as dossier:
    st.title(WHAT_HAPPENED_WHEN, anchor=False)
    tell_unknown(PART, PARTS, "kind of event")
    draw_timeline(dossier)
    draw_clocks(dossier)
