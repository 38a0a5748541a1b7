"""Nothing is drawn without its rules: only a browser tells when they come."""

import re

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from dash.ui import stylesheet
from tests.browser.conftest import until_drawn

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
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    expect(page.locator("html")).to_have_css("background-color", "rgb(25, 24, 22)")
    until_drawn(page)
    assert page.evaluate("window.bare") == 0
    # As where somebody else sends Streamlit's page: the next run brings them.
    page.locator(f'link[href="{stylesheet.address()}"]').evaluate("link => link.remove()")
    expect(page.locator("html")).to_have_css("--paper", "")
    page.get_by_role("link", name="Quotes").first.click()
    expect(page.locator("html")).to_have_css("--paper", re.compile("light-dark"))
