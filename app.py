"""The home page, "/": the story at a glance; imported by the server, the app it serves."""

import dossier_dash  # noqa: F401 - comes first: it refuses to go on beside Plotly's Dash

# isort: split
import streamlit as st

from dash.markdown import escape
from dash.ui import frame, home, server
from dash.ui.map import ground
from dash.ui.slideshow.pictures import picture_routes

if __name__ == "__main__":
    with frame.page("app") as dossier:
        story = dossier.story
        st.title(escape(story.title), anchor=False)
        text, beside = st.columns([7, 4], gap="medium")
        with text, st.container(gap="xsmall"):
            paragraphs = map(escape, story.summary.split("\n\n"))
            st.markdown("\n\n".join([f"**{escape(story.subtitle)}**", *paragraphs]))
            home.draw_original(dossier)
            home.draw_figures(dossier)
        with beside, st.container(gap="xsmall"):
            home.draw_differences(dossier)
            home.draw_strip(dossier)
            home.draw_later(dossier)
            home.draw_doors()
else:
    routes = [ground.route(st.get_option("server.baseUrlPath") or ""), *picture_routes()]
    app = st.App(__file__, lifespan=server.warm_up, routes=routes)
