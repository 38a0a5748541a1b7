"""What the browser holds already comes as a reference, and the page is whole with it."""

from collections.abc import Callable

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Locator, Page, WebSocketRoute, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import FIRST_PAINT, until_drawn
from tests.screenshots import settle

pytestmark = pytest.mark.browser

# The elements of a page in their order, with what they say; a map and a chart count as one.
SHOWN = """() => [...document.querySelectorAll('main :is(h1, h2, h3, p, li, img, svg, button, a)')]
  .filter(element => !element.closest('.js-plotly-plot, .stDeckGlJsonChart'))
  .map(element => `${element.tagName} ${element.alt || element.innerText || ''}`)"""


class Wire:
    """The websocket of a page, whose messages can be counted, held up, cut and added to."""

    def __init__(self, page: Page) -> None:
        """Stand between a page that is still empty and its server."""
        self._up = False
        self._late: list[str | bytes] = []
        self._connections: list[tuple[WebSocketRoute, WebSocketRoute]] = []
        self.references = 0
        self.finished = 0
        self.requests = 0
        page.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, page: WebSocketRoute) -> None:
        server = page.connect_to_server()
        self._connections.append((page, server))
        page.on_message(self._ask)
        server.on_message(self._answer)

    @property
    def connections(self) -> int:
        return len(self._connections)

    def _ask(self, message: str | bytes) -> None:
        self.requests += 1
        self._connections[-1][1].send(message)

    def _answer(self, message: str | bytes) -> None:
        assert isinstance(message, bytes)
        kind = ForwardMsg.FromString(message).WhichOneof("type")
        self.references += kind == "ref_hash"
        self.finished += kind == "script_finished"
        if self._up:
            self._late.append(message)
        else:
            self._connections[-1][0].send(message)

    def hold_up(self) -> None:
        """Keep from the page what the server sends from now on."""
        self._up = True

    def let_through(self) -> None:
        self._up = False
        for message in self._late:
            self._connections[-1][0].send(message)
        self._late.clear()

    def cut(self) -> None:
        page, server = self._connections[-1]
        server.close()
        page.close(code=1012, reason="the server is restarted")

    def clear_cache(self) -> None:
        """Ask as any visitor may."""
        self._connections[-1][1].send(BackMsg(clear_cache=True).SerializeToString())


@pytest.fixture
def wire(page: Page) -> Wire:
    return Wire(page)


def _until(page: Page, told: Callable[[], bool]) -> None:
    """Wait for what the wire tells; the page's own clock lets its messages come meanwhile."""
    for _ in range(600):
        if told():
            return
        page.wait_for_timeout(50)
    raise AssertionError("nothing came within half a minute")


def _menu(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Pages")


def _until_at(page: Page, label: str) -> None:
    current = _menu(page).locator("[aria-current=page]")
    expect(current).to_have_text(label, timeout=FIRST_PAINT)
    until_drawn(page)


def _turn(page: Page, label: str) -> list[str]:
    _menu(page).get_by_role("link", name=label).click()
    _until_at(page, label)
    settle(page)
    shown = page.evaluate(SHOWN)
    assert isinstance(shown, list)
    return shown


def test_pages_are_whole_when_the_reader_comes_back_to_them(
    page: Page, address: str, wire: Wire
) -> None:
    page.goto(f"{address}/search")
    until_drawn(page)
    # Some pages write differently to somebody who comes from elsewhere; so all are visited twice.
    turns = ["Casualties", "Map", "Quotes", "Timeline", "Slideshow", "Sources", "The story"]
    first = {label: _turn(page, label) for label in turns}
    seen = wire.references
    assert {label: _turn(page, label) for label in turns} == first
    assert wire.references > seen + 50


def test_a_page_is_whole_after_its_server_was_away_and_its_cache_cleared(
    page: Page, address: str, wire: Wire
) -> None:
    page.goto(address)
    until_drawn(page)
    home, casualties = _turn(page, "The story"), _turn(page, "Casualties")
    wire.cut()
    _until(page, lambda: wire.connections == 2)
    until_drawn(page)
    seen = wire.references
    assert _turn(page, "The story") == home
    assert wire.references > seen + 10, "the new session was told what the browser holds"
    wire.clear_cache()
    assert _turn(page, "Casualties") == casualties


def test_quick_clicks_let_go_of_nothing_that_is_still_to_come(
    page: Page, address: str, wire: Wire
) -> None:
    page.goto(f"{address}/casualties")
    until_drawn(page)
    _turn(page, "Quotes")
    wire.hold_up()
    # The run of this page has ended and is under way while the reader already asks for another.
    finished, requests = wire.finished, wire.requests
    _menu(page).get_by_role("link", name="Sources").click()
    _until(page, lambda: wire.finished > finished)
    _menu(page).get_by_role("link", name="Casualties").click()
    _until(page, lambda: wire.requests == requests + 2)
    wire.let_through()
    _until_at(page, "Casualties")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
