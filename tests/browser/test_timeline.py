"""The timeline in a browser: rows that are whole, and a choice that the address keeps."""

import re

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import FIRST_PAINT

pytestmark = pytest.mark.browser

# Words that are wider than their place, or leave the screen.
CUT = """width => [...document.querySelectorAll("*")].filter(one => one.shadowRoot)
    .flatMap(one => [...one.shadowRoot.querySelectorAll(".what, .when, .flag, .tick")])
    .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth
                   || one.getBoundingClientRect().right > width
                   || one.getBoundingClientRect().left < 0)
    .map(one => one.textContent)"""


@pytest.mark.parametrize("view", ["March and April 2021", "2014 to 2021"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_word_is_cut(width: int, view: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/timeline?timeline_view={view}")
    expect(page.locator("button .what").first).to_be_visible(timeout=FIRST_PAINT)
    cut = page.evaluate(CUT, width)
    context.close()
    assert cut == []


def test_a_choice_opens_the_record_and_is_one_step_of_the_history(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline")
    page.get_by_role("button", name="Psaki: most since 2014").click()
    title = "Psaki spoke of more Russian troops at the border than at any time since 2014"
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page).to_have_url(f"{address}/timeline?event=psaki-briefing")
    page.get_by_role("button", name="Next").click()
    expect(page).to_have_url(re.compile("event=(?!psaki)"))
    page.go_back()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    page.go_back()
    expect(page).to_have_url(f"{address}/timeline")


def test_the_grid_of_the_table_is_loaded_when_it_is_asked_for(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/timeline")
    expect(page.locator("button .what").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if re.search("DataFrame|plotly", url, re.IGNORECASE)]
    page.get_by_text("The events as a table").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
