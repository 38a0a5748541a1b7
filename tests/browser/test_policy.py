"""The content security policy: it stops what it is there to stop.

That every page runs under it is seen in test_states.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, expect

from tests.browser.conftest import FIRST_PAINT, becomes
from tests.browser.test_states import LISTEN
from tests.serving import serve

pytestmark = pytest.mark.browser


@pytest.fixture
def stopped(page: Page) -> list[str]:
    """What the policy has stopped in the page, in Chromium's words; filled on leaving."""
    page.add_init_script(LISTEN)
    found: list[str] = []
    page.on(
        "console",
        lambda told: found.append(told.text) if "Content Security Policy" in told.text else None,
    )
    return found


def test_a_script_that_got_into_a_page_does_not_run(
    page: Page, address: str, stopped: list[str]
) -> None:
    page.goto(address)
    expect(page.get_by_text("Source: Deutsche Welle")).to_be_visible(timeout=FIRST_PAINT)
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          const picture = document.createElement("img");
          picture.src = "http://elsewhere.example/seen.png";
          document.body.append(picture);
        }"""
    )
    assert becomes(page, "() => window.stopped.length == 2")
    assert page.evaluate("window.ran") is None
    assert len(stopped) == 2


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[str]:
    """The address of somebody else's site, which may hold files of this test's folder."""
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as site, ThreadPoolExecutor(1) as pool:
        pool.submit(site.serve_forever)
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()


@pytest.mark.parametrize("allowed", [False, True])
def test_who_may_show_the_pages_in_a_frame_is_the_hosts_choice(
    allowed: bool,
    page: Page,
    outside: str,
    tmp_path: Path,
) -> None:
    named = {"DOSSIER_FRAME_ANCESTORS": f"'self' {outside}"} if allowed else {}
    with serve(tmp_path / "server.log", **named) as framed:
        frame = f'<iframe src="{framed}" width="800" height="600"></iframe>'
        (tmp_path / "frame.html").write_text(frame, encoding="utf-8")
        if allowed:
            page.goto(f"{outside}/frame.html")
            story = page.frame_locator("iframe").get_by_text("Source: Deutsche Welle")
            expect(story).to_be_visible(timeout=FIRST_PAINT)
        else:
            with page.expect_console_message(lambda told: "frame-ancestors" in told.text):
                page.goto(f"{outside}/frame.html")
