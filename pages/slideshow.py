"""The slideshow, "/slideshow": the story's gallery, one slide after the other or as a handout."""

import streamlit as st

from dash.ui import frame, slideshow
from dash.ui.state import tell_unknown

HERE, VIEW, HANDOUT = "pages/slideshow.py", "slideshow_view", "handout"

with frame.page("Slideshow", "slides") as dossier:
    st.title("The gallery", anchor=False)
    tell_unknown(VIEW, {HANDOUT}, "view")
    if dossier.slides.empty:
        st.info("This dossier has no slides.", icon=":material/photo_library:")
    elif st.query_params.get(VIEW) == HANDOUT:
        st.page_link(HERE, label="Back to the slideshow", icon=":material/arrow_back:")
        slideshow.handout(dossier)
    else:
        slideshow.show(dossier)
        st.page_link(
            HERE,
            label="All slides as a handout, to print",
            icon=":material/print:",
            query_params={VIEW: HANDOUT},
        )
