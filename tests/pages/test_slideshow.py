"""Tests of the page /slideshow, run by AppTest."""

from tests.pages.app import open_page, text_of


def test_the_slideshow_steps_through_eight_slides_with_their_credits() -> None:
    app = open_page("pages/slideshow.py", slide="3")
    assert "Credit: Murad Sezer/REUTERS" in text_of(app)
    assert "No heading in the source" in text_of(app)
    app = open_page("pages/slideshow.py", slide="1")
    assert "Credit: not stated in the source" in text_of(app)
