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
    for asked in st.query_params.get_all(key):
        if asked not in known:
            st.warning(
                f"The address of this page asks for the {what} {escape(repr(asked))}, which this "
                "dossier does not have. The page shows its start instead.",
                icon=":material/link_off:",
            )
