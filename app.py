"""The home page, "/": the story at a glance; imported by the server, the app it serves."""

import dossier_dash  # noqa: F401 - comes first: it refuses to go on beside Plotly's Dash

# isort: split
import streamlit as st

from dash.markdown import escape
from dash.ui import frame, ground, server

if __name__ == "__main__":
    with frame.page("The story") as dossier:
        st.title(escape(dossier.story.title), anchor=False)
        st.subheader(escape(dossier.story.subtitle), anchor=False)
        for paragraph in dossier.story.summary.split("\n\n"):
            st.markdown(escape(paragraph), width=720)
else:
    routes = [ground.route(st.get_option("server.baseUrlPath") or "")]
    app = st.App(__file__, lifespan=server.warm_up, routes=routes)
