"""The recorded deaths in a browser: choices, the way back, the player, a phone."""

import re

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from tests.browser.conftest import until_drawn

pytestmark = pytest.mark.browser


def test_choices_stand_in_the_address_and_the_years_play_until_paused(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/incidents")
    until_drawn(page)
    lead = page.locator(".st-key-incidents_lead")
    expect(lead).to_contain_text("7,749 people killed (7,291 to 8,652)")
    page.get_by_role("button", name="Civilians", exact=True).click()
    expect(lead).to_contain_text("1,240 people killed: Civilians")
    expect(page).to_have_url(re.compile("incidents_party=deaths_civilians"))
    until_drawn(page)
    page.go_back()
    expect(lead).to_contain_text("7,749 people killed")

    page.get_by_role("slider").first.press("ArrowRight")
    expect(page).to_have_url(re.compile("incidents_from=2014-05"))
    expect(lead).to_contain_text("May 2014 to December 2021")
    page.get_by_role("button", name="All months").click()
    expect(lead).to_contain_text("April 2014 to December 2021")
    until_drawn(page)
    # Above the bars, which are 3 pixels wide: the month below the pointer is meant.
    months = page.locator(".js-plotly-plot .nsewdrag").first
    months.hover(position={"x": 185, "y": 15})
    months.click(position={"x": 185, "y": 15})
    expect(page).to_have_url(re.compile(r"incidents_from=(2018-\d\d)&incidents_to=\1"))
    page.get_by_role("button", name="All months").click()
    expect(lead).to_contain_text("April 2014 to December 2021")

    page.get_by_role("button", name="Play the years").click()
    expect(lead).to_contain_text("4,395 people killed")
    expect(lead).to_contain_text("1,726 people killed", timeout=20_000)
    page.get_by_role("button", name=re.compile("Pause at")).click()
    expect(page.get_by_role("button", name="Play the years")).to_be_visible()
    expect(page).to_have_url(re.compile("incidents_from=20(1[5-9]|2[01])-01"))
    year = page.url.partition("incidents_from=")[2][:4]
    expect(lead).to_contain_text(f"January to December {year}")


def test_nothing_is_wider_than_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/incidents?incidents_place=38.6390,48.1384")
    until_drawn(page)
    expect(page.get_by_role("heading", name="MH17 crash site")).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


def test_wherever_the_chart_is_pointed_at_there_is_a_month(page: Page, address: str) -> None:
    page.goto(f"{address}/incidents")
    until_drawn(page)
    months = page.locator(".js-plotly-plot .nsewdrag").first
    told = page.locator(".hoverlayer .hovertext")
    # Some eight months, three pixels each.
    for pixel in range(90, 114):
        page.get_by_role("heading", level=1).hover()
        expect(told).to_have_count(0)
        months.hover(position={"x": pixel, "y": 15})
        expect(told).to_have_count(1)
