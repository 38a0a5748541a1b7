"""The search in a browser: from any page to a record and back, by a number as people write it."""

import re

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from tests.browser.conftest import FIRST_PAINT

pytestmark = pytest.mark.browser


def test_a_number_leads_from_any_page_to_its_record_and_back(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/timeline")
    page.get_by_role("link", name="Search", exact=True).click(timeout=FIRST_PAINT)
    box = page.get_by_role("textbox", name="Search all records")
    box.fill("400 000")
    box.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("4 records")
    expect(page).to_have_url(re.compile(r"/search\?search=400(\+|%20)000$"))
    for kind in ("Figures", "Differences", "Slides"):
        expect(page.get_by_role("heading", level=3, name=kind, exact=True)).to_be_visible()
    cut = """links => links.filter(link => [link, ...link.querySelectorAll("*")]
        .some(part => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)).length"""
    assert page.locator(".st-key-finder a").evaluate_all(cut) == 0
    page.get_by_role("link", name="Slide 8: Russian citizens").click()
    expect(page).to_have_url(re.compile(r"/slideshow\?slide=8$"))
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("4 records")
    assert box.input_value() == "400 000"
