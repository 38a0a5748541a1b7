"""The home page, "/": the story at a glance; imported by the server, the app it serves."""

import dossier_dash  # noqa: F401 - comes first: it refuses to go on beside Plotly's Dash

# isort: split
import streamlit as st

from dash.markdown import escape
from dash.ui import frame, server
from dash.ui.home import lists
from dash.ui.home.questions import draw_questions

if __name__ == "__main__":
    with frame.page("app") as dossier, st.container(key="home"):
        st.title(escape(dossier.story.title), anchor=False)
        if dossier.story.subtitle:
            st.markdown(escape(dossier.story.subtitle))
        with st.container(key="home_front"):
            draw_questions(dossier)
            lists.draw_differences(dossier)
            lists.draw_story(dossier)
            lists.draw_doors(dossier)
        lists.draw_days(dossier)
else:
    app = st.App(__file__, **server.parts())
