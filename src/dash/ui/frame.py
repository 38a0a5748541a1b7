"""What every page has around its own content: head, navigation, errors and foot."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Literal, NoReturn

import streamlit as st

from dash.dates import spell
from dash.dossier.model import Dossier
from dash.markdown import escape
from dash.palette import Palette, palette_of
from dash.provenance import cite
from dash.schema.story import FILE
from dash.schema.tables import TABLES
from dash.sharing.head import title_of
from dash.site import HOME, OPEN, Page, has_something, named_for, offered, page_of
from dash.ui import uploads
from dash.ui.data import current_dossier
from dash.ui.faults import PAGE, told
from dash.ui.landmarks import FOOT, MENU, set_landmarks
from dash.ui.links import in_accent, page_link
from dash.ui.sharing.versions import current_version, tell_cited
from dash.ui.turns import turns

OWN = "own_dossier_mark"


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
    sound = False
    with turns().take(), told(PAGE):
        dossier = current_dossier()
        this = named_for(this, dossier)
        if dossier.knows_story:
            label = "" if this == HOME else this.label
            st.set_page_config(page_title=title_of(label, dossier.story.title))
        _navigation(dossier)
        _tell_whose()
        dossier.require(FILE, "sources.csv")
        if not has_something(this, dossier):
            _tell_absent(dossier, this)
        dossier.require(*(f"{table}.csv" for table in this.needs))
        tell_cited(dossier, this)
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


def _tell_absent(dossier: Dossier, this: Page) -> NoReturn:
    """Say that there is nothing for a page to show, and where there is; the page ends there."""
    st.title(this.label, anchor=False)
    st.markdown(f"This dossier has no {this.absent}. What it has is here:")
    with st.container(gap="xxsmall"):
        for entry in offered(dossier):
            page_link(entry, f":primary[{entry.label}]")
    _foot(dossier, this.label)
    st.stop()


def _navigation(dossier: Dossier) -> None:
    # Words alone: with icons, seven entries take three lines on a phone.
    with st.container(horizontal=True, gap="xxsmall", key=MENU):
        for entry in offered(dossier):
            page_link(entry, entry.label)


def _tell_whose() -> None:
    """Say so, on every page, where it shows a dossier that its visitor brought; or that it did."""
    upload = uploads.shown()
    if upload is not None:
        with st.container(horizontal=True, vertical_alignment="center", key=OWN):
            st.markdown(
                f":material/visibility_lock: Your dossier **{escape(upload.name)}**: "
                "only you see this.",
                width="content",
            )
            st.button("Close it", key="own_close", on_click=_close, icon=":material/close:")
    elif told := uploads.news():
        st.info(told, icon=":material/info:")


def _close() -> None:
    uploads.close()
    st.query_params.clear()


def _foot(dossier: Dossier, current: str) -> None:
    story = dossier.story
    st.divider()
    with st.container(gap="xxsmall", key=FOOT):
        source = dossier.record("sources", story.source)
        lines = [f"Source: {escape(cite(source))}."]
        if version := current_version(dossier):
            lines.append(f"This is {escape(version.words)}.")
        status = f"Map status: {spell(story.map_status)}." if story.map_status else None
        on_map = (status, story.disclaimer) if dossier.offers("places") else ()
        credit = f"Credits: {'; '.join(story.credits)}." if story.credits else None
        told = (" ".join(filter(None, parts)) for parts in (on_map, (story.licence, credit)))
        lines += [escape(words) for words in told if words]
        # One element for all: each costs a wake-up of the server, on every page.
        st.markdown("\n\n".join(f":small[{line}]" for line in lines))
        if uploads.is_open() and current != OPEN.label:
            page_link(OPEN, in_accent("Open another dossier, or one of your own"))
        set_landmarks(current, story.language)


def _tell_parts(dossier: Dossier, parts: Collection[str]) -> None:
    """Name the files of which a page leaves something out, since they have a problem."""
    files = {name: f"{name}.csv" if name in TABLES else FILE for name in parts}
    left_out = [
        f"{file}, {name}" if file == FILE else file
        for name, file in files.items()
        if any(problem.takes_any_of({name, f"{name}.csv"}) for problem in dossier.problems)
    ]
    if left_out:
        small(
            ":material/warning: Left out of this page is what has a problem in "
            f"{escape('; '.join(left_out))}. `python -m dash check` says what to correct."
        )
