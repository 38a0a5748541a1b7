"""Links from a record on one page to a record on another."""

from collections.abc import Mapping
from functools import cache, partial
from typing import NoReturn

import streamlit as st

from dash.dossier.model import Dossier
from dash.installed import app_folder
from dash.links import label
from dash.markdown import escape
from dash.site import HOME, TARGETS, Page, target_of
from dash.ui.address import set_parameter, turn


def in_accent(words: str) -> str:
    """Return what a link or an opener says in the accent: Streamlit draws it like plain text."""
    return f":primary[{words}]"


def open_here(label: str, icon: str, key: str, **parameters: str) -> None:
    """Draw a button that shows another record on the same page.

    Streamlit's link from a page to itself shows the record, but leaves the address as it was, so
    that neither a reload nor the back button would find it.

    Args:
        label: What the button says, as Markdown.
        icon: Its icon.
        key: The button's own key.
        parameters: What the address shall ask for in place of the record that is shown.
    """
    if st.button(in_accent(label), icon=icon, type="tertiary", key=key):
        turn({**{target.parameter: None for target in TARGETS.values()}, **parameters})
        st.rerun()


def turn_button(label: str, icon: str, parameter: str, value: str | None) -> None:
    """Draw a button that turns the page to what one parameter of the address asks for.

    Args:
        label: What the button says, as Markdown.
        icon: Its icon.
        parameter: The parameter of the address; all others stay as they are.
        value: What it shall be; None to drop it.
    """
    st.button(
        in_accent(label),
        icon=icon,
        type="tertiary",
        key=f"turn_{parameter}_{value}",
        on_click=partial(set_parameter, parameter, value),
        wrap=True,
    )


def page_link(
    page: Page,
    label: str,
    icon: str | None = None,
    query_params: Mapping[str, str | list[str]] | None = None,
) -> None:
    """Draw a link to a page, or to a record on it.

    Args:
        page: The page that the link opens.
        label: What the link says, as Markdown.
        icon: Its icon.
        query_params: What the address of the page asks for.
    """
    st.page_link(_opened(page.file), label=label, icon=icon, query_params=query_params)


def switch_to(page: Page) -> NoReturn:
    """Leave the page that runs for another, at its start."""
    st.switch_page(_opened(page.file))


@cache
def _opened(file: str) -> st.Page:
    """Return a page as Streamlit knows it, whose file it need not look for at each link."""
    return st.Page(app_folder() / file, default=file == HOME.file)


def record_link(
    dossier: Dossier,
    table: str,
    key: str | int,
    words: str | None = None,
) -> None:
    """Draw a link that opens a record on the page that shows it.

    Args:
        dossier: Where the record is.
        table: Its table.
        key: Its id, or number.
        words: What the link says in place of the record's label and icon, where these
            stand beside it already.

    Raises:
        KeyError: The table has no such record.
    """
    target = target_of(table, dossier)
    says = in_accent(escape(words or label(dossier, table, key)))
    icon = None if words else target.icon
    page_link(target.page, says, icon, {target.parameter: str(key)})


def source_link(source: str, words: str) -> None:
    """Draw a link to a source with all the records that rest on it."""
    target = TARGETS["sources"]
    page_link(target.page, in_accent(words), target.icon, {target.parameter: source})
