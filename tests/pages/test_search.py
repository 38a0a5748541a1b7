"""Tests of the page /search, run by AppTest."""

from pathlib import Path

import pytest

from tests import factories as make
from tests.pages.app import open_page, text_of

PAGE = "pages/search.py"


@pytest.mark.usefixtures("each_shipped")
def test_an_empty_box_says_what_can_be_found() -> None:
    assert "Spelling is forgiven" in text_of(open_page(PAGE))


def test_the_address_carries_the_search_and_links_lead_to_records() -> None:
    app = open_page(PAGE, search="400,000")
    links = [link.proto for link in app.get("page_link")]
    asked = {link.query_string for link in links}
    assert {"figure=residents-400000", "slide=8", "difference=D18"} <= asked
    assert any(":yellow-background[***400\\,000***]" in link.label for link in links)


def test_a_kind_is_chosen_by_the_address_and_by_its_button() -> None:
    app = open_page(PAGE, search="crimea")
    next(button for button in app.button if button.key == "search_all_figures").click().run()
    assert app.query_params["search_kind"] == "figures"
    assert "Figure ·" in text_of(app)
    assert "Statement ·" not in text_of(app)


def test_a_search_that_finds_nothing_says_what_to_drop() -> None:
    assert "Without “xyzzy” there would be" in text_of(open_page(PAGE, search="xyzzy crimea"))


def test_an_unknown_kind_is_told() -> None:
    assert "kind of record" in text_of(open_page(PAGE, search="crimea", search_kind="ships"))


def test_a_broken_table_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make.write(tmp_path / "dossier")
    (folder / "events.csv").write_text("nothing\n", encoding="utf-8")
    monkeypatch.setenv("DOSSIER", str(folder))
    assert "Not searched:" in text_of(open_page(PAGE))


@pytest.mark.parametrize("page", ["x", "0", "²", "9" * 5000, "99"])
def test_an_address_may_ask_for_any_page(page: str) -> None:
    app = open_page(PAGE, search="2014", search_kind="figures", search_page=page)
    assert "Figure ·" in text_of(app)
