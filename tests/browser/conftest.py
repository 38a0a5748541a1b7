"""A browser and a server that all browser tests share."""

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import pytest

from dash.palette import DARK, LIGHT, Palette, rgb
from tests.conftest import SHIPPED
from tests.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

# Milliseconds: on a cold machine the first page takes up to twenty seconds.
FIRST_PAINT = 60_000
# How long anything else is awaited: beside other tests, a chart takes more than the usual five.
PATIENCE = 20_000
THEMES: dict[Literal["light", "dark"], Palette] = {"light": LIGHT, "dark": DARK}
# Without a graphics card, maps are painted by one made of software.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    # Letters as wide as on a screen: without its windows Chromium rounds them to whole pixels.
    "--font-render-hinting=none",
]
# By preference: without the windows that nobody sees, a page takes two thirds of the processor.
EXECUTABLES = ("chromium-headless-shell", "chromium")
# The page looks itself, at each frame: its policy lets no test evaluate words in it twice.
UNTIL = """([argument, patience]) => new Promise((tell) => {
    const holds = %s;
    const end = performance.now() + patience;
    const look = () => {
      if (holds(argument)) tell(true);
      else if (performance.now() > end) tell(false);
      else requestAnimationFrame(look);
    };
    look();
  })"""
HOW_TO_GET_ONE = (
    "no browser: install Debian's with `apt-get install chromium-headless-shell`, "
    "or Playwright's own with `uv run --all-groups playwright install chromium`"
)


def launch(playwright: "Playwright") -> "Browser":
    """Start Debian's Chromium or Playwright's own; skip, or fail if told so, without either."""
    from playwright.sync_api import Error  # noqa: PLC0415 - the group e2e may be absent

    executable = next(filter(None, map(shutil.which, EXECUTABLES)), None)
    try:
        return playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
    except Error:
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(f"REQUIRE_BROWSER=1, but {HOW_TO_GET_ONE}")
        pytest.skip(HOW_TO_GET_ONE)


@pytest.fixture(scope="session")
def playwright() -> Iterator["Playwright"]:
    """What drives the browsers."""
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415 - as above

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: "Playwright") -> Iterator["Browser"]:
    """Chromium, started once."""
    with launch(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that shows the shipped dossier."""
    with serve(tmp_path_factory.mktemp("server") / "server.log") as address:
        yield address


@pytest.fixture(scope="session")
def everest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that shows the second dossier that ships."""
    log = tmp_path_factory.mktemp("everest") / "server.log"
    with serve(log, DOSSIER=str(SHIPPED["everest"])) as address:
        yield address


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    """An empty tab of a browser that has seen nothing yet, 1280 by 900 pixels."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(FIRST_PAINT)
    yield context.new_page()
    context.close()


def becomes(page: "Page", holds: str, argument: object = None) -> bool:
    """Return whether something comes to hold in a page, as soon as it does.

    Args:
        page: Where.
        holds: A function in JavaScript that tells whether it does.
        argument: What that function is given.
    """
    held: bool = page.evaluate(UNTIL % holds, [argument, PATIENCE])
    return held


def turn_to(page: "Page", theme: Literal["light", "dark"]) -> None:
    """Read a page in a theme, as if the reader's system had turned to it, once it stands in it."""
    from playwright.sync_api import expect  # noqa: PLC0415 - the group e2e may be absent

    page.emulate_media(color_scheme=theme)
    ink = "rgb({}, {}, {})".format(*rgb(THEMES[theme].ink))
    expect(page.locator("h1").first).to_have_css("color", ink, timeout=FIRST_PAINT)
    until_run(page)


def until_drawn(page: "Page") -> None:
    """Wait until a page has run to its foot and the script of its landmarks has come."""
    from playwright.sync_api import expect  # noqa: PLC0415 - the group e2e may be absent

    current = page.get_by_role("navigation", name="Pages").locator("[aria-current=page]")
    expect(current).to_have_count(1, timeout=FIRST_PAINT)
    until_run(page)


def until_run(page: "Page") -> None:
    """Wait until a page, which may be in no menu, has run to its foot and stands still."""
    from playwright.sync_api import expect  # noqa: PLC0415 - the group e2e may be absent

    expect(page.get_by_text("Source: ").first).to_be_visible(timeout=FIRST_PAINT)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=FIRST_PAINT)
    expect(page.locator("main [data-stale=true]")).to_have_count(0, timeout=FIRST_PAINT)
