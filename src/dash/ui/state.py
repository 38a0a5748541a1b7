"""State that the URL carries."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any

import streamlit as st

from dash.markdown import escape


def tell_unknown(key: str, known: Collection[str], what: str) -> None:
    """Say so when the URL asks for something that is not there.

    Streamlit drops a bound parameter that no option matches without a word,
    and the reader of a stale link would take the default for what was meant.
    Call it before the widget that is bound to `key`.

    Args:
        key: The parameter, which is the widget's key too.
        known: The values that the widget takes.
        what: What is asked for, in words: "speaker".
    """
    for asked in st.query_params.get_all(key):
        if asked not in known:
            st.warning(
                f"The address of this page asks for the {what} {escape(repr(asked))}, which this "
                "dossier does not have. The page shows its start instead.",
                icon=":material/link_off:",
            )


def choose_one(
    label: str,
    options: Collection[str],
    key: str,
    what: str,
    *,
    known: Collection[str] = (),
    **row: Any,
) -> str:
    """Draw a row of buttons of which one is always chosen; the choice stands in the URL.

    Args:
        label: What the row says above it.
        options: What can be chosen, in order, as it is shown and as it stands in the URL.
        key: The parameter of the URL, and the widget's key.
        what: What is chosen, in words: "view".
        known: What the URL may ask for, where that is more than the options of the moment.
        row: Further arguments of `st.segmented_control`; its default is the first option.
    """
    tell_unknown(key, known or options, what)
    first = {"default": next(iter(options))} | row
    chosen: str | None = st.segmented_control(
        label, options, **first, key=key, bind="query-params", required=True
    )
    # A parameter without a value chooses nothing, required or not.
    return chosen or first["default"]


def choose_several(
    label: str,
    options: Mapping[str, str],
    key: str,
    on_change: Callable[[], None] | None = None,
    **row: Any,
) -> list[str]:
    """Draw a row of buttons of which any may be chosen; the choice stands in the URL.

    `bind="query-params"` would write an option as it is labelled, with its number. Call
    `tell_unknown` where a message has room.

    Args:
        label: What the row says above it.
        options: What each value that the URL may ask for says on its button, in order.
        key: The parameter of the URL.
        on_change: What to do beside, when the reader has chosen.
        **row: Further arguments of `st.pills`.

    Returns:
        The chosen values; none where all are meant.
    """
    chosen = asked_for(key, options)
    st.session_state[widget_key(key)] = chosen

    def changed() -> None:
        st.query_params[key] = st.session_state[widget_key(key)]
        if on_change is not None:
            on_change()

    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=options.__getitem__,
        key=widget_key(key),
        on_change=changed,
        **row,
    )
    return chosen


def asked_for(key: str, known: Collection[str]) -> list[str]:
    """Return those of the known values that the URL asks for, in the order in which it does."""
    return [value for value in st.query_params.get_all(key) if value in known]


def is_set(key: str) -> bool:
    """Return whether the reader, or the URL, has chosen something in a widget bound to `key`.

    A bound widget that is not drawn loses its choice; one without a choice has nothing to lose.
    """
    return bool(st.session_state.get(key) or st.query_params.get_all(key))


def record_select(
    label: str, titles: Mapping[str, str], key: str, what: str, shown: str | None = None
) -> str | None:
    """Draw a selectbox of records by title, whose choice stands in the URL as an id.

    Args:
        label: What the box says above it.
        titles: The records' titles by id, in order.
        key: The parameter of the URL.
        what: What is chosen, in words: "event".
        shown: The record that is chosen as long as the URL names none.

    Returns:
        The chosen id, if any.
    """
    chosen = follow_url(key, titles, what) or shown
    st.session_state[widget_key(key)] = chosen
    st.selectbox(
        label,
        titles,
        index=None,
        format_func=titles.__getitem__,
        placeholder="Choose one",
        key=widget_key(key),
        on_change=partial(write_url, key),
    )
    return chosen


def follow_url(key: str, known: Collection[str], what: str) -> str | None:
    """Return the id that the URL asks for, and set the widget `widget_key(key)` to it.

    `bind="query-params"` writes an option as it is labelled; a record's id has
    to stand in the URL instead, and the URL alone says what is chosen. Call it
    before the widget, whose `on_change` is `write_url`.

    Args:
        key: The parameter.
        known: The ids that the widget takes.
        what: What is asked for, in words: "place".
    """
    tell_unknown(key, known, what)
    asked = st.query_params.get(key)
    chosen = asked if asked in known else None
    st.session_state[widget_key(key)] = chosen
    return chosen


def widget_key(key: str) -> str:
    """Return the key of the widget that stands for a parameter of the URL."""
    return f"{key}_choice"


def write_url(key: str) -> None:
    """Put what was chosen in a widget into the URL; for its `on_change`."""
    set_parameter(key, st.session_state[widget_key(key)])


def set_parameter(key: str, value: str | None) -> None:
    """Put a choice into the URL, or take it out; for callbacks, which run before the page."""
    if value is None:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = value
