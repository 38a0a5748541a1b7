"""An embed in the page of somebody else: it fits its frame, loads nothing, and is readable."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Request, expect

from dash.sharing.addresses import Subject, embed_path
from dash.sharing.embed import code_to_copy

pytestmark = pytest.mark.browser

SUBJECTS = (
    Subject("statement", "Q13"),
    Subject("figure", "killed-14000"),
    Subject("comparison", "killed-14000~killed-13000"),
    Subject("place", "crimea"),
    Subject("slide", "3"),
)
# A page without one is asked for it.
ICON = "<link rel='icon' href='data:,'>"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[str]:
    """The address of somebody else's site, whose files lie in this test's folder."""
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as site, ThreadPoolExecutor(1) as pool:
        pool.submit(site.serve_forever)
        yield f"http://localhost:{site.server_port}"
        site.shutdown()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_embeds_stand_in_a_foreign_page(
    theme: str, browser: Browser, address: str, outside: str, tmp_path: Path
) -> None:
    frames = "\n".join(code_to_copy(one, f"{one.kind} {one.key}", address, 300) for one in SUBJECTS)
    text = (
        f"<!doctype html><html lang='en'><title>Lesson</title>{ICON}<main><h1>Lesson</h1>{frames}"
    )
    (tmp_path / "lesson.html").write_text(text, encoding="utf-8")
    dark = theme == "dark"
    ground = "rgb(25, 24, 22)" if dark else "rgb(251, 248, 241)"
    context = browser.new_context(
        viewport={"width": 390, "height": 3000}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    asked: list[Request] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks it
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{outside}/lesson.html")
    for subject in SUBJECTS:
        frame = page.locator(f'iframe[title="{subject.kind} {subject.key}"]')
        inside = frame.content_frame.get_by_role("main")
        expect(inside).to_be_visible()
        # As high as what is in it, and no wider than its place.
        high = inside.evaluate("main => Math.ceil(main.offsetHeight)")
        expect(frame).to_have_css("height", f"{high}px")
        assert inside.evaluate("main => document.documentElement.scrollWidth <= innerWidth")
        back = inside.get_by_role("link", name="Biden calls Putin as Russian troops")
        assert str(back.get_attribute("href")).startswith(f"{address}/")
    paper = page.frame_locator("iframe").first.locator("body")
    expect(paper).to_have_css("background-color", ground)
    hosts = {urlsplit(request.url).netloc for request in asked}
    assert hosts == {urlsplit(outside).netloc, urlsplit(address).netloc}
    own = [urlsplit(request.url).path for request in asked if request.url.startswith(address)]
    # The embeds and one picture: no script, style or font.
    assert len(own) == len(SUBJECTS) + 1
    assert told == []
    for subject in SUBJECTS:
        page.goto(address + embed_path(subject.kind, subject.key))
        assert Axe().run(page, options={"runOnly": RULES}).response["violations"] == []
    context.close()
