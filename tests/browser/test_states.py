"""Every state of every page: axe's rules in both themes, headings, labels, and the screen's width.

One load a state: it is looked at at four widths, then by axe in the light and in the dark theme,
and once more with what is folded away unfolded.
"""

from itertools import pairwise
from typing import Literal

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dash.palette import DARK, LIGHT, Palette, rgb
from dash.site import OPEN, PAGES
from tests.browser.conftest import FIRST_PAINT, until_drawn, until_run

pytestmark = pytest.mark.browser

# Views, parts, and records open in their windows.
STATES = [page.path for page in PAGES] + [
    "/map?map_place=crimea&map_view=crimea",
    "/map?map_view=world",
    "/casualties?figure=killed-14000",
    "/casualties?figures_view=Over+time",
    "/casualties?figures_view=By+year+and+month",
    "/casualties?figures_view=Compare+two",
    "/casualties?figures_view=Other+quantities",
    "/incidents?incidents_place=38.6390,48.1384",
    "/quotes?quotes_view=Exchange",
    "/quotes?quotes_view=Where+accounts+differ",
    "/quotes?quote=Q13",
    "/quotes?difference=D01",
    "/sources?sources_view=Method",
    "/sources?sources_view=Tables",
    "/sources?sources_view=Check+it+yourself",
    "/sources?source=dw-2021-04-13",
    "/search?search=400%2C000",
    OPEN.path,
]
# What is folded away here is looked at too: one state for each kind of fold.
FOLDED = {
    "/": "What came of it (later knowledge)",
    "/casualties?figures_view=Compare+two": "Both figures field by field",
    "/casualties?figures_view=Over+time": "Filter",
    "/map?map_place=crimea&map_view=crimea": "Layers",
    "/slideshow": "Source",
    "/quotes?quote=Q13": "Embed",
}
WIDTHS = [320, 390, 1920, 1280]
# What of a label or of a choice lies outside its box, where the box hides it.
CUT = """() => [...document.querySelectorAll("main :is(a, button, summary, label, input)")]
    .flatMap((label) => [label, ...label.querySelectorAll("*")])
    .filter((part) => {
      const style = getComputedStyle(part);
      const hides = style.overflowX !== "visible" || style.textOverflow === "ellipsis";
      return hides && (part.innerText ?? part.value)?.trim() && part.clientWidth > 1
        && part.scrollWidth > part.clientWidth + 1;
    })
    .map((part) => part.innerText?.trim() || part.value)"""
# Of links and buttons that one row holds: what stands a little higher than the one before it. A
# part of a row that is as high as a list is a column; a second line of a row is further away.
ASLANT = """() => {
    const foot = (label) => {
      const words = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) {
        const text = words.currentNode;
        if (!text.data.trim() || !text.parentElement.translate) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const [line] = range.getClientRects();
        if (line?.width > 1) return { words: text.data.trim(), bottom: line.bottom };
      }
    };
    const first = (part) =>
      part.matches("a, button") ? part : part.querySelector("a, button");
    return [...document.querySelectorAll("main div")]
      .filter((part) => getComputedStyle(part).flexDirection === "row")
      .flatMap((row) => [...row.children]
        .filter((part) => part.checkVisibility() && part.clientHeight < 90)
        .map(first).filter(Boolean).map(foot).filter(Boolean)
        .map((at, place, all) => [all[place - 1] ?? at, at])
        .filter(([one, other]) => {
          const off = Math.abs(one.bottom - other.bottom);
          return off > 1 && off < 12;
        })
        .map(([one, other]) => `${one.words} / ${other.words}`));
  }"""
# A chart takes the new width a moment after the page has. The page looks itself: its policy lets
# no browser test evaluate words in it again and again.
FITS = """(patience) => new Promise((tell) => {
    const end = performance.now() + patience;
    const look = () => {
      const main = document.querySelector("main");
      const fits = main.scrollWidth <= main.clientWidth + 1;
      if (fits || performance.now() > end) tell(fits);
      else requestAnimationFrame(look);
    };
    look();
  })"""
SETTLED = 10_000
LEVELS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter((heading) => heading.checkVisibility())
    .map((heading) => Number(heading.tagName[1]))"""

# What lies under an open popover, or was scrolled under the page's head, is covered for a while.
COVERED = "target-size"
THEMES: dict[Literal["light", "dark"], Palette] = {"light": LIGHT, "dark": DARK}
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Streamlit's own, by rule and by the part of the page that it is allowed in.
KNOWN = {
    # The table that a data grid keeps for screen readers has a heading without text.
    "empty-table-header": "[data-testid=stDataFrame]",
    # The file uploader hides an input that can still take the focus.
    "presentation-role-conflict": "[data-testid=stFileUploader]",
}


@pytest.mark.parametrize("state", STATES)
def test_a_state_reads_for_everybody(state: str, page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(address + state)
    (until_run if state == OPEN.path else until_drawn)(page)
    found: dict[object, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if not page.evaluate(FITS, SETTLED):
            found[width] = ["(the page scrolls sideways)"]
        if cut := page.evaluate(CUT):
            found.setdefault(width, []).extend(cut)
    if aslant := page.evaluate(ASLANT):
        found["baselines"] = aslant
    levels: list[int] = page.evaluate(LEVELS)
    if max(levels) > 3 or any(low - high > 1 for high, low in pairwise([0, *levels])):
        found["headings"] = [str(levels)]
    for theme, palette in THEMES.items():
        page.emulate_media(color_scheme=theme)
        ink = "rgb({}, {}, {})".format(*rgb(palette.ink))
        expect(page.locator("h1").first).to_have_css("color", ink, timeout=FIRST_PAINT)
        until_run(page)
        if faults := _faults(page):
            found[theme] = faults
    if state in FOLDED:
        _unfold(page, FOLDED[state])
        if faults := _faults(page, without=COVERED):
            found["unfolded"] = faults
    assert found == {}


def _unfold(page: Page, name: str) -> None:
    fold = page.locator("main :is(summary, button)").filter(has_text=name).first
    fold.click()
    told = fold.evaluate("fold => fold.ariaExpanded ?? String(fold.parentElement.open)")
    assert told == "true"
    until_run(page)


def _faults(page: Page, without: str = "") -> list[str]:
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
    return [
        f"{violation['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for violation in found.response["violations"]
        if violation["id"] != without
        for node in violation["nodes"]
        if not _is_known(page, violation["id"], node["target"][0])
    ]


def _is_known(page: Page, rule: str, target: str) -> bool:
    return rule in KNOWN and page.locator(target).first.evaluate(
        "(element, part) => element.closest(part) !== null", KNOWN[rule]
    )
