"""What only a browser can tell: deep links on a fresh server, and links that hold a state."""

from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from dash.site import page_of
from tests.browser.conftest import FIRST_PAINT
from tests.pages.app import HEADINGS
from tests.serving import serve

pytestmark = pytest.mark.browser


def _open(name: str, address: str, page: Page) -> None:
    """Open a page by its address and wait until all of it is there."""
    page.goto(address + page_of(name).path)
    expect(page.get_by_role("heading", level=1)).to_have_count(1, timeout=FIRST_PAINT)
    expect(page.get_by_text("Source: ").first).to_be_visible(timeout=FIRST_PAINT)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=FIRST_PAINT)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("name", ["app", "map"])
def test_a_deep_link_opens_its_page_on_a_fresh_server(
    name: str, page: Page, tmp_path: Path
) -> None:
    with serve(tmp_path / "server.log") as address:
        _open(name, address, page)
        expect(page.get_by_role("heading", level=1, name=HEADINGS[name])).to_be_visible()


def test_a_link_with_state_shows_it_and_the_links_lead_on(page: Page, address: str) -> None:
    page.goto(f"{address}/slideshow?slide=5")
    expect(page.get_by_text("5 of 8").first).to_be_visible(timeout=FIRST_PAINT)
    expect(page.get_by_role("heading", name="Civilians bear the brunt")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("6 of 8").first).to_be_visible()
    page.wait_for_url(lambda url: url.endswith("slide=6"))
    page.get_by_role("link", name="Quotes").click()
    expect(page.get_by_role("heading", name="Who said what")).to_be_visible()
    assert page.url == f"{address}/quotes"
