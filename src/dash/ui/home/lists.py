"""The home page below its questions: the story, its days, its differences, and doors."""

from collections.abc import Callable, Sequence
from functools import cache

import streamlit as st

from dash.dates import last_day, spell
from dash.dossier.model import Dossier
from dash.drawings.days import days
from dash.drawings.svg import Drawing
from dash.events import LATER, in_order, part_of, spell_days
from dash.glance import key_differences, key_events
from dash.markdown import escape
from dash.palette import Palette
from dash.schema.rows import Event
from dash.site import doors
from dash.ui import frame
from dash.ui.doors import picture
from dash.ui.drawing import drawn_once, show
from dash.ui.faults import fragment
from dash.ui.links import page_link, record_link
from dash.wording import THE_STORY, WHAT_HAPPENED_WHEN, WHERE_ACCOUNTS_PART

LATER_FOLD = "what_came_of_it"


def draw_original(dossier: Dossier) -> None:
    """Name the story that the dossier is about, and link to it."""
    source = dossier.record("sources", dossier.story.source)
    title = f"“{escape(source['title'])}”"
    if source["url"]:
        title = f"[{title}](<{source['url']}>)"
    when = f", {spell(source['published'])}" if source["published"] else ""
    st.markdown(f"The story: {escape(source['publisher'])}, {title}{when}")


def draw_story(dossier: Dossier) -> None:
    """Tell the story in short, and name the report that it is read from."""
    summary = dossier.story.summary
    with st.container(key="home_story", gap="xsmall"):
        st.header(THE_STORY, anchor=False)
        if summary:
            st.markdown("\n\n".join(map(escape, summary.split("\n\n"))))
        draw_original(dossier)


def draw_differences(dossier: Dossier) -> None:
    """Link to the differences that matter most, and fold away what came after the story."""
    ids = key_differences(dossier)
    with st.container(gap="xxsmall", key="home_differences"):
        if ids:
            st.header(WHERE_ACCOUNTS_PART, anchor=False)
            _draw_links(
                dossier, "differences", ids, lambda key: dossier.record("differences", key)["title"]
            )
        draw_later(dossier)


def draw_days(dossier: Dossier) -> None:
    """Show the days of the events that make the story, and each as a link to the timeline."""
    keys = key_events(dossier)
    if not keys:
        return
    with st.container(gap="xsmall"):
        st.header(WHAT_HAPPENED_WHEN, anchor=False)
        if dossier.has("events"):
            events = [dossier.record("events", key) for key in keys]
            published = dossier.story.published
            told = last_day(published) if published else None
            colours = frame.palette()
            drawing = drawn_once(
                dossier,
                ("days", colours),
                lambda: days(in_order(events), dossier.story.glance.event, told, colours),
            )
            show(drawing)
        with st.container(horizontal=True, gap=None, key="home_days"):
            _draw_links(
                dossier,
                "events",
                keys,
                lambda key: _when_and_what(dossier.record("events", key)),
            )


def _draw_links(
    dossier: Dossier, table: str, ids: Sequence[str], words: Callable[[str], str]
) -> None:
    """Draw links to some records; where their table has a problem, say so."""
    if not dossier.has(table):
        frame.tell_left_out(table)
        return
    for key in ids:
        record_link(dossier, table, key, words(key))


def _when_and_what(event: Event) -> str:
    return f"{spell_days(event)} · {event['label'] or event['title']}"


@cache
def _door(name: str, palette: Palette) -> str:
    return f"![]({Drawing(picture(name, palette), '').address})"


def draw_doors(dossier: Dossier) -> None:
    """Show a link to each page, with a picture of it over its name."""
    with st.container(horizontal=True, gap="xsmall", key="home_doors"):
        for page in doors(dossier):
            door = _door(page.door or page.name, frame.palette())
            page_link(page, f"{door} **{page.label}**")


@fragment
def draw_later(dossier: Dossier) -> None:
    """Fold away what came after the story, said to be later knowledge; drawn when unfolded."""
    if not dossier.has("events"):
        return
    story = dossier.story
    later = [e for e in in_order(dossier.records("events")) if part_of(e, story) == LATER]
    if not later:
        return
    fold = st.expander("What came of it (later knowledge)", key=LATER_FOLD, on_change="rerun")
    if fold.open:
        with fold, st.container(gap="xxsmall"):
            frame.small("The story was published before all of this, and says nothing of it.")
            for event in later:
                record_link(dossier, "events", event["id"], _when_and_what(event))
