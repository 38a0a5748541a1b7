"""Tests of dash.ui.address: what it asks for, a stale one told, and an old one renamed."""

from tests.pages.app import open_function


def _ask() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs the source of this function alone

    from dash.ui.address import (  # noqa: PLC0415 - likewise
        asked_for,
        asked_one,
        is_on,
        rename_parameters,
    )

    rename_parameters("former_", "today_")
    event = asked_one("today_event", {"a", "b"}, "event")
    st.text(f"{event} {asked_for('today_kinds', ['old', 'new'], ['old'])} {is_on('today_all')}")


def test_the_address_says_what_is_chosen_and_a_blank_parameter_means_none() -> None:
    assert open_function(_ask).text[0].value == "None ['old'] False"
    app = open_function(_ask, today_event="b", today_kinds="", today_all="true")
    assert app.text[0].value == "b [] True"
    assert not app.warning


def test_what_is_not_there_is_told_as_letters() -> None:
    app = open_function(_ask, today_event="*x*")
    told = app.warning[0].value
    assert "the event \\'\\*x\\*\\', which" in told
    assert app.text[0].value.startswith("None")


def test_an_address_of_former_days_says_the_same_and_becomes_todays() -> None:
    app = open_function(_ask, former_event="a", former_kinds="old", today_kinds="new", other="x")
    assert app.text[0].value == "a ['new'] False"
    assert sorted(app.query_params) == ["other", "today_event", "today_kinds"]
