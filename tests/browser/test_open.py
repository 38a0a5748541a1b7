"""A visitor's own dossier in a browser: found, checked, shown to nobody else, and closed."""

import re

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Browser, Page, expect

from dash.beginning.folders import packed_example
from tests.browser.conftest import FIRST_PAINT, until_drawn

pytestmark = pytest.mark.browser


def test_a_dossier_is_opened_from_the_foot_of_a_page_and_closed_on_another(
    page: Page, browser: Browser, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/sources")
    page.get_by_role("link", name="Open another dossier").click(timeout=FIRST_PAINT)
    expect(page).to_have_url(re.compile(r"/open$"))
    sent = {"name": "mine.zip", "mimeType": "application/zip", "buffer": packed_example()}
    page.locator("input[type=file]").set_input_files(sent)  # type: ignore[arg-type]
    expect(page.get_by_text("No problems.")).to_be_visible()
    page.get_by_role("button", name="Show this dossier").click()
    expect(page.get_by_role("heading", name="A paper giant goes to sea")).to_be_visible()
    mark = page.get_by_text("Your dossier mine.zip: only you see this.")
    expect(mark).to_be_visible()

    page.get_by_role("link", name="Slideshow", exact=True).first.click()
    picture = page.locator("img[src*='/pictures/own/']").first
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", value=True)
    source = str(picture.get_attribute("src"))
    assert page.request.get(f"{address}{source}").status == 200
    with page.expect_response(re.compile(r"/geo/own/[\w-]+/\w+\.geojson$")) as ground:
        page.get_by_role("link", name="Map", exact=True).first.click()
    assert ground.value.status == 200
    expect(mark).to_be_visible()

    other = browser.new_context().new_page()
    other.goto(f"{address}/map")
    until_drawn(other)
    expect(other.get_by_text("only you see this")).to_have_count(0)
    other.context.close()

    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_text("Your dossier is closed, and nothing of it is left")).to_be_visible()
    expect(mark).to_have_count(0)
    assert page.request.get(f"{address}{source}").status == 404
    until_drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
