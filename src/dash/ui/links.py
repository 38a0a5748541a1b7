"""Links from a record on one page to a record on another."""

from functools import partial

import streamlit as st

from dash.dossier.model import Dossier
from dash.links import LONGEST_LABEL, label
from dash.markdown import escape
from dash.site import TARGETS, target_of
from dash.ui.state import set_parameter


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
        ours = {target.parameter for target in TARGETS.values()} & set(st.query_params)
        if ours:
            asked: dict[str, str | list[str]] = {**parameters}
            for name in set(st.query_params) - ours:
                asked[name] = st.query_params.get_all(name)
            st.query_params.from_dict(asked)  # at once: one step of the browser's history
        else:
            st.query_params.update(parameters)
        st.rerun()


def turn_button(
    label: str, icon: str, parameter: str, value: str | None, *, wrap: bool = True
) -> None:
    """Draw a button that turns the page to what one parameter of the address asks for.

    Args:
        label: What the button says, as Markdown.
        icon: Its icon.
        parameter: The parameter of the address; all others stay as they are.
        value: What it shall be; None to drop it.
        wrap: Whether a long label takes several lines, or is cut where its line ends.
    """
    st.button(
        in_accent(label),
        icon=icon,
        type="tertiary",
        key=f"turn_{parameter}_{value}",
        on_click=partial(set_parameter, parameter, value),
        wrap=wrap,
    )


def record_link(
    dossier: Dossier,
    table: str,
    key: str | int,
    words: str | None = None,
    longest: int = LONGEST_LABEL,
) -> None:
    """Draw a link that opens a record on the page that shows it.

    Args:
        dossier: Where the record is.
        table: Its table.
        key: Its id, or number.
        words: What the link says in place of the record's label and icon, where these
            stand beside it already.
        longest: How many letters the label may have.

    Raises:
        KeyError: The table has no such record.
    """
    target = target_of(table, dossier)
    st.page_link(
        target.page.file,
        label=in_accent(escape(words or label(dossier, table, key, longest))),
        icon=None if words else target.icon,
        query_params={target.parameter: str(key)},
    )


def source_link(source: str, words: str) -> None:
    """Draw a link to a source with all the records that rest on it."""
    target = TARGETS["sources"]
    st.page_link(
        target.page.file,
        label=in_accent(words),
        icon=target.icon,
        query_params={target.parameter: source},
    )
