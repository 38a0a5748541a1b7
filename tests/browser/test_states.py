"""Every state of every page of both dossiers: what axe says of it, how it fits, what it asks for.

One load a state, by its address: it is looked at at four widths, then by axe in the light and in
the dark theme, and once more with what is folded away unfolded. Meanwhile nothing is asked of any
other server, no script fails, and the content security policy stops nothing.
"""

from itertools import pairwise

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dash.site import FIGURES, OPEN, PAGES
from tests.browser.conftest import THEMES, becomes, turn_to, until_drawn, until_run

pytestmark = pytest.mark.browser

# The fixture of a dossier's server, and what it serves: views, parts, and records open in their
# windows.
STATES = [
    *(("address", page.path) for page in PAGES),
    ("address", "/map?map_place=crimea&map_view=crimea"),
    ("address", "/map?map_view=world"),
    ("address", "/casualties?figure=killed-14000"),
    ("address", "/casualties?figures_view=Over+time"),
    ("address", "/casualties?figures_view=By+year+and+month"),
    ("address", "/casualties?figures_view=Compare+two"),
    ("address", "/casualties?figures_view=Other+quantities"),
    ("address", "/incidents?incidents_place=38.6390,48.1384"),
    ("address", "/quotes?quotes_view=Exchange"),
    ("address", "/quotes?quotes_view=Where+accounts+differ"),
    ("address", "/quotes?quote=Q13"),
    ("address", "/quotes?difference=D01"),
    ("address", "/sources?sources_view=Method"),
    ("address", "/sources?sources_view=Tables"),
    ("address", "/sources?sources_view=Check+it+yourself"),
    ("address", "/sources?source=dw-2021-04-13"),
    ("address", "/search?search=400%2C000"),
    ("address", OPEN.path),
    # It counts no casualties, and has no recorded deaths: that page says so.
    *(("everest", (FIGURES if page.name == "casualties" else page).path) for page in PAGES),
    ("everest", "/map?map_place=everest&map_view=summit"),
    ("everest", "/figures?figures_view=Compare+two"),
    ("everest", "/figures?figures_view=Other+quantities"),
    ("everest", "/quotes?difference=D01"),
]
# Pages that stand in no menu, at least not in this dossier's.
APART = {("address", OPEN.path), ("everest", "/incidents")}
# What is folded away here is looked at too: one state for each kind of fold.
FOLDED = {
    ("address", "/"): "What came of it (later knowledge)",
    ("address", "/casualties?figures_view=Compare+two"): "Both figures field by field",
    ("address", "/casualties?figures_view=Over+time"): "Filter",
    ("address", "/map"): "The map as tables",
    ("address", "/map?map_place=crimea&map_view=crimea"): "Layers",
    ("address", "/slideshow"): "Source",
    ("address", "/quotes"): "Details of Q01",
    # The preview of an embed is the one frame that a page may hold.
    ("address", "/quotes?quote=Q13"): "Embed",
    ("everest", "/slideshow"): "Source",
}
# Records what the content security policy has stopped, from before the first script on.
LISTEN = """
window.stopped = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.stopped.push(`${event.effectiveDirective}: ${event.blockedURI} in ${event.sourceFile}`));
"""
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
# A chart takes the new width a moment after the page has.
FITS = """() => {
    const main = document.querySelector("main");
    return main.scrollWidth <= main.clientWidth + 1;
  }"""
LEVELS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter((heading) => heading.checkVisibility())
    .map((heading) => Number(heading.tagName[1]))"""

# What lies under an open popover, or was scrolled under the page's head, is covered for a while.
COVERED = "target-size"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Streamlit's own, by rule and by the part of the page that it is allowed in.
KNOWN = {
    # The table that a data grid keeps for screen readers has a heading without text.
    "empty-table-header": "[data-testid=stDataFrame]",
    # The file uploader hides an input that can still take the focus.
    "presentation-role-conflict": "[data-testid=stFileUploader]",
}


@pytest.mark.parametrize(("server", "state"), STATES)
def test_a_state_reads_for_everybody(
    server: str, state: str, page: Page, request: pytest.FixtureRequest
) -> None:
    address: str = request.getfixturevalue(server)
    found = _watched(page, address)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    answer = page.goto(address + state)
    assert answer is not None
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    (until_run if (server, state) in APART else until_drawn)(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if not becomes(page, FITS):
            found[width] = ["(the page scrolls sideways)"]
        if cut := page.evaluate(CUT):
            found.setdefault(width, []).extend(cut)
    if aslant := page.evaluate(ASLANT):
        found["baselines"] = aslant
    levels: list[int] = page.evaluate(LEVELS)
    if max(levels) > 3 or any(low - high > 1 for high, low in pairwise([0, *levels])):
        found["headings"] = [str(levels)]
    for theme in THEMES:
        turn_to(page, theme)
        if faults := _faults(page):
            found[theme] = faults
    if (server, state) in FOLDED:
        _unfold(page, FOLDED[server, state])
        if faults := _faults(page, without=COVERED):
            found["unfolded"] = faults
    expect(page.get_by_role("alert").or_(page.get_by_test_id("stException"))).to_have_count(0)
    if stopped := page.evaluate("window.stopped"):
        found["stopped"] = stopped
    assert found == {}


def _watched(page: Page, address: str) -> dict[object, list[str]]:
    """Return what is found at fault in a page; what it asks for and what fails is put there."""
    found: dict[object, list[str]] = {}
    own = (address, address.replace("http", "ws"), "data:", "blob:")

    def tell(kind: str, words: str, *, fault: bool = True) -> None:
        if fault:
            found.setdefault(kind, []).append(words)

    page.on("request", lambda asked: tell("asked", asked.url, fault=not asked.url.startswith(own)))
    page.on("pageerror", lambda error: tell("failed", str(error)))
    page.on(
        "console",
        lambda told: tell("stopped", told.text, fault="Content Security Policy" in told.text),
    )
    page.add_init_script(LISTEN)
    return found


def _unfold(page: Page, name: str) -> None:
    fold = page.locator("main :is(summary, button)").filter(has_text=name).first
    fold.click()
    told = fold.evaluate("fold => fold.ariaExpanded ?? String(fold.parentElement.open)")
    assert told == "true"
    until_run(page)


def _faults(page: Page, without: str = "") -> list[str]:
    # What passes is not told, which takes a third of the time.
    options = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options)
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
