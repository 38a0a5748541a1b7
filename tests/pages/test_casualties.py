"""Tests of the page /casualties, run by AppTest."""

from tests.pages.app import open_page


def test_the_casualties_show_the_storys_figures_beside_the_uns() -> None:
    app = open_page("pages/casualties.py")
    alts = [chart.proto.alt for chart in app.get("plotly_chart")]
    for words in ("14,000", "more than 13,000", "3,300", "13,100 to 13,300"):
        assert any(words in alt for alt in alts), words
    assert "at least 7" not in alts[0]
