"""Tests of dash.ui.widgets: each shows what the address says, and writes it."""

from streamlit.testing.v1 import AppTest

from tests.pages.app import open_function


def _choose() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs the source of this function alone

    from dash.ui.widgets import (  # noqa: PLC0415 - likewise
        Parameter,
        choose_one,
        choose_several,
        record_select,
        switch,
        write_words,
    )

    view = Parameter("test_view", "view", drops=("test_page",))
    chosen = choose_one("View", ["near", "far"], view)
    event = record_select("Event", {"a": "First", "b": "Second"}, "test_event", "event")
    kinds = {"old": "Old", "new": "New"}
    several = choose_several("Kinds", kinds, Parameter("test_kinds"), start=["old"])
    words = write_words("Words", Parameter("test_words"), 5)
    on = switch("All", "test_all")
    st.text(f"{chosen} {event} {several} {words!r} {on}")


def test_without_a_word_in_the_address_the_first_view_and_no_record_is_chosen() -> None:
    app = open_function(_choose)
    assert app.text[0].value.startswith("near None")
    assert not app.warning


def test_the_address_chooses_a_record_by_its_id_and_the_box_shows_its_title() -> None:
    app = open_function(_choose, test_event="b", test_view="far")
    assert app.text[0].value.startswith("far b")
    assert app.selectbox[0].value == "b"
    assert app.selectbox[0].options == ["First", "Second"]


def test_a_choice_is_written_into_the_address_and_can_be_dropped() -> None:
    app = open_function(_choose)
    app.selectbox[0].set_value("a").run()
    assert app.query_params["test_event"] in ("a", ["a"])
    assert app.text[0].value.startswith("near a")
    app.selectbox[0].set_value(None).run()
    assert "test_event" not in app.query_params
    assert app.text[0].value.startswith("near None")


def _address(app: AppTest) -> dict[str, list[str]]:
    found = app.query_params.items()
    return {name: [value] if isinstance(value, str) else list(value) for name, value in found}


def test_a_change_writes_the_address_drops_what_no_longer_fits_and_keeps_the_rest() -> None:
    app = open_function(_choose, test_page="3", test_event="b")
    app.segmented_control[0].set_value("far").run()
    assert app.text[0].value.startswith("far b")
    assert _address(app) == {"test_view": ["far"], "test_event": ["b"]}
    app.segmented_control[0].set_value("near").run()
    assert _address(app) == {"test_event": ["b"]}


def test_what_the_page_starts_with_is_not_in_the_address_and_nothing_at_all_is() -> None:
    app = open_function(_choose)
    assert "['old'] '' False" in app.text[0].value
    app.pills[0].set_value([]).run()
    assert _address(app) == {"test_kinds": [""]}
    assert "[] '' False" in app.text[0].value
    app.pills[0].set_value(["old"]).run()
    assert _address(app) == {}


def test_words_and_a_switch_follow_the_address_and_write_it() -> None:
    app = open_function(_choose, test_words="too long", test_all="true")
    assert app.text[0].value.endswith("'too l' True")
    app.text_input[0].set_value("x").run()
    app.toggle[0].set_value(False).run()
    assert app.text[0].value.endswith("'x' False")
    assert _address(app) == {"test_words": ["x"]}
