"""No label of a link or button is cut, and no page is wider than its screen."""

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as BrowserTimeoutError

from dash.site import PAGES
from tests.browser.conftest import until_drawn

pytestmark = pytest.mark.browser

STATES = [page.path for page in PAGES] + [
    "/map?map_place=crimea",
    "/casualties?figure=killed-14000",
    "/casualties?figures_view=Over+time",
    "/casualties?figures_view=Compare+two",
    "/casualties?figures_view=Other+quantities",
    "/quotes?quote=Q13",
    "/quotes?difference=D01",
    "/sources?source=dw-2021-04-13",
]
WIDTHS = [320, 390, 1280, 1920]
# What of a label lies outside its box, where the box hides it or writes an ellipsis.
CUT = """() => [...document.querySelectorAll("main :is(a, button, summary, label)")]
    .flatMap((label) => [label, ...label.querySelectorAll("*")])
    .filter((part) => {
      const style = getComputedStyle(part);
      const hides = style.overflowX !== "visible" || style.textOverflow === "ellipsis";
      return hides && part.innerText?.trim() && part.clientWidth > 1
        && part.scrollWidth > part.clientWidth + 1;
    })
    .map((part) => part.innerText.trim())"""
# A chart takes the new width a moment after the page has.
FITS = (
    "document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth + 1"
)
SETTLED = 10_000


@pytest.mark.parametrize("state", STATES)
def test_no_label_is_cut(state: str, page: Page, address: str) -> None:
    page.goto(address + state)
    until_drawn(page)
    found: dict[int, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        try:
            page.wait_for_function(FITS, timeout=SETTLED)
        except BrowserTimeoutError:
            found[width] = ["(the page scrolls sideways)"]
        if cut := page.evaluate(CUT):
            found.setdefault(width, []).extend(cut)
    assert found == {}
