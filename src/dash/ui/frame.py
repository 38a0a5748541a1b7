"""What every page has around its own content: head, navigation, errors and foot."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pandas as pd
import streamlit as st

from dash.counting import count_of
from dash.dates import spell
from dash.dossier.model import Dossier
from dash.markdown import escape
from dash.palette import Palette, palette_of
from dash.provenance import cite
from dash.schema.problems import DossierError
from dash.schema.story import FILE
from dash.site import offered, page_of
from dash.ui.data import current_dossier


@contextmanager
def page(name: str) -> Iterator[Dossier]:
    """Lay out a page around the content that the caller writes.

    A table that the page needs and that has a problem is told in place of
    what the page would show from it.

    Args:
        name: The page's name, by which `dash.site` knows its label and what it needs.
    """
    this = page_of(name)
    st.set_page_config(
        page_title=this.label, page_icon="🗞️", layout="wide", initial_sidebar_state="collapsed"
    )
    _navigation()
    dossier = current_dossier()
    try:
        dossier.require(FILE, "sources.csv", *(f"{table}.csv" for table in this.needs))
        yield dossier
        _foot(dossier)
    except DossierError as error:
        _tell(error, dossier)
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
    with st.container(horizontal=True, gap="xxsmall"):
        for entry in offered():
            st.page_link(entry.file, label=entry.label)


def _foot(dossier: Dossier) -> None:
    story = dossier.story
    st.divider()
    with st.container(gap="xxsmall"):
        source = dossier.record("sources", story.source)
        small(f"Source: {escape(cite(source))}.")
        small(f"Map status: {spell(story.map_status)}. {escape(story.disclaimer)}")
        small(escape(f"{story.licence} Credits: {'; '.join(story.credits)}."))


def _tell(error: DossierError, dossier: Dossier) -> None:
    count = len(error.problems)
    st.error(
        f"This page cannot be shown: {count_of(count, 'problem')} in the dossier's folder "
        f"{escape(str(dossier.folder))}. Correct the cells named below and reload the page; "
        "the other pages work as far as their own tables are sound.",
        icon=":material/error:",
    )
    rows = [
        {
            "File": problem.file,
            "Line": problem.line,
            "Column": problem.column,
            "Found": problem.value,
            "Expected": problem.expected,
        }
        for problem in error.problems
    ]
    st.dataframe(
        pd.DataFrame(rows).convert_dtypes(),
        hide_index=True,
        width="stretch",
        alt=f"Table of {count_of(count, 'problem')}: file, line, column, found and expected.",
    )
