"""The slideshow, "/slideshow": the story's slides, one after the other or as a handout."""

import streamlit as st

from dash.markdown import escape
from dash.ui import frame
from dash.ui.address import tell_unknown
from dash.ui.links import turn_button
from dash.ui.slideshow.show import handout, show

VIEW, HANDOUT = "slideshow_view", "handout"

with frame.page("slideshow") as dossier:
    st.title(escape(dossier.story.slideshow), anchor=False)
    tell_unknown(VIEW, {HANDOUT}, "view")
    if st.query_params.get(VIEW) == HANDOUT:
        with st.container(key="slideshow_back"):
            turn_button("Back to the slideshow", ":material/arrow_back:", VIEW, None)
        handout(dossier)
    else:
        show(dossier)
        turn_button("All slides as a handout, to print", ":material/print:", VIEW, HANDOUT)
