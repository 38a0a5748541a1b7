"""Tests of dash.ui.state: the address says what is chosen, and a stale one is told."""

from streamlit.testing.v1 import AppTest


def _choose() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs the source of this function alone

    from dash.ui.state import choose_one, is_set, record_select  # noqa: PLC0415

    chosen = choose_one("View", ["near", "far"], "test_view", "view")
    event = record_select("Event", {"a": "First", "b": "Second"}, "test_event", "event")
    st.text(f"{chosen} {event} {is_set('test_view')}")


def _run(**query: str) -> AppTest:
    app = AppTest.from_function(_choose)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def test_without_a_word_in_the_address_the_first_view_and_no_record_is_chosen() -> None:
    app = _run()
    assert app.text[0].value.startswith("near None")
    assert not app.warning


def test_the_address_chooses_a_record_by_its_id_and_the_box_shows_its_title() -> None:
    app = _run(test_event="b", test_view="far")
    assert app.text[0].value == "far b True"
    assert app.selectbox[0].value == "b"
    assert app.selectbox[0].options == ["First", "Second"]


def test_a_choice_is_written_into_the_address_and_can_be_dropped() -> None:
    app = _run()
    app.selectbox[0].set_value("a").run()
    assert app.query_params["test_event"] in ("a", ["a"])
    assert app.text[0].value.startswith("near a")
    app.selectbox[0].set_value(None).run()
    assert "test_event" not in app.query_params
    assert app.text[0].value.startswith("near None")


def test_what_is_not_there_is_told_as_letters_and_the_start_is_shown() -> None:
    app = _run(test_event="*x*", test_view="beyond")
    told = [warning.value.replace("\\", "") for warning in app.warning]
    assert [words.split(", which")[0] for words in told] == [
        "The address of this page asks for the view 'beyond'",
        "The address of this page asks for the event '*x*'",
    ]
    assert "\\*x\\*" in app.warning[1].value
    assert app.text[0].value.startswith("near None")
