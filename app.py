"""The home page, "/": the story at a glance; imported by the server, the app it serves."""

import dossier_dash  # noqa: F401 - comes first: it refuses to go on beside Plotly's Dash

# isort: split
import streamlit as st
from starlette.middleware import Middleware

from dash.markdown import escape
from dash.ui import frame, protection, server, stylesheet
from dash.ui.home import STYLE, lists
from dash.ui.home.questions import draw_questions
from dash.ui.map import ground, paper
from dash.ui.reconnecting import whole_page_first
from dash.ui.sharing import feed
from dash.ui.sharing.cards import card_routes
from dash.ui.sharing.heads import with_heads
from dash.ui.sharing.routes import sharing_routes
from dash.ui.slideshow.pictures import picture_routes

if __name__ == "__main__":
    with frame.page("app") as dossier, st.container(key="home"):
        stylesheet.lay(STYLE)
        st.title(escape(dossier.story.title), anchor=False)
        if dossier.story.subtitle:
            st.markdown(escape(dossier.story.subtitle))
        draw_questions(dossier)
        lists.draw_days(dossier)
        text, beside = st.columns([7, 5], gap="large")
        with text:
            lists.draw_story(dossier)
        with beside:
            lists.draw_differences(dossier)
            lists.draw_later(dossier)
            lists.draw_doors(dossier)
else:
    base = st.get_option("server.baseUrlPath") or ""
    routes = [
        ground.route(base),
        paper.route(base),
        *picture_routes(),
        *sharing_routes(),
        *card_routes(),
        feed.route(),
    ]
    app = st.App(
        __file__,
        lifespan=server.warm_up,
        routes=routes,
        middleware=[*protection.middleware(), Middleware(whole_page_first), Middleware(with_heads)],
    )
