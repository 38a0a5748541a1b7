"""Every page on A4: light, whole, without controls, with its address and source.

Chromium writes the paper, poppler reads it: `pdftotext` leaves out what is off the paper.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from PIL import Image, ImageStat
from playwright.sync_api import Page, expect

from dash.site import FIGURES, PAGES
from tests.browser.conftest import THEMES, until_drawn

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


@dataclass(frozen=True)
class Shown:
    """What a dossier has that must stand on paper: on its map, in its comparison, at the foot."""

    on_the_map: str
    figures: str
    view: str
    number: str
    source: str
    without: str | None = None


OVER_TIME, COMPARED = "?figures_view=Over+time", "?figures_view=Compare+two"
# By the fixture of the server that shows it.
SHOWN = {
    "address": Shown("42,000", "/casualties", OVER_TIME, "14,000", "Source: Deutsche Welle"),
    "everest": Shown(
        "Kathmandu", FIGURES.path, COMPARED, "8,848 m", "Source: The makers of this", "incidents"
    ),
}
# Of the second dossier as it is read in the dark: the paper is to be light all the same.
PAPERS = [
    (server, path, theme)
    for server, shown in SHOWN.items()
    for theme in (THEMES if server == "address" else ("dark",))
    for path in (
        *(page.path for page in PAGES if page.name not in ("casualties", shown.without)),
        shown.figures,
        shown.figures + shown.view,
    )
]


@pytest.mark.parametrize(("server", "path", "theme"), PAPERS)
@pytest.mark.usefixtures("poppler")
def test_a_page_is_whole_on_paper(
    server: str,
    path: str,
    theme: Literal["light", "dark"],
    *,
    page: Page,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    address, shown = request.getfixturevalue(server), SHOWN[server]
    page.emulate_media(color_scheme=theme)
    page.goto(address + path)
    until_drawn(page)
    if path.endswith(OVER_TIME):
        expect(page.locator(".js-plotly-plot svg text").first).to_be_visible()
    written = _written_on_the_map(page)
    assert (shown.on_the_map in written) == (path == "/map")
    numbers = page.locator("main button em").all_inner_texts()
    assert (shown.number in numbers) == (path == shown.figures)
    expected = [
        *numbers,
        *written,
        *page.evaluate(LABELS),
        *page.get_by_role("heading").all_inner_texts(),
        page.url,
        shown.source,
    ]
    if page.locator("main [role=grid], main nav").count():
        expected.append("all of it is in the tables on the page Sources")
    menu = page.get_by_role("navigation", name="Pages").get_by_role("link").all_inner_texts()
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
    paper = _squeezed(_text(tmp_path / "page.pdf"))
    assert [words for words in expected if _squeezed(words) not in paper] == []
    assert _squeezed("".join(menu)) not in paper
    assert _lightness(tmp_path) > WHITE


def _written_on_the_map(page: Page) -> list[str]:
    """Return what the map for paper says, where there is one: it is loaded to be printed."""
    drawings = page.locator(".st-key-map_paper img")
    sources = [drawing.evaluate("drawing => drawing.src") for drawing in drawings.all()]
    told = [page.request.get(source).text() for source in sources]
    return [words for drawing in told for words in re.findall(r">([^<>]+)</text>", drawing)]


# Of 255, the mean of a page whose ground is white.
WHITE = 190


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
