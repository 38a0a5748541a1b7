"""The parts of the home page: the story's figures, differences and events in short, and doors."""

from pathlib import PurePosixPath

import streamlit as st

from dash.dates import spell, spell_period
from dash.dossier import Dossier, names, records
from dash.events import LATER, in_order, part_of
from dash.figures import describe
from dash.markdown import escape
from dash.ui import frame
from dash.ui.doors import picture
from dash.ui.links import record_link

# Pixels: four cards, or six doors, fill their column on a laptop; two, or three, a phone.
CARD_WIDTH = 160
DOOR_WIDTH = 102


def draw_original(dossier: Dossier) -> None:
    """Name the story that the dossier is about, and link to it."""
    source = dossier.record("sources", dossier.story.source)
    title = f"“{escape(source['title'])}”"
    if source["url"]:
        title = f"[{title}](<{source['url']}>)"
    when = f", {spell(source['published'])}" if source["published"] else ""
    st.markdown(f"The story: {escape(source['publisher'])}, {title}{when}")


def draw_figures(dossier: Dossier) -> None:
    """Show the key figures as cards, each with who says so and as of when."""
    ids = list(dossier.story.glance.figures)
    if not ids or not dossier.has("figures", "actors", "places"):
        return
    story = dossier.story
    figures = dossier.figures.loc[ids]
    words = describe(figures, names(dossier.actors), story.populations)
    st.header("Key figures", anchor=False)
    frame.small("Each counts something else: they do not add up.")
    with st.container(horizontal=True, gap="small"):
        for figure, said in zip(records(figures), records(words), strict=True):
            with st.container(width=CARD_WIDTH, gap=None):
                st.subheader(escape(said["value"]), anchor=False)
                measure = story.measures[figure["measure"]].label
                record_link(dossier, "figures", figure["id"], measure)
                outside = "" if figure["in_story"] else ", outside the story"
                whose = f"Said by {said['claimant']}" if figure["claimant"] else "Nobody is named"
                whose += f", as of {said['as_of']}{outside}"
                frame.small(escape(". ".join(filter(None, (said["population"], whose)))))


def draw_differences(dossier: Dossier) -> None:
    """Link to the differences that matter most."""
    ids = list(dossier.story.glance.differences)
    if not ids or not dossier.has("differences"):
        return
    st.header("Where accounts part ways", anchor=False)
    with st.container(gap=None):
        for row in (dossier.record("differences", key) for key in ids):
            kind = row["kind"].replace("_", " ")
            words = f"{dossier.story.topics[row['topic']]}: {kind}"
            record_link(dossier, "differences", row["id"], words)
            frame.small(escape(row["title"]))


def draw_strip(dossier: Dossier) -> None:
    """Show the events that make the story, each a link to its place in the timeline."""
    ids = list(dossier.story.glance.events)
    if not ids or not dossier.has("events"):
        return
    st.header("What happened when", anchor=False)
    with st.container(gap="xxsmall"):
        for event in (dossier.record("events", key) for key in ids):
            when = spell_period(event["start"], event["end"])
            words = f"{when} · {event['label'] or event['title']}"
            record_link(dossier, "events", event["id"], words)


def draw_doors() -> None:
    """Show a picture of each page, with the link to it."""
    with st.container(horizontal=True, gap="small"):
        for file, label in frame.PAGES.items():
            if file != "app.py":
                with st.container(width=DOOR_WIDTH, gap=None):
                    drawing = picture(PurePosixPath(file).stem, frame.palette())
                    st.image(drawing, width=DOOR_WIDTH, alt=f"Drawing for the page {label}")
                    st.page_link(file, label=f"**{label}**")


def draw_later(dossier: Dossier) -> None:
    """Fold away what came after the story, said to be later knowledge."""
    if not dossier.has("events"):
        return
    story = dossier.story
    later = [e for e in records(in_order(dossier.events)) if part_of(e, story) == LATER]
    if not later:
        return
    with st.expander("What came of it (later knowledge)"):
        frame.small("The story was published before all of this, and says nothing of it.")
        with st.container(gap="xxsmall"):
            for event in later:
                when = spell_period(event["start"], event["end"])
                words = f"{when} · {event['label'] or event['title']}"
                record_link(dossier, "events", event["id"], words)
