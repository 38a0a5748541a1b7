"""Tests of dash.ui.announce: a count in a live region, with a reader's own words as text."""

from streamlit.testing.v1 import AppTest


def _page() -> None:
    from dash.ui import announce  # noqa: PLC0415 - AppTest runs the function's own text

    announce.count("1 of 2 statements", "Side: <b>The mayor</b>")


def test_a_count_is_a_heading_in_a_live_region_and_conditions_are_text() -> None:
    app = AppTest.from_function(_page).run()
    assert not app.exception
    (told,) = [part.proto.body for part in app.get("html")]
    assert told == (
        '<div role="status"><h2>1 of 2 statements</h2>'
        "<p>Side: &lt;b&gt;The mayor&lt;/b&gt;</p></div>"
    )
