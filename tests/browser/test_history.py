"""The way back in a browser: a reader's step is one entry, and nothing closed opens again."""

import re

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from tests.browser.conftest import becomes, until_drawn

pytestmark = pytest.mark.browser

# The addresses of the history, without the server's; the present one is marked.
ENTRIES = """() => navigation.entries().map(({ url, index }) =>
    (index === navigation.currentEntry.index ? ">" : "") + url.replace(location.origin, ""))"""


def _history(page: Page) -> list[str]:
    """Return the addresses from the first to the present one."""
    entries: list[str] = page.evaluate(ENTRIES)
    here = next(place for place, entry in enumerate(entries) if entry.startswith(">"))
    return [entry.removeprefix(">") for entry in entries[: here + 1]]


def _choose(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).click()


# A page with a view of it, and the parameter that asks for the view.
VIEWS = [
    ("/map", "Crimea", "map_view"),
    ("/casualties", "Over time", "figures_view"),
    ("/quotes", "Exchange", "quotes_view"),
    ("/sources", "Method", "sources_view"),
    ("/timeline", "2014 to 2021", "timeline_view"),
]


@pytest.mark.parametrize(("path", "view", "parameter"), VIEWS)
def test_a_view_is_one_step_and_a_link_to_another_page_one_more(
    path: str, view: str, parameter: str, page: Page, address: str
) -> None:
    page.goto(address + path)
    until_drawn(page)
    _choose(page, view)
    expect(page).to_have_url(re.compile(parameter))
    chosen = page.url.removeprefix(address)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Search").click()
    expect(page).to_have_url(f"{address}/search")
    until_drawn(page)
    assert _history(page) == [path, chosen, "/search"]
    page.go_back()
    expect(page.get_by_role("radio", name=view, exact=True)).to_be_checked()
    page.go_back()
    expect(page.get_by_role("radio", name=view, exact=True)).not_to_be_checked()
    expect(page).to_have_url(address + path)


def test_a_record_opened_from_home_and_closed_does_not_open_again(page: Page, address: str) -> None:
    page.goto(address)
    until_drawn(page)
    page.get_by_role("link", name="14,000 killed, according to Ukraine").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Who says so: Ukraine")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page).to_have_url(f"{address}/casualties")
    assert becomes(page, "() => navigation.currentEntry.index === 1")
    assert _history(page) == ["/", "/casualties"]
    page.go_back()
    expect(page.get_by_role("heading", name="Where accounts part ways")).to_be_visible()


# A page, what opens a record of it, and what closes that.
CLOSED = [
    ("/casualties", "14,000 Ukraine, in the story", "Close"),
    ("/timeline", "Psaki: most since 2014", "Close"),
    ("/sources", "Biden and Putin talk Ukraine", "All sources"),
]


@pytest.mark.parametrize(("path", "opens", "closes"), CLOSED)
def test_closing_a_record_takes_its_step_out_of_the_history(
    path: str, opens: str, closes: str, page: Page, address: str
) -> None:
    page.goto(f"{address}/search")
    until_drawn(page)
    label = path.removeprefix("/").capitalize()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name=label).click()
    expect(page).to_have_url(address + path)
    page.get_by_role("button", name=opens).first.click()
    expect(page).to_have_url(re.compile(r"\?"))
    page.get_by_role("button", name=closes, exact=True).click()
    expect(page).to_have_url(address + path)
    assert becomes(page, "() => navigation.currentEntry.index === 1")
    assert _history(page) == ["/search", path]
    page.go_back()
    expect(page.get_by_role("textbox", name="Search all records")).to_be_visible()


def test_the_menu_leads_from_a_record_to_the_page_it_stands_on(page: Page, address: str) -> None:
    page.goto(f"{address}/quotes?quote=Q13")
    expect(page.get_by_role("heading", name="Word by word")).to_be_visible(timeout=60_000)
    until_drawn(page)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Quotes").click()
    expect(page.get_by_role("textbox", name="Search")).to_be_visible()
    expect(page).to_have_url(f"{address}/quotes")
    page.reload()
    expect(page.get_by_role("textbox", name="Search")).to_be_visible()
