"""Every page without a mouse: landmarks, headings, a skip link that skips, a place that is seen."""

from itertools import pairwise

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from dash.site import PAGES
from tests.browser.conftest import until_drawn

pytestmark = pytest.mark.browser

STATES = [page.path for page in PAGES] + [
    "/map?map_place=crimea",
    "/casualties?figure=killed-14000",
    "/quotes?quote=Q13",
    "/quotes?difference=D01",
    "/sources?source=dw-2021-04-13",
]
# Enough to get from the head of any page into its content.
STEPS = 25
LEVELS = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")]
    .filter((heading) => heading.checkVisibility())
    .map((heading) => Number(heading.tagName[1]))"""
# Whether the focused element, or what Streamlit draws in its place, has a frame.
SEEN = """() => {
  const focused = document.activeElement;
  const around = [focused, focused.closest("label"), focused.parentElement];
  if (focused.shadowRoot) return null;  // a part with a style of its own
  const framed = around.some((part) => part && getComputedStyle(part).outlineStyle !== "none"
    && parseFloat(getComputedStyle(part).outlineWidth) >= 2);
  return framed || focused === document.body ? null : focused.outerHTML.slice(0, 200);
}"""


def _open(page: Page, address: str) -> None:
    page.goto(address)
    until_drawn(page)


@pytest.mark.parametrize("state", STATES)
def test_headings_have_no_gap(state: str, page: Page, address: str) -> None:
    _open(page, address + state)
    levels = page.evaluate(LEVELS)
    assert levels[:1] == [1]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_the_place_of_the_keyboard_is_seen(path: str, page: Page, address: str) -> None:
    _open(page, address + path)
    unseen = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(SEEN))
    assert [element for element in unseen if element is not None] == []


def test_the_skip_link_skips_the_menu(page: Page, address: str) -> None:
    _open(page, address + "/sources")
    page.get_by_role("link", name="Skip to main content").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.name)
def test_menu_and_foot_are_landmarks(listed: object, page: Page, address: str) -> None:
    shown = next(entry for entry in PAGES if entry is listed)
    _open(page, address + shown.path)
    menu = page.get_by_role("navigation", name="Pages")
    expect(menu.locator("[aria-current=page]")).to_have_text(shown.label)
    foot = page.get_by_role("region", name="Source, status and licence")
    expect(foot).to_contain_text("Map status")


def test_what_is_chosen_is_seen_in_colours_of_the_readers_own(page: Page, address: str) -> None:
    page.emulate_media(forced_colors="active")
    _open(page, address + "/quotes")
    chosen = page.locator(
        "main :is([aria-checked=true], [aria-pressed=true], [aria-selected=true])"
    )
    expect(chosen.first).to_have_css("outline-style", "solid")
