"""The map in a browser: what it fetches, what travels, and that a click is a choice."""

import re
from collections.abc import Callable

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Page, WebSocket, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from dash.dossier.loaders import load_dossier
from dash.maps.mercator import fit
from tests.browser.conftest import FIRST_PAINT, becomes
from tests.serving import ROOT

pytestmark = pytest.mark.browser

KYIV, LUHANSK = (30.5167, 50.4333), (39.3, 48.5667)
# With the one layer that is off at first, a run may send as much as with all layers.
FIRST_RUN, SWITCH = 60_000, 25_000
# Every layer is on from the start but this one.
ALL_ON = "map_deaths=true"


def _received(page: Page) -> Callable[[], int]:
    """Count the bytes that come over the page's websockets from now on."""
    total = [0]

    def count(frame: str | bytes) -> None:
        total[0] += len(frame)

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", count)

    page.on("websocket", listen)
    return lambda: total[0]


def _open(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_text("Source: Deutsche Welle")).to_be_visible(timeout=FIRST_PAINT)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=FIRST_PAINT)
    expect(page.get_by_test_id("stDeckGlJsonChart").locator("canvas")).to_be_visible(
        timeout=FIRST_PAINT
    )


def _click(page: Page, point: tuple[float, float]) -> None:
    """Click on a point of the first view, until the address says that something was selected.

    deck.gl hears a click only once it has drawn, and nothing in the page says when that is.
    """
    camera = fit(load_dossier(ROOT / "data").story.views[0])
    box = page.get_by_test_id("stDeckGlJsonChart").bounding_box()
    assert box is not None
    x, y = camera.pixels(*point)
    before = page.url
    for _ in range(10):
        page.mouse.click(box["x"] + box["width"] / 2 + x, box["y"] + box["height"] / 2 + y)
        try:
            page.wait_for_url(lambda url: url != before, timeout=4_000, wait_until="commit")
        except PlaywrightTimeout:
            continue
        return


def test_with_all_layers_on_the_map_asks_only_its_own_server(page: Page, address: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    with page.expect_response(re.compile("/geo/")) as caught:
        _open(page, f"{address}/map?{ALL_ON}")
    own = (address, address.replace("http", "ws"), "data:", "blob:")
    assert [url for url in requests if not url.startswith(own)] == []
    # What takes the focus says what for.
    expect(page.get_by_role("application", name="Map: arrow keys move it")).to_be_attached()
    assert caught.value.ok
    assert "immutable" in (caught.value.header_value("cache-control") or "")
    layers = [layer for layer in load_dossier(ROOT / "data").story.layers if layer.style != "names"]
    assert becomes(
        page,
        "count => performance.getEntriesByType('resource')"
        ".filter(entry => entry.name.includes('/geo/')).length >= count",
        len(layers),
    )


@pytest.mark.parametrize(
    ("layers", "most"), [("", 20_000), (f"?{ALL_ON}", 25_000)], ids=["as at first", "all layers"]
)
def test_little_travels_at_first_and_less_with_a_selection(
    page: Page, address: str, layers: str, most: int
) -> None:
    received = _received(page)
    _open(page, f"{address}/map{layers}")
    first = received()
    assert 10_000 < first < FIRST_RUN
    page.get_by_role("combobox", name="Place").fill("Crimea")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Crimea", level=2)).to_be_visible()
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    selection = received() - first
    assert 1_000 < selection < most
    print(f"/map{layers}: {first} bytes at first, {selection} with a selection")  # noqa: T201


def test_a_switch_of_the_legend_sends_no_more_than_it_changes(page: Page, address: str) -> None:
    received = _received(page)
    _open(page, f"{address}/map")
    name = "Places with most recorded deaths, 2014 to 2021 (UCDP)"
    deaths = page.get_by_role("checkbox", name=name, exact=True)
    # The switches come when they are asked for.
    page.get_by_role("button", name="Layers").click()
    expect(deaths).to_be_attached()
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    first = received()
    # The box itself lies hidden under its drawing.
    page.get_by_test_id("stCheckbox").filter(has=deaths).locator("label").click()
    expect(page).to_have_url(re.compile("map_deaths=true"))
    expect(deaths).to_be_checked()
    drawn = page.get_by_test_id("stDeckGlJsonChart")
    expect(drawn).to_have_attribute("aria-label", re.compile("most recorded deaths"))
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    switch = received() - first
    assert 1_000 < switch < SWITCH
    print(f"/map: {switch} bytes with a layer more")  # noqa: T201
    expect(page.get_by_text("How is this drawn?")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Layers").click()
    expect(deaths).to_be_checked(timeout=FIRST_PAINT)


def test_the_tables_come_when_they_are_asked_for(page: Page, address: str) -> None:
    _open(page, f"{address}/map")
    expect(page.get_by_test_id("stDataFrame")).to_have_count(0)
    page.get_by_text("The map as tables").click()
    expect(page.get_by_test_id("stDataFrame")).to_have_count(2)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the figures of the map (CSV)").click()
    assert download.value.suggested_filename == "map_figures.csv"
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "Russian-Ukrainian border" in text


def test_a_click_a_choice_and_the_back_button_say_the_same(page: Page, address: str) -> None:
    _open(page, f"{address}/map")
    _click(page, LUHANSK)
    expect(page).to_have_url(re.compile("map_place=luhansk"))
    place = page.get_by_role("combobox", name="Place")
    expect(place).to_have_value("Luhansk")
    expect(page.get_by_role("heading", name="Luhansk", level=2)).to_be_visible()
    _click(page, KYIV)
    expect(page).to_have_url(re.compile("map_place=kyiv"))
    expect(place).to_have_value("Kyiv")
    page.go_back()
    expect(page).to_have_url(re.compile("map_place=luhansk"))
    expect(place).to_have_value("Luhansk")


def test_a_record_of_a_place_leads_to_its_own_page(page: Page, address: str) -> None:
    _open(page, f"{address}/map?map_place=donetsk")
    page.get_by_role("link", name="Slide 5").click()
    expect(page).to_have_url(f"{address}/slideshow?slide=5")


def test_the_map_is_on_the_first_screen_of_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    _open(page, f"{address}/map")
    box = page.get_by_test_id("stDeckGlJsonChart").bounding_box()
    assert box is not None
    assert box["y"] < 844 / 2
    assert box["width"] > 340
    width = page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= 390


def test_another_place_at_the_same_point_has_its_own_address(page: Page, address: str) -> None:
    page.goto(f"{address}/map?map_place=donetsk")
    page.get_by_role("button", name="Donetsk region").click()
    expect(page.get_by_role("heading", name="Donetsk region", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("map_place=donetsk-region"))
    page.go_back()
    expect(page.get_by_role("heading", name="Donetsk", exact=True)).to_be_visible()


CRIMEA = (34.9, 45.4)


def test_an_area_that_tells_something_answers_a_click(page: Page, address: str) -> None:
    _open(page, f"{address}/map?map_build-up=false&map_places=false&map_context=false")
    _click(page, CRIMEA)
    expect(page).to_have_url(re.compile("map_place=crimea"))
    expect(page.get_by_role("heading", name="Crimea", level=2)).to_be_visible()


def test_a_row_lights_its_ring_and_the_back_button_takes_it_back(page: Page, address: str) -> None:
    _open(page, f"{address}/map")
    drawn = page.get_by_test_id("stDeckGlJsonChart")
    expect(drawn).to_have_attribute("aria-label", re.compile("41,000 by Mendel stands out"))
    page.get_by_role("button", name="Khomchak, 30 March 32,700").press("Enter")
    expect(page).to_have_url(re.compile("map_claim=khomchak"))
    expect(drawn).to_have_attribute("aria-label", re.compile("32,700 by Khomchak stands out"))
    expect(page.get_by_role("link", name="Its words and source")).to_be_visible()
    page.go_back()
    expect(drawn).to_have_attribute("aria-label", re.compile("41,000 by Mendel stands out"))


def test_the_slider_tells_what_was_said_by_a_day(page: Page, address: str) -> None:
    _open(page, f"{address}/map")
    expect(page.get_by_role("button", name=re.compile("^Taran, 14 April"))).to_have_count(0)
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_role("button", name=re.compile("^Taran, 14 April"))).to_be_visible()
    expect(page).to_have_url(re.compile("map_day=2021-04-14"))
