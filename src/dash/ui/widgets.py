"""Widgets that follow the address: each shows what it says is chosen, and a change writes it.

A widget's key is its parameter's name. The way back changes the address, and with it the widgets.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from dash.ui.address import OFF, ON, asked_for, asked_one, is_on, set_parameter, turn


@dataclass(frozen=True)
class Parameter:
    """A parameter of the URL, under whose name the widget is that shows it.

    Attributes:
        name: The parameter's name, and the widget's key.
        what: What it asks for, in words: "view".
        drops: Parameters that a change of it takes out of the URL.
    """

    name: str
    what: str = ""
    drops: tuple[str, ...] = ()


def follow(key: str, value: Any) -> None:
    """Let a widget show what the URL asks for; call it before the widget."""
    # Even where it is set so: a run that was cut short may not have told the browser.
    st.session_state[key] = value


def choose_one(
    label: str,
    options: Collection[str],
    parameter: Parameter,
    *,
    known: Collection[str] = (),
    start: str | None = None,
    **row: Any,
) -> str:
    """Draw a row of buttons of which one is always chosen; the choice stands in the URL.

    Args:
        label: What the row says above it.
        options: What can be chosen, in order, as it is shown and as it stands in the URL.
        parameter: The parameter of the URL.
        known: What the URL may ask for, where that is more than the options of the moment.
        start: What is chosen where the URL names none; the first, unless another is given.
        **row: Further arguments of `st.segmented_control`.
    """
    asked = asked_one(parameter.name, known or options, parameter.what)
    chosen = asked if asked and asked in options else start or next(iter(options))
    follow(parameter.name, chosen)
    st.segmented_control(
        label,
        options,
        key=parameter.name,
        required=True,
        on_change=partial(_changed, parameter, next(iter(options))),
        **row,
    )
    return chosen


def select_one(
    label: str,
    options: Collection[str],
    parameter: Parameter,
    *,
    start: str | None = None,
    **box: Any,
) -> str | None:
    """Draw a box of options of which one is chosen at most; the choice stands in the URL.

    Args:
        label: What the box says above it.
        options: What can be chosen, in order, as it is shown and as it stands in the URL.
        parameter: The parameter of the URL.
        start: What is chosen where the URL names none.
        **box: Further arguments of `st.selectbox`.
    """
    chosen = asked_one(parameter.name, options, parameter.what) or start
    follow(parameter.name, chosen)
    st.selectbox(
        label,
        options,
        index=0 if start else None,
        key=parameter.name,
        on_change=partial(_changed, parameter, start),
        **box,
    )
    return chosen


def choose_several(
    label: str,
    options: Mapping[str, str],
    parameter: Parameter,
    *,
    start: Sequence[str] = (),
    **row: Any,
) -> list[str]:
    """Draw a row of buttons of which any may be chosen; the choice stands in the URL.

    Call `tell_unknown` where a message has room.

    Args:
        label: What the row says above it.
        options: What each value that the URL may ask for says on its button, in order.
        parameter: The parameter of the URL.
        start: What is chosen where the URL names none.
        **row: Further arguments of `st.pills`.

    Returns:
        The chosen values; none where all are meant.
    """
    chosen = asked_for(parameter.name, options, start)
    follow(parameter.name, chosen)
    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=options.__getitem__,
        key=parameter.name,
        on_change=partial(_changed, parameter, start),
        **row,
    )
    return chosen


def select_several(
    label: str,
    options: Collection[str],
    parameter: Parameter,
    **box: Any,
) -> list[str]:
    """Draw a box of options of which any may be chosen; the choice stands in the URL.

    Call `tell_unknown` where a message has room.

    Args:
        label: What the box says above it.
        options: What can be chosen, in order, as it is shown and as it stands in the URL.
        parameter: The parameter of the URL.
        **box: Further arguments of `st.multiselect`.
    """
    chosen = asked_for(parameter.name, options)
    follow(parameter.name, chosen)
    st.multiselect(
        label, options, key=parameter.name, on_change=partial(_changed, parameter, ()), **box
    )
    return chosen


def switch(label: str, key: str) -> bool:
    """Draw a switch that is off at the start; the URL carries it."""
    follow(key, is_on(key))
    st.toggle(label, key=key, on_change=partial(write_switch, key, start=False))
    return is_on(key)


def write_words(label: str, parameter: Parameter, longest: int, **box: Any) -> str:
    """Draw a box for words to look for; the URL carries them.

    Args:
        label: What the box is called.
        parameter: The parameter of the URL.
        longest: How many letters it takes.
        **box: Further arguments of `st.text_input`.
    """
    words = st.query_params.get(parameter.name, "")[:longest]
    follow(parameter.name, words)
    st.text_input(
        label,
        key=parameter.name,
        max_chars=longest,
        on_change=partial(_changed, parameter, ""),
        **box,
    )
    return words


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
    chosen = asked_one(key, titles, what) or shown
    follow(key, chosen)
    st.selectbox(
        label,
        titles,
        index=None,
        format_func=titles.__getitem__,
        placeholder="Choose one",
        key=key,
        on_change=partial(_changed, Parameter(key), None),
    )
    return chosen


def follow_url(key: str, known: Collection[str], what: str) -> str | None:
    """Return the id that the URL asks for, and let the widget of that key show it.

    Args:
        key: The parameter.
        known: The ids that the widget takes.
        what: What is asked for, in words: "place".
    """
    chosen = asked_one(key, known, what)
    follow(key, chosen)
    return chosen


def write_url(key: str) -> None:
    """Put what was chosen in a widget into the URL; for its `on_change`."""
    set_parameter(key, st.session_state[key])


def write_switch(key: str, *, start: bool) -> None:
    """Put into the URL how a switch was turned, unless it starts so; for its `on_change`."""
    _changed(Parameter(key), start)


def _changed(parameter: Parameter, start: Any) -> None:
    """Write into the URL what was chosen in a widget, unless the page starts with that."""
    value = st.session_state[parameter.name]
    if value == start or (isinstance(value, list) and value == list(start)):
        value = None
    elif isinstance(value, bool):
        value = ON if value else OFF
    elif not value:
        value = [""]  # none at all, where the page starts with some
    turn({**dict.fromkeys(parameter.drops), parameter.name: value})
