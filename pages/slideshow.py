"""The slideshow, "/slideshow": the story's gallery, one slide after the other or as a handout."""

import streamlit as st

from dash.ui import frame, slideshow
from dash.ui.state import tell_unknown

VIEWS = {"slides": "One by one", "handout": "As handout"}

with frame.page("Slideshow", "slides") as dossier:
    st.title("The gallery", anchor=False)
    tell_unknown("slideshow_view", VIEWS, "view")
    view = st.segmented_control(
        "View",
        VIEWS,
        default="slides",
        required=True,
        format_func=VIEWS.__getitem__,
        key="slideshow_view",
        bind="query-params",
        label_visibility="collapsed",
    )
    if dossier.slides.empty:
        st.info("This dossier has no slides.", icon=":material/photo_library:")
    elif view == "handout":
        slideshow.handout(dossier)
    else:
        slideshow.show(dossier)
