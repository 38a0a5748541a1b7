"""Tests of the page /map, run by AppTest."""

from tests.pages.app import open_page


def test_the_map_says_what_it_shows() -> None:
    app = open_page("pages/map.py", map_view="Crimea")
    (deck,) = app.get("deck_gl_json_chart")
    assert "Map, Crimea" in deck.proto.alt
