"""What the address of "/map" carries, and how one step changes several parts of it."""

from collections.abc import Collection

import streamlit as st

from dash.ui.state import follow_url, widget_key

PLACE, VIEW, CLAIM, DAY = "map_place", "map_view", "map_claim", "map_day"
NOTHING = "none"


def asked(key: str, known: Collection[str], what: str) -> str | None:
    """Return the id that the address asks for, and set the widget that stands for it.

    Args:
        key: The parameter.
        known: The ids that it may have.
        what: What is asked for, in words: "place".
    """
    found = follow_url(key, {*known, NOTHING}, what)
    chosen = None if found == NOTHING else found
    st.session_state[widget_key(key)] = chosen
    return chosen


def turn(**changes: str | None) -> None:
    """Change the address in one step of the browser's history; for callbacks.

    Streamlit makes a step of each parameter taken out, and refuses to replace all at once where a
    widget is bound to one. So what goes while something else comes is told to be nothing.

    Args:
        changes: The parameters to set; None takes one out. All others stay.
    """
    set_to = {name: value for name, value in changes.items() if value is not None}
    gone = [name for name in changes if name not in set_to and name in st.query_params]
    if set_to:
        st.query_params.update({**set_to, **dict.fromkeys(gone, NOTHING)})
    else:
        for name in gone:
            del st.query_params[name]
