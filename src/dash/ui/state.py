"""State that the URL carries."""

from collections.abc import Collection, Mapping

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


def record_select(
    label: str, titles: Mapping[str, str], key: str, what: str, placeholder: str
) -> str | None:
    """Draw a selectbox of records by title, whose choice stands in the URL as an id.

    A selectbox bound to the URL writes there what it shows, a title; links to a record
    carry its id. So the URL is what holds the choice, and the box follows it.

    Args:
        label: What the box says above it.
        titles: The records' titles by id, in order.
        key: The parameter of the URL.
        what: What is chosen, in words: "event".
        placeholder: What the box says while nothing is chosen.

    Returns:
        The chosen id, if any.
    """
    tell_unknown(key, titles, what)
    asked = st.query_params.get(key)
    chosen = asked if asked in titles else None
    box = f"{key}_box"
    st.session_state[box] = chosen
    st.selectbox(
        label,
        titles,
        index=None,
        format_func=titles.__getitem__,
        placeholder=placeholder,
        key=box,
        on_change=lambda: choose(key, st.session_state[box]),
    )
    return chosen


def choose(key: str, value: str | None) -> None:
    """Put a choice into the URL, or take it out; for callbacks, which run before the page."""
    if value is None:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = value
