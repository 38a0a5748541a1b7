"""Statements of all sides on one topic, a column per side."""

from functools import partial

import streamlit as st

from dash.dossier.model import Dossier
from dash.markdown import escape
from dash.statements.exchange import Column, columns, in_the_storys_voice, sides_by_topic
from dash.statements.index import Statements
from dash.ui import frame
from dash.ui.address import asked_one
from dash.ui.links import record_link
from dash.ui.quotes.prepared import prepared
from dash.ui.quotes.row import draw_row
from dash.ui.widgets import follow, write_url

TOPIC = "quotes_exchange"
# Pixels: the longest topic in two lines.
CHOOSER_WIDTH = 270


def exchange(dossier: Dossier) -> None:
    """Show what each side said on the topic that the reader picks; no side is called right."""
    statements = prepared(dossier)
    with st.container(horizontal=True, gap="large", key="quotes_exchange_page"):
        with st.container(width=CHOOSER_WIDTH, key="quotes_topics"):
            topic = _topic(statements)
        with st.container(key="quotes_said"):
            _said(statements, topic)


def _topic(statements: Statements) -> str:
    """Draw the topics, each with the sides that spoke on it; return the one that is chosen."""
    table = sides_by_topic(statements)
    topic = asked_one(TOPIC, table, "topic") or next(iter(table))
    told = [
        " · ".join(f"{escape(side)}\u00a0{number}" for side, number in sides.items())
        for sides in table.values()
    ]
    follow(TOPIC, topic)
    st.radio(
        "Topic, and how often each side speaks on it",
        list(table),
        key=TOPIC,
        on_change=partial(write_url, TOPIC),
        captions=told,
        format_func=escape,
    )
    return topic


def _said(statements: Statements, topic: str) -> None:
    shown = columns(statements, topic)
    frame.small(
        f"**{escape(topic)}:** what each side asserted, in the story's order, with what it "
        "answers. What several sides said together stands under each. This page does not say who "
        "is right."
    )
    if len(shown) == 1:
        frame.small("Only one side is on record on this topic.")
    with st.container(key="quotes_sides"):
        for number, column in enumerate(shown):
            with st.container(key=f"quotes_side_{number}", gap=None):
                _column(statements, column)
    _own_voice(statements, topic)


def _column(statements: Statements, column: Column) -> None:
    st.header(escape(column.side), anchor=False)
    for quote in column.rows:
        draw_row(statements, quote, where=f"{column.side}_")
    if column.more:
        frame.small(f"And {column.more} more: choose topic and side under Browse, Filters.")


def _own_voice(statements: Statements, topic: str) -> None:
    """Show what the story tells on the topic without saying who says so."""
    dossier = statements.dossier
    keys = [key for key, label in dossier.story.topics.items() if label == topic]
    told = [found for key in keys for found in in_the_storys_voice(dossier, key)]
    st.header("In the story's own voice, attributed to nobody", anchor=False)
    if not told:
        frame.small("Nothing on this topic.")
    with st.container(gap=None, key="ties_story"):
        for table, key in told:
            record_link(dossier, table, key)
