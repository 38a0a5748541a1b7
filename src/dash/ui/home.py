"""The parts of the home page: the story's figures, differences and events in short, and doors."""

from collections.abc import Callable, Sequence

import streamlit as st

from dash.dates import spell, spell_period
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.events import LATER, in_order, part_of
from dash.figures.words import FigureInWords, in_words
from dash.links import shorten
from dash.markdown import escape
from dash.schema.rows import Event, Figure
from dash.site import HOME, offered
from dash.ui import frame
from dash.ui.doors import picture
from dash.ui.faults import fragment
from dash.ui.links import record_link

# Pixels: four cards, or six doors, fill their column on a laptop; two, or three, a phone.
CARD_WIDTH = 160
DOOR_WIDTH = 110
# Letters that fit into a line of a phone 390 pixels wide.
LONGEST_TITLE = 56
LATER_FOLD = "what_came_of_it"


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
    figures = [dossier.record("figures", key) for key in ids]
    actor_names = names(dossier.records("actors"))
    measures = {story.measures[figure["measure"]].label for figure in figures}
    # What all cards would say is said once, above them.
    alike = len(measures) == 1 and all(figure["population"] for figure in figures)
    shared = measures.pop() if alike else ""
    with st.container(gap=None):
        warning = ": not to be added" if len(ids) > 1 else ""
        st.header(escape(f"{shared or 'Key figures'}{warning}"), anchor=False)
        with st.container(horizontal=True, gap="small"):
            for figure in figures:
                with st.container(width=CARD_WIDTH, gap=None):
                    said = in_words(figure, actor_names, story.populations)
                    _card(dossier, figure, said, shared)


def _card(dossier: Dossier, figure: Figure, said: FigureInWords, shared: str) -> None:
    st.subheader(escape(said["value"]), anchor=False)
    counted = said["population"]
    measure = dossier.story.measures[figure["measure"]].label
    record_link(dossier, "figures", figure["id"], counted if shared else measure)
    when = ", ".join(filter(None, (said["as_of"], "" if figure["in_story"] else said["whose"])))
    lines = [
        *([] if shared or not counted else [counted]),
        said["claimant"] if figure["claimant"] else "Nobody is named for it",
        *([when] if when else []),
    ]
    frame.small("  \n".join(map(escape, lines)))


def draw_differences(dossier: Dossier) -> None:
    """Link to the differences that matter most."""
    ids = dossier.story.glance.differences

    def title(key: str) -> str:
        return shorten(dossier.record("differences", key)["title"], LONGEST_TITLE)

    _draw_list(dossier, "Where accounts part ways", "differences", ids, title)


def draw_strip(dossier: Dossier) -> None:
    """Show the events that make the story, each a link to its place in the timeline."""
    ids = dossier.story.glance.events

    def when_and_what(key: str) -> str:
        return _when_and_what(dossier.record("events", key))

    _draw_list(dossier, "What happened when", "events", ids, when_and_what)


def _draw_list(
    dossier: Dossier, heading: str, table: str, ids: Sequence[str], words: Callable[[str], str]
) -> None:
    """Draw links to some records below a heading; nothing where the table has a problem."""
    if not ids or not dossier.has(table):
        return
    with st.container(gap="xxsmall"):
        st.header(heading, anchor=False)
        for key in ids:
            record_link(dossier, table, key, words(key))


def _when_and_what(event: Event) -> str:
    when = spell_period(event["start"], event["end"])
    return f"{when} · {event['label'] or event['title']}"


def draw_doors() -> None:
    """Show a picture of each page, with the link to it."""
    with st.container(horizontal=True, gap="xsmall"):
        for page in offered():
            if page is not HOME:
                with st.container(width=DOOR_WIDTH, gap=None):
                    drawing = picture(page.name, frame.palette())
                    st.image(drawing, width=DOOR_WIDTH, alt=f"Drawing for the page {page.label}")
                    st.page_link(page.file, label=f"**{page.label}**")


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
