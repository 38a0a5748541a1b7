"""Readers behind HAProxy: what they upload and download, and what they see when a replica dies."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import FIRST_PAINT
from tests.replicas.proxy import COOKIE, NAMES, Balanced, balanced

pytestmark = pytest.mark.browser

BACK_SECONDS = 5.0
CHECK = "sources?sources_view=Check+it+yourself"


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Balanced]:
    with balanced(tmp_path) as started:
        yield started


@pytest.fixture
def readers(browser: Browser, both: Balanced) -> Iterator[dict[str, Page]]:
    """One reader of each replica, by its name, who looks at "Check it yourself"."""
    found: dict[str, Page] = {}
    contexts: list[BrowserContext] = []
    while len(found) < len(NAMES):
        assert len(contexts) < 8, "the balancer sends everybody to one replica"
        context = browser.new_context()
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(FIRST_PAINT)
        page.goto(f"{both.address}/{CHECK}")
        expect(page.get_by_text("Source: Deutsche Welle")).to_be_visible(timeout=FIRST_PAINT)
        found.setdefault(_replica(page), page)
    yield found
    for context in contexts:
        context.close()


def _replica(page: Page) -> str:
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    return cookies[COOKIE]


def test_uploads_downloads_and_a_death(
    both: Balanced, readers: dict[str, Page], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text("A paragraph that is not in the story.", encoding="utf-8")
    for page in readers.values():
        page.locator("input[type=file]").set_input_files(copy)
        expect(page.get_by_text("copy.txt")).to_be_visible()
        page.get_by_role("button", name="Compare").click()
        expect(page.get_by_text("anchors stand once").first).to_be_visible()
        page.goto(f"{both.address}/sources?sources_view=Tables")
        with page.expect_download() as download:
            page.get_by_role("button", name="Download the dossier (zip)").click()
        assert Path(download.value.path()).read_bytes().startswith(b"PK")

    struck, other = (readers[name] for name in NAMES)
    for page in (struck, other):
        page.goto(f"{both.address}/slideshow?slide=5")
        expect(page.get_by_role("status")).to_have_text("5 of 8")
    both.kill(NAMES[0])
    deadline = time.monotonic() + BACK_SECONDS
    # What is asked for before the page is back may be lost; the reader asks again. The picture
    # turns at once, the address when the server has heard of it.
    while struck.url != f"{both.address}/slideshow?slide=7":
        assert time.monotonic() < deadline
        for name in ("Slide 6", "Slide 7"):
            struck.get_by_role("button", name=name).click()
        struck.wait_for_timeout(1000)
    expect(struck.get_by_role("status")).to_have_text("7 of 8")
    for page, number in ((struck, 7), (other, 5)):
        assert page.url == f"{both.address}/slideshow?slide={number}"
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_role("status")).to_have_text(f"{number + 1} of 8")
        assert _replica(page) == NAMES[1]
