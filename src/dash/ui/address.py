"""What the address of a page says is chosen, and changes of it: each one step of the history.

Streamlit's own `bind="query-params"` serves neither: a change of such a widget makes no step, and
a link away from it makes two.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

import streamlit as st

from dash.markdown import escape

Value: TypeAlias = str | Sequence[str] | None
# As Streamlit writes a switch that was turned.
ON, OFF = "true", "false"


def turn(changes: Mapping[str, Value]) -> None:
    """Change the address in one step of the browser's history; for callbacks.

    Args:
        changes: The parameters to set; None, or no value at all, takes one out. All others stay.
    """
    now = {name: st.query_params.get_all(name) for name in st.query_params}
    given = {
        name: [value] if isinstance(value, str) else list(value or ())
        for name, value in changes.items()
    }
    wanted = {name: values for name, values in (now | given).items() if values}
    if wanted != now:
        st.query_params.from_dict(wanted)


def rename_parameters(old: str, new: str) -> None:
    """Let an address of former days say the same under today's names; it becomes today's.

    Args:
        old: What the names of its parameters began with.
        new: What they begin with now. A parameter that stands there already is kept.
    """
    former = [name for name in st.query_params if name.startswith(old)]
    if former:
        values = {name: st.query_params.get_all(name) for name in former}
        today = {name: new + name.removeprefix(old) for name in former}
        turn(
            {
                today[name]: value
                for name, value in values.items()
                if today[name] not in st.query_params
            }
            | dict.fromkeys(former)
        )


def set_parameter(key: str, value: str | None) -> None:
    """Put a choice into the URL, or take it out; for callbacks, which run before the page."""
    turn({key: value})


def tell_unknown(key: str, known: Collection[str], what: str) -> None:
    """Say so when the URL asks for something that is not there.

    The reader of a stale link would take the default for what was meant.

    Args:
        key: The parameter.
        known: The values that it may have.
        what: What is asked for, in words: "speaker".
    """
    for asked in st.query_params.get_all(key):
        if asked and asked not in known:
            st.warning(
                f"The address of this page asks for the {what} {escape(repr(asked))}, which this "
                "dossier does not have. The page shows its start instead.",
                icon=":material/link_off:",
            )


def asked_one(key: str, known: Collection[str], what: str) -> str | None:
    """Return what the URL asks for, if it is there; else say that it is not.

    Args:
        key: The parameter.
        known: The values that it may have.
        what: What is asked for, in words: "event".
    """
    tell_unknown(key, known, what)
    asked = st.query_params.get(key)
    return asked if asked in known else None


def asked_for(key: str, known: Collection[str], start: Sequence[str] = ()) -> list[str]:
    """Return those of the known values that the URL asks for, in the order in which it does.

    Args:
        key: The parameter.
        known: The values that it may have.
        start: What is meant where the URL names none; a blank parameter means none at all.
    """
    asked = st.query_params.get_all(key)
    found = [value for value in asked if value in known]
    return found or ([] if asked == [""] else list(start))


def is_on(key: str, *, start: bool = False) -> bool:
    """Return whether the URL has a switch on; where it says nothing, what the switch starts as."""
    return {ON: True, OFF: False}.get(st.query_params.get(key, ""), start)
