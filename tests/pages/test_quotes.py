"""Tests of the page /quotes, run by AppTest."""

from tests.pages.app import open_page, text_of


def test_a_speaker_in_the_address_filters_the_quotes() -> None:
    everybody = len(open_page("pages/quotes.py").get("popover"))
    app = open_page("pages/quotes.py", quotes_speaker="Jen Psaki")
    assert app.selectbox[0].value == "Jen Psaki"
    assert 0 < len(app.get("popover")) < everybody
    assert "Russia now has more troops" in text_of(app)
