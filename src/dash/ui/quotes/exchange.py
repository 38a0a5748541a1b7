"""Statements of all sides on one topic, a column per side."""

import streamlit as st

from dash.dossier.model import Dossier
from dash.markdown import escape
from dash.schema.rows import Quote
from dash.statements.exchange import Column, columns, in_the_storys_voice
from dash.statements.index import Statements
from dash.statements.quotes import NOBODY, spell_date
from dash.ui import frame
from dash.ui.links import open_here, record_link
from dash.ui.quotes.card import badges, prepared, words_of
from dash.ui.state import tell_unknown

TOPIC = "quotes_exchange"
COLUMNS = 3


def exchange(dossier: Dossier) -> None:
    """Show what each side said on the topic that the reader picks; no side is called right."""
    statements = prepared(dossier)
    topics = statements.facets["topic"].values
    if not topics:
        st.info("This dossier holds no statements.", icon=":material/forum:")
        return
    tell_unknown(TOPIC, topics, "topic")
    topic = st.selectbox("Topic", topics, key=TOPIC, bind="query-params", width=420)
    frame.small(
        "Each column holds what one side asserted, in the story's order, with what it answers. "
        "What several sides said together stands in the column of each. This page does not say "
        "who is right."
    )
    shown = columns(statements, topic)
    for first in range(0, len(shown), COLUMNS):
        for place, column in zip(st.columns(COLUMNS), shown[first : first + COLUMNS], strict=False):
            with place:
                _column(statements, column)
    if len(shown) == 1:
        frame.small("Only one side is on record on this topic.")
    _own_voice(statements, topic)


def _column(statements: Statements, column: Column) -> None:
    st.subheader(escape(column.side), anchor=False)
    for quote in column.rows:
        _said(statements, quote, column.side)
    if column.more:
        frame.small(f"And {column.more} more: choose topic and side under Browse, Filters.")


def _said(statements: Statements, quote: Quote, side: str) -> None:
    actors = statements.actors
    who = " and ".join(actors.name(actor) for actor in quote["speaker"])
    said = [who or NOBODY, quote["medium"], spell_date(quote)]
    with st.container(border=True):
        st.markdown(
            f"{badges(quote)}\n\n{words_of(quote)}\n\n"
            + escape(" · ".join(part for part in said if part))
        )
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _open(f"Open {quote['id']}", quote["id"], side)
            if answered := quote["replies_to"]:
                frame.small("set by the story against", width="content")
                for other in answered:
                    _open(other, other, f"{side}_{quote['id']}")


def _open(label: str, key: str, where: str) -> None:
    open_here(escape(label), ":material/open_in_full:", f"open_{where}_{key}", quote=key)


def _own_voice(statements: Statements, topic: str) -> None:
    """Show what the story tells on the topic without saying who says so."""
    story = statements.dossier.story
    keys = [key for key, label in story.topics.items() if label == topic]
    told = [found for key in keys for found in in_the_storys_voice(statements.dossier, key)]
    st.subheader("In the story's own voice, attributed to nobody", anchor=False)
    if not told:
        frame.small("Nothing on this topic.")
    with st.container(horizontal=True, gap="small"):
        for table, key in told:
            record_link(statements.dossier, table, key)
