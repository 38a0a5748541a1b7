"""Nothing is drawn without its rules: only a browser tells when they come."""

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, Route, expect

from dash.ui import stylesheet
from tests.browser.conftest import until_run

pytestmark = pytest.mark.browser

# Looks at each frame that is painted.
WATCH = """
  window.bare = 0;
  requestAnimationFrame(function look() {
    const drawn = document.querySelector("main :is(a, p, h1)");
    const rules = () => getComputedStyle(document.documentElement).getPropertyValue("--paper");
    if (drawn && !rules()) window.bare += 1;
    requestAnimationFrame(look);
  });
"""


def test_no_frame_is_painted_without_the_rules(page: Page, address: str) -> None:
    page.add_init_script(WATCH)
    page.goto(address)
    until_run(page)
    assert page.evaluate("window.bare") == 0


def test_a_page_that_somebody_else_sends_gets_them_too(page: Page, address: str) -> None:
    def send(route: Route) -> None:
        answer = route.fetch()
        link = f'<link rel="stylesheet" href="{stylesheet.address()}" />'
        assert link in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(link, ""))

    page.route(f"{address}/", send)
    page.goto(address)
    until_run(page)
    expect(page.locator("html")).to_have_css("--paper", "light-dark(#fbf8f1, #191816)")
