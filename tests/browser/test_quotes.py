"""What only a browser can tell of /quotes: clicks, addresses, the back button, a phone."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import FIRST_PAINT

if TYPE_CHECKING:
    from playwright.sync_api import Position

pytestmark = pytest.mark.browser


def _count(page: Page, told: str) -> Locator:
    return page.get_by_text(told, exact=True)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_text("Source: Deutsche Welle")).to_be_visible(timeout=FIRST_PAINT)


def test_search_filters_and_pages_stand_in_the_address_and_go_back(
    page: Page, address: str
) -> None:
    _open(page, f"{address}/quotes")
    page.get_by_role("button", name="Next page").click()
    page.wait_for_url("**/quotes?quotes_page=2")
    page.get_by_role("textbox", name="Search").fill("russia")
    page.keyboard.press("Enter")
    page.wait_for_url("**/quotes?quotes_search=russia")
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("combobox", name="Side").fill("Ukr")
    page.get_by_role("option", name="Ukraine", exact=True).click()
    page.wait_for_url("**quotes_side=Ukraine")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url("**/quotes")
    expect(_count(page, "41 of 41 statements")).to_be_visible()
    # Streamlit makes an entry of the browser's history for each parameter that is dropped.
    page.go_back()
    page.wait_for_url("**quotes_side=Ukraine")
    expect(page.get_by_text("side: Ukraine")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("textbox", name="Search")).to_have_value("russia")


def test_a_number_of_the_chart_filters_and_lets_go_again(page: Page, address: str) -> None:
    _open(page, f"{address}/quotes")
    bubble = page.locator(".js-plotly-plot .point").nth(0)
    ground = page.locator(".js-plotly-plot .nsewdrag")
    ground.click(position=_centre(page, bubble))
    page.wait_for_url("**quotes_side=*")
    expect(page.get_by_text("41 of 41 statements")).to_have_count(0)
    assert "quotes_topic=" in page.url
    expect(bubble).to_be_visible()
    # Redrawn with a ring and without a selection of its own, the same number lets go.
    expect(page.locator(".js-plotly-plot .point[style*='stroke-width: 3px']")).to_have_count(1)
    ground.click(position=_centre(page, bubble))
    page.wait_for_url("**/quotes")
    expect(_count(page, "41 of 41 statements")).to_be_visible()


def test_the_comparison_opens_on_the_card(page: Page, address: str) -> None:
    _open(page, f"{address}/quotes?quotes_search=stalled")
    expect(page.get_by_text("Left out: “remain stalled”.")).to_have_count(0)
    page.get_by_role("button", name="Word by word").click()
    expect(page.get_by_text("Left out: “remain stalled”.")).to_be_visible()
    expect(page.get_by_role("strong").get_by_text("remain stalled")).to_be_visible()


def test_a_statement_opens_alone_and_leads_back_to_all(page: Page, address: str) -> None:
    _open(page, f"{address}/quotes?quotes_search=stalled")
    page.get_by_role("button", name="Cite and link").click()
    cited = page.get_by_test_id("stCode")
    expect(cited).to_contain_text(f"{address}/quotes?quote=Q13", timeout=FIRST_PAINT)
    expect(cited).to_contain_text("paragraph 48")
    page.get_by_role("button", name="Open Q13 alone").click()
    page.wait_for_url("**/quotes?quote=Q13")
    expect(page.get_by_role("heading", name="Word by word")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Word by word")).to_be_visible(timeout=FIRST_PAINT)
    page.get_by_role("button", name="Back to the statements").click()
    expect(page.get_by_role("textbox", name="Search")).to_be_visible()
    assert "quote=" not in page.url


def test_links_between_records_of_this_page_open_them(page: Page, address: str) -> None:
    _open(page, f"{address}/quotes?difference=D19")
    page.get_by_role("button", name="destabilization efforts").click()
    page.wait_for_url("**/quotes?quote=Q13")
    page.get_by_role("button", name="Two missing words").click()
    page.wait_for_url("**/quotes?difference=D19")
    page.go_back()
    page.wait_for_url("**/quotes?quote=Q13")
    expect(page.get_by_role("heading", name="Word by word")).to_be_visible()


def test_the_filtered_statements_can_be_downloaded(
    page: Page, address: str, tmp_path: Path
) -> None:
    _open(page, f"{address}/quotes?quotes_side=Germany")
    page.get_by_role("button", name="Download 1 statement").click()
    for label, ending in (("CSV", "csv"), ("JSON", "json"), ("JSON-LD (schema.org)", "jsonld")):
        with page.expect_download() as download:
            page.get_by_role("button", name=label, exact=True).click()
        file = tmp_path / f"statements.{ending}"
        download.value.save_as(file)
        assert download.value.suggested_filename == file.name
        assert "Maas" in file.read_text(encoding="utf-8")
    (claim,) = json.loads(file.read_text(encoding="utf-8"))["@graph"]
    assert claim["@type"] == "Claim"


def test_on_a_phone_the_first_statement_is_on_the_first_screen(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(FIRST_PAINT)
    page = context.new_page()
    _open(page, f"{address}/quotes")
    words = page.get_by_text("Reported in our words:").first
    expect(words).to_be_in_viewport(ratio=1)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") == 0
    context.close()


def _centre(page: Page, bubble: Locator) -> "Position":
    box, ground = bubble.bounding_box(), page.locator(".nsewdrag").bounding_box()
    assert box is not None
    assert ground is not None
    return {
        "x": box["x"] + box["width"] / 2 - ground["x"],
        "y": box["y"] + box["height"] / 2 - ground["y"],
    }
