"""The record of an event, and the days that the text speaks from."""

from collections.abc import Sequence

import streamlit as st

from dash.clocks import spell_clock, spell_paragraphs
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.events import (
    CONTEXT,
    IN_STORY,
    LATER,
    StatementsByEvent,
    differences_of,
    part_of,
    spell_days,
    spell_precision,
    spell_reckoning,
)
from dash.markdown import escape
from dash.schema.rows import Event
from dash.ui import frame
from dash.ui.glossary import explain_words
from dash.ui.lasting import KeptWith
from dash.ui.links import record_link
from dash.ui.sharing.versions import mark_corrections
from dash.ui.source import source_popover
from dash.wording import WHAT_WAS_SAID, WHERE_ACCOUNTS_PART

# Links under one heading: a record is read, not searched.
MOST = 12
PART_MARKS = {IN_STORY: "●", CONTEXT: "○", LATER: "◇"}


def draw_clocks(dossier: Dossier) -> None:
    """Say from which day each part of the story speaks, where a dossier says it."""
    if not dossier.story.clocks:
        return
    st.header("The days that the text speaks from", anchor=False)
    st.markdown(
        "Where the text says on Friday, this week or this year, the day was reckoned from these.",
        width=720,
    )
    for clock in dossier.story.clocks:
        where = spell_paragraphs(clock.paragraphs)
        st.markdown(
            f"**{escape(spell_clock(clock))}** ({where}). {escape(clock.reason)}",
            width=720,
        )


def draw_event(event: Event, dossier: Dossier) -> None:
    """Show an event's record: when, how exactly, who, where, and what bears on it."""
    story, part = dossier.story, part_of(event, dossier.story)
    actors = names(dossier.records("actors"))
    with st.container(border=True):
        when = escape(spell_days(event))
        st.header(escape(event["title"]), anchor=False)
        st.markdown(
            f"**{when}**; {spell_precision(event)}.  \n{PART_MARKS[part]} {part} · "
            f"{escape(story.topics[event['topic']])}"
        )
        mark_corrections(dossier, event)
        if reckoning := spell_reckoning(event, story):
            frame.small(escape(reckoning))
        if event["note"]:
            st.markdown(escape(event["note"]))
        explain_words(dossier, event["title"], event["note"])
        if who := [actors[actor] for actor in event["actors"]]:
            st.markdown(f"Who: {escape(', '.join(who))}")
        _draw_links(dossier, "Where", "places", event["places"])
        for heading, table, those_of in BEARING:
            if dossier.has(table):
                _draw_links(dossier, heading, table, those_of(event, dossier))
            else:
                frame.tell_left_out(table)
        source_popover(event, dossier.record("sources", event["source"]))


@KeptWith
def _statements(dossier: Dossier) -> StatementsByEvent:
    return StatementsByEvent(dossier.records("quotes"))


def _quotes_of(event: Event, dossier: Dossier) -> list[str]:
    return _statements(dossier).of(event)


def _differences_of(event: Event, dossier: Dossier) -> list[str]:
    return differences_of(event, dossier.records("differences"))


# What bears on an event: how it is called, its table, and which of its rows belong to an event.
BEARING = (
    (WHAT_WAS_SAID, "quotes", _quotes_of),
    (WHERE_ACCOUNTS_PART, "differences", _differences_of),
)


def _draw_links(dossier: Dossier, heading: str, table: str, keys: Sequence[str]) -> None:
    if keys:
        st.markdown(f"{heading}:")
        with st.container(gap=None):
            for key in keys[:MOST]:
                record_link(dossier, table, key)
            if len(keys) > MOST:
                frame.small(f"And {len(keys) - MOST:,} more, which the search finds.")
