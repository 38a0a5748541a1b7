"""Every page in both themes against axe's rules for WCAG 2.2, levels A and AA, and its advice."""

from typing import Any

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from dash.site import PAGES
from tests.browser.conftest import until_drawn

pytestmark = pytest.mark.browser

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Streamlit's own, by rule and by the part of the page that it is allowed in.
KNOWN = {
    # The table that a data grid keeps for screen readers has a heading without text.
    "empty-table-header": "[data-testid=stDataFrame]",
    # The file uploader hides an input that can still take the focus.
    "presentation-role-conflict": "[data-testid=stFileUploader]",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_a_page_breaks_no_rule_of_its_own(
    path: str, theme: Any, browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address + path)
    until_drawn(page)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
    faults = [
        f"{violation['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for violation in found.response["violations"]
        for node in violation["nodes"]
        if not _is_known(page, violation["id"], node["target"][0])
    ]
    context.close()
    assert faults == []


def _is_known(page: Page, rule: str, target: str) -> bool:
    return rule in KNOWN and page.locator(target).first.evaluate(
        "(element, part) => element.closest(part) !== null", KNOWN[rule]
    )
