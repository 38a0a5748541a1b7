"""What every page has around its own content: head, navigation, errors and foot."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import streamlit as st

from dash.dates import spell
from dash.dossier.model import Dossier
from dash.markdown import escape
from dash.palette import Palette, palette_of
from dash.provenance import cite
from dash.schema.story import FILE
from dash.schema.tables import TABLES
from dash.site import offered, page_of
from dash.ui import stylesheet
from dash.ui.data import current_dossier
from dash.ui.faults import PAGE, told
from dash.ui.landmarks import FOOT, MENU, set_landmarks
from dash.ui.links import page_link

STYLE = Path(__file__).with_name("style.css")


@contextmanager
def page(name: str) -> Iterator[Dossier]:
    """Lay out a page around the content that the caller writes.

    A table that the page needs and that has a problem is told in place of
    what the page would show from it; whatever else goes wrong is told, too.

    Args:
        name: The page's name, by which `dash.site` knows its label, what it needs and shows.
    """
    this = page_of(name)
    st.set_page_config(
        page_title=this.label, page_icon="🗞️", layout="wide", initial_sidebar_state="collapsed"
    )
    stylesheet.lay(STYLE)
    _navigation()
    sound = False
    with told(PAGE):
        dossier = current_dossier()
        dossier.require(FILE, "sources.csv", *(f"{table}.csv" for table in this.needs))
        yield dossier
        _tell_parts(dossier, this.parts)
        _foot(dossier, this.label)
        sound = True
    if not sound:
        st.stop()


def palette() -> Palette:
    """Return the colours of the theme that the reader sees."""
    return palette_of(st.context.theme.type)


def small(text: str, width: Literal["stretch", "content"] = "stretch") -> None:
    """Write one paragraph of Markdown in small type, in ink: st.caption is too pale for WCAG AA."""
    st.markdown(f":small[{text}]", width=width)


def tell_left_out(table: str) -> None:
    """Say that records of a table are missing here, since it has a problem of its own."""
    small(
        f":material/warning: {table}.csv has a problem, so its records are not listed here. "
        "The page that shows this table says which cells to correct."
    )


def _navigation() -> None:
    # Words alone: with icons, seven entries take three lines on a phone.
    with st.container(horizontal=True, gap="xxsmall", key=MENU):
        for entry in offered():
            page_link(entry, entry.label)


def _foot(dossier: Dossier, current: str) -> None:
    story = dossier.story
    st.divider()
    with st.container(gap="xxsmall", key=FOOT):
        source = dossier.record("sources", story.source)
        small(f"Source: {escape(cite(source))}.")
        small(f"Map status: {spell(story.map_status)}. {escape(story.disclaimer)}")
        small(escape(f"{story.licence} Credits: {'; '.join(story.credits)}."))
        set_landmarks(current)


def _tell_parts(dossier: Dossier, parts: Collection[str]) -> None:
    """Name the files of which a page leaves something out, since they have a problem."""
    files = {name: f"{name}.csv" if name in TABLES else FILE for name in parts}
    taken = {problem.takes for problem in dossier.problems}
    left_out = [
        f"{file}, {name}" if file == FILE else file
        for name, file in files.items()
        if taken & {name, f"{name}.csv"}
    ]
    if left_out:
        small(
            ":material/warning: Left out of this page is what has a problem in "
            f"{escape('; '.join(left_out))}. `python -m dash check` says what to correct."
        )
