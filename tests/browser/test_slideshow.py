"""What only a browser can tell of /slideshow: keys, thumbnails, swipes, the show, and prefetch."""

import re
from collections.abc import Iterator

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import FIRST_PAINT, becomes

pytestmark = pytest.mark.browser

# Milliseconds: what a show of five seconds a slide may take to move, on a busy machine.
ONE_STEP = 30_000


def _open(page: Page, address: str, slide: int) -> None:
    page.goto(f"{address}/slideshow?slide={slide}")
    _is_at(page, slide)
    expect(page.get_by_role("button", name="Play")).to_be_visible(timeout=FIRST_PAINT)


def _is_at(page: Page, slide: int, timeout: float = FIRST_PAINT) -> None:
    expect(page.get_by_role("status").get_by_text(f"{slide} of 8", exact=True)).to_be_visible(
        timeout=timeout
    )
    expect(page).to_have_url(re.compile(rf"[?&]slide={slide}$"))


def _picture(page: Page, alt: str) -> Locator:
    return page.get_by_role("img", name=re.compile(alt))


def test_arrow_keys_move_the_picture_and_the_address(page: Page, address: str) -> None:
    _open(page, address, 7)
    page.keyboard.press("ArrowRight")
    _is_at(page, 8)
    expect(_picture(page, "^Six bars")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    _is_at(page, 7)
    expect(_picture(page, "^Three points")).to_be_visible()
    page.go_back()
    _is_at(page, 8)


@pytest.mark.parametrize("attempt", range(3))
def test_a_key_pressed_the_moment_the_position_shows_is_heard(
    attempt: int, page: Page, address: str
) -> None:
    page.goto(f"{address}/slideshow?slide={3 + attempt}")
    assert becomes(
        page,
        "text => document.querySelector('main, body') && "
        "[...document.querySelectorAll('*')].some(one => one.shadowRoot?.querySelector('strong')"
        "?.textContent === text)",
        f"{3 + attempt} of 8",
    )
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    _is_at(page, 5 + attempt)


def test_home_end_and_space_move_too(page: Page, address: str) -> None:
    _open(page, address, 3)
    page.keyboard.press("End")
    _is_at(page, 8)
    page.keyboard.press("Shift+Space")
    _is_at(page, 7)
    page.keyboard.press("Home")
    expect(page.get_by_role("status").get_by_text("Opening card")).to_be_visible()
    page.keyboard.press("Space")
    _is_at(page, 1)


def test_present_fills_the_screen_and_keys_go_on(page: Page, address: str) -> None:
    _open(page, address, 3)
    page.get_by_role("button", name="Present").click()
    assert becomes(page, "() => document.fullscreenElement")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("figure").get_by_text("4 of 8")).to_be_visible()


def test_a_thumbnail_opens_its_slide_by_mouse_and_by_key(page: Page, address: str) -> None:
    _open(page, address, 2)
    page.get_by_role("button", name="Slide 5: Civilians bear the brunt").click()
    _is_at(page, 5)
    current = page.locator("button[aria-current=true]")
    expect(current).to_have_attribute("aria-label", re.compile("^Slide 5"))
    page.get_by_role("button", name=re.compile("^Slide 6")).press("Enter")
    _is_at(page, 6)
    page.get_by_role("button", name=re.compile("^Opening card")).click()
    expect(page.get_by_role("status").get_by_text("Opening card", exact=True)).to_be_visible()


def test_the_next_picture_is_fetched_before_it_is_asked_for(page: Page, address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    _open(page, address, 3)
    assert becomes(
        page,
        "() => performance.getEntriesByType('resource').filter("
        "entry => /pictures.[0-9a-f]+$/.test(entry.name)).length >= 3",
    )
    before = set(fetched)
    page.keyboard.press("ArrowRight")
    _is_at(page, 4)
    shown = _picture(page, "^Bar chart").get_attribute("src")
    assert shown is not None
    assert any(url.endswith(shown.removeprefix(address)) for url in before)


def test_the_show_plays_and_any_touch_stops_it(page: Page, address: str) -> None:
    _open(page, address, 1)
    page.get_by_role("combobox", name="Pace of the show").select_option("5")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    _is_at(page, 2, timeout=ONE_STEP)
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.mouse.click(5, 5)
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_the_show_stays_off_for_a_reader_who_asked_for_less_motion(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(FIRST_PAINT)
    page = context.new_page()
    _open(page, address, 1)
    expect(page.get_by_role("button", name="Play")).to_be_disabled()
    expect(page.get_by_text("Your system asks for less motion")).to_be_visible()
    context.close()


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Page]:
    """A tab of a telephone: narrow, and touched rather than clicked."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    context.set_default_timeout(FIRST_PAINT)
    yield context.new_page()
    context.close()


SWIPE = """
(image, across) => {
  const at = (x) => new Touch({ identifier: 1, target: image, clientX: x, clientY: 300 });
  const touch = (kind, x, active) => image.dispatchEvent(new TouchEvent(kind, {
    bubbles: true, composed: true, touches: active ? [at(x)] : [], changedTouches: [at(x)] }));
  touch('touchstart', 200, true);
  touch('touchend', 200 + across, false);
}
"""


def test_a_swipe_turns_the_picture(telephone: Page, address: str) -> None:
    _open(telephone, address, 4)
    _picture(telephone, "^Bar chart").evaluate(SWIPE, -120)
    _is_at(telephone, 5)
    _picture(telephone, "^A field").evaluate(SWIPE, 120)
    _is_at(telephone, 4)
    _picture(telephone, "^Bar chart").evaluate(SWIPE, 10)
    _is_at(telephone, 4)


def test_a_picture_address_answers_pictures_only_and_forbids_scripts(
    page: Page, address: str
) -> None:
    _open(page, address, 1)
    shown = _picture(page, "^Map of Ukraine").get_attribute("src")
    assert shown is not None
    url = shown if shown.startswith("http") else address + shown
    response = page.request.get(url)
    assert response.status == 200
    assert response.headers["content-type"] == "image/webp"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "immutable" in response.headers["cache-control"]
    for path in ("/app/static/pictures/0123456789", "/app/static/pictures/..%2fslides.csv"):
        assert page.request.get(address + path).status in (400, 404)


def test_the_handout_has_an_address_and_a_way_back(page: Page, address: str) -> None:
    page.goto(f"{address}/slideshow?slide=3")
    page.get_by_role("button", name="All slides as a handout").click()
    expect(page.get_by_text("To print this page")).to_be_visible()
    expect(page).to_have_url(re.compile("slideshow_view=handout"))
    page.reload()
    expect(page.get_by_text("To print this page")).to_be_visible(timeout=FIRST_PAINT)
    page.get_by_role("button", name="Back to the slideshow").click()
    _is_at(page, 3)
    expect(page).to_have_url(f"{address}/slideshow?slide=3")
