"""Take the README's pictures of the running dashboard.

    uv run --all-groups python -m tests.screenshots

Starts a server of its own, opens each page in Chromium at twice the density and
writes docs/<page>.png.
"""

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FIRST_PAINT, launch
from tests.serving import ROOT, serve

FOLDER = ROOT / "docs"
SIZE = (1280, 860)
PAGES = {
    "home": "/",
    "map": "/map?map_place=donetsk",
    "compare": "/casualties?compare_a=killed-14000&compare_b=killed-13000",
    "quotes": "/quotes?quote=Q13",
    "slideshow": "/slideshow?slide=3",
    "timeline": "/timeline",
    "sources": "/sources",
}
# Of another dossier: its folder, and the page.
EXAMPLES = {"everest": (ROOT / "data" / "examples" / "everest", "/")}


def main(names: list[str]) -> None:
    """Take the pictures named, or all."""
    FOLDER.mkdir(exist_ok=True)
    asked = names or [*PAGES, *EXAMPLES]
    _take_all({name: PAGES[name] for name in asked if name in PAGES})
    for name, (folder, page) in EXAMPLES.items():
        if name in asked:
            _take_all({name: page}, DOSSIER=str(folder))


def _take_all(pages: dict[str, str], **environment: str) -> None:
    log = Path(tempfile.mkdtemp()) / "server.log"
    with sync_playwright() as playwright, serve(log, **environment) as address:
        browser = launch(playwright)
        context = browser.new_context(
            viewport={"width": SIZE[0], "height": SIZE[1]}, device_scale_factor=2
        )
        for name, where in pages.items():
            page = context.new_page()
            page.goto(address + where)
            take(page, FOLDER / f"{name}.png")
            page.close()
        browser.close()


def take(page: Page, file: Path) -> None:
    """Write one page to a file once it stands still, with as few colours as it needs."""
    page.get_by_text("Source: ").first.wait_for(timeout=FIRST_PAINT)
    settle(page)
    page.screenshot(path=file)
    with Image.open(file) as picture:
        picture.convert("RGB").quantize(256).save(file, optimize=True)


def settle(page: Page) -> None:
    """Wait until two pictures of the page in a row are alike: maps and fonts paint late."""
    before = b""
    for _ in range(40):
        now = page.screenshot()
        if now == before:
            return
        before = now
        page.wait_for_timeout(500)


if __name__ == "__main__":
    main(sys.argv[1:])
