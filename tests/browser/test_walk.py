"""A newcomer's questions, each answered within three clicks from the story."""

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def _begin(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_text("Map status")).to_be_visible()


def test_how_many_have_died_and_who_says_so(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_role("link", name="Casualties", exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name="How many were killed")).to_be_visible()
    lead = page.get_by_text("The story gives three answers")
    for words in ("14,000 people, according to Ukraine's government", "nobody is named", "the UN"):
        expect(lead).to_contain_text(words)
    page.go_back()
    expect(page.get_by_role("heading", name="Where accounts part ways")).to_be_visible()


def test_where_donetsk_is_and_who_holds_it(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_role("link", name="Map", exact=True).first.click()
    page.get_by_role("combobox", name="Place").fill("Donetsk")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Donetsk", exact=True)).to_be_visible()
    expect(page.get_by_text("Recognised as: Ukraine")).to_be_visible()
    expect(page.get_by_text("Controlled by: Russian-backed separatists")).to_be_visible()


def test_whether_russia_agreed_to_a_summit(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_role("link", name="A summit was proposed").click()
    expect(page.get_by_text("Silence is neither a yes nor a no.")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Where accounts part ways")).to_be_visible()
