"""State that the URL carries."""

from collections.abc import Collection

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
    asked = st.query_params.get(key)
    if asked is not None and asked not in known:
        st.warning(
            f"The address of this page asks for the {what} {escape(repr(asked))}, which this "
            "dossier does not have. The page shows its start instead.",
            icon=":material/link_off:",
        )


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
    chosen = st.session_state[widget_key(key)]
    if chosen is None:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = chosen
