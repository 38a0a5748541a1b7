"""Every page without a mouse: landmarks, a skip link that skips, a place that is seen."""

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from dash.site import PAGES
from dash.site import Page as Listed
from tests.browser.conftest import until_drawn

pytestmark = pytest.mark.browser

# Enough to get from the head of any page into its content.
STEPS = 25
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


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.name)
def test_menu_and_foot_are_landmarks_and_the_place_of_the_keyboard_is_seen(
    listed: Listed, page: Page, address: str
) -> None:
    _open(page, address + listed.path)
    menu = page.get_by_role("navigation", name="Pages")
    expect(menu.locator("[aria-current=page]")).to_have_text(listed.label)
    foot = page.get_by_role("region", name="Source, status and licence")
    expect(foot).to_contain_text("Map status")
    unseen = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(SEEN))
    assert [element for element in unseen if element is not None] == []


def test_the_skip_link_skips_the_menu(page: Page, address: str) -> None:
    _open(page, address + "/sources")
    page.get_by_role("link", name="Skip to main content").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_what_is_chosen_is_seen_in_colours_of_the_readers_own(page: Page, address: str) -> None:
    page.emulate_media(forced_colors="active")
    _open(page, address + "/quotes")
    chosen = page.locator(
        "main :is([aria-checked=true], [aria-pressed=true], [aria-selected=true])"
    )
    expect(chosen.first).to_have_css("outline-style", "solid")
