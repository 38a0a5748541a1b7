"""The home page in a browser: what is seen first, what is loaded for it, and that all is whole."""

from math import ceil

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from tests.browser.conftest import FIRST_PAINT

pytestmark = pytest.mark.browser

# Links in a row of doors or days on a laptop.
FEWEST_IN_A_ROW = 3
WIDTHS = [320, 390, 768, 1280, 1920]
# What is cut, or wider than its place: elements that show text and hide a part of it.
CUT = """() => [...document.querySelectorAll("main a, main p, main h1, main h2")]
    .filter(e => e.clientWidth && e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"""
HEAVY = ("plotly", "deck", "mapbox", "maplibre")


def _open(page: Page, address: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    expect(page.get_by_text("Source: Deutsche Welle")).to_be_visible(timeout=FIRST_PAINT)


def test_on_a_phone_the_first_picture_is_on_the_first_screen(page: Page, address: str) -> None:
    _open(page, address, 390, 844)
    seen = page.get_by_role("img", name="a dot at 14,000")
    expect(seen).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("img", name="an open ring at 13,000")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("img", name="a dot at 3,300")).to_be_in_viewport(ratio=1)


def test_neither_charts_nor_maps_are_loaded(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rsplit("/", 1)[-1].lower()))
    _open(page, address, 1280, 800)
    expect(page.get_by_role("img", name="Map with rings to scale")).to_be_visible()
    assert any(name.endswith(".js") for name in loaded)
    assert not [name for name in loaded if any(heavy in name for heavy in HEAVY)]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_is_cut_and_nothing_is_wider_than_the_screen(
    width: int, page: Page, address: str
) -> None:
    _open(page, address, width, 900)
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["days", "doors"])
def test_links_of_one_row_share_a_line(name: str, page: Page, address: str) -> None:
    _open(page, address, 1280, 900)
    links = page.locator(f".st-key-home_{name} a")
    expect(links.nth(4)).to_be_visible()
    tops = {round((link.bounding_box() or {"y": 0})["y"]) for link in links.all()}
    assert len(tops) <= ceil(links.count() / FEWEST_IN_A_ROW)


def test_a_number_opens_the_words_it_rests_on(page: Page, address: str) -> None:
    _open(page, address, 390, 844)
    page.get_by_role("link", name="14,000 killed, according to Ukraine").click()
    expect(page).to_have_url(f"{address}/casualties?figure=killed-14000")
    record = page.get_by_role("dialog")
    expect(record.get_by_role("heading", level=2)).to_contain_text("14,000")
    record.get_by_role("button", name="Source").click()
    expect(page.get_by_text("has killed 14,000 people").first).to_be_visible()
