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
    asked = st.query_params.get(key)
    if asked is not None and asked not in known:
        st.warning(
            f"The address of this page asks for the {what} {escape(repr(asked))}, which this "
            "dossier does not have. The page shows its start instead.",
            icon=":material/link_off:",
        )


def choose_record(
    what: str, labels: Mapping[str, str], parameter: str, *, shown: str | None = None
) -> str | None:
    """Let the reader choose a record by its label, while the URL carries its id.

    A bound widget would put the label into the URL. Here the parameter is the
    truth: the widget follows it, so that links and the back button work, and
    writes it when the reader chooses.

    Args:
        what: What is chosen, as the widget's label.
        labels: The label of each record by its id.
        parameter: The URL's parameter; the widget's key is derived from it.
        shown: The record that stands there as long as the URL names none.
    """
    key = f"{parameter}_choice"
    asked = st.query_params.get(parameter)
    st.session_state[key] = asked if asked in labels else shown

    def write() -> None:
        set_parameter(parameter, st.session_state[key])

    chosen: str | None = st.selectbox(
        what,
        list(labels),
        index=None,
        format_func=lambda record: labels[record],
        placeholder="Choose one",
        key=key,
        on_change=write,
    )
    return chosen


def set_parameter(parameter: str, value: str | None) -> None:
    """Set a parameter of the URL that no widget is bound to, or remove it."""
    if value is None:
        st.query_params.pop(parameter, None)
    else:
        st.query_params[parameter] = value
