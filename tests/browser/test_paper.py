"""Every page on A4: light, whole, without controls, with its address and source.

Chromium writes the paper, poppler reads it: `pdftotext` leaves out what is off the paper.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from PIL import Image, ImageStat
from playwright.sync_api import Browser, Page, expect

from dash.site import PAGES
from tests.browser.conftest import FIRST_PAINT, until_drawn

pytestmark = pytest.mark.browser

# What is drawn as a chart: the words beside marks, on axes and at lines' ends.
LABELS = """() => [...document.querySelectorAll(".js-plotly-plot svg text")]
    .filter((text) => text.getBoundingClientRect().width > 0)
    .map((text) => text.textContent)"""


@pytest.fixture(scope="session")
def poppler() -> None:
    """Skip, or fail if told so, without the programs that read paper."""
    if shutil.which("pdftotext") is None or shutil.which("pdftoppm") is None:
        told = "no poppler: install it with `apt-get install poppler-utils`"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(told)
        pytest.skip(told)


@pytest.fixture(params=["light", "dark"])
def screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A laptop's screen in one theme."""
    theme: Any = request.param
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=theme)
    context.set_default_timeout(FIRST_PAINT)
    yield context.new_page()
    context.close()


OVER_TIME = "/casualties?figures_view=Over+time"


@pytest.mark.parametrize("path", [*(page.path for page in PAGES), OVER_TIME])
@pytest.mark.usefixtures("poppler")
def test_a_page_is_whole_on_paper(path: str, screen: Page, address: str, tmp_path: Path) -> None:
    screen.goto(address + path)
    until_drawn(screen)
    if path == OVER_TIME:
        expect(screen.locator(".js-plotly-plot svg text").first).to_be_visible()
    written = _written_on_the_map(screen)
    assert ({"Kyiv", "42,000"} <= set(written)) == (path == "/map")
    numbers = screen.locator("main button em").all_inner_texts()
    assert ("14,000" in numbers) == (path == "/casualties")
    expected = [
        *numbers,
        *written,
        *screen.evaluate(LABELS),
        *screen.get_by_role("heading").all_inner_texts(),
    ]
    screen.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
    paper = _squeezed(_text(tmp_path / "page.pdf"))
    assert [words for words in expected if _squeezed(words) not in paper] == []
    assert _squeezed(screen.url) in paper
    assert _squeezed("Source: Deutsche Welle") in paper
    if screen.locator("main [role=grid], main nav").count():
        assert _squeezed("all of it is in the tables on the page Sources") in paper
    menu = screen.get_by_role("navigation", name="Pages")
    assert _squeezed("".join(menu.get_by_role("link").all_inner_texts())) not in paper
    assert _lightness(tmp_path) > LIGHT


def _written_on_the_map(screen: Page) -> list[str]:
    """Return what the map for paper says, where there is one: it is loaded to be printed."""
    drawings = screen.locator(".st-key-map_paper img")
    sources = [drawing.evaluate("drawing => drawing.src") for drawing in drawings.all()]
    told = [screen.request.get(source).text() for source in sources]
    return [words for drawing in told for words in re.findall(r">([^<>]+)</text>", drawing)]


# Of 255, the mean of a page whose ground is white.
LIGHT = 190


def _text(paper: Path) -> str:
    command = ["pdftotext", "-raw", str(paper), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _squeezed(words: str) -> str:
    """Leave letters and figures alone: columns and line ends set words apart differently."""
    return re.sub(r"[\W_]+", "", words)


def _lightness(folder: Path) -> float:
    """Return the mean of the darkest of the pages."""
    command = ["pdftoppm", "-gray", "-r", "20", str(folder / "page.pdf"), str(folder / "sheet")]
    subprocess.run(command, check=True)
    means = []
    for sheet in sorted(folder.glob("sheet*.pgm")):
        with Image.open(sheet) as picture:
            means.append(ImageStat.Stat(picture).mean[0])
    return min(means)
