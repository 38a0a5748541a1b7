"""A newcomer's questions, each answered within three clicks from the story."""

import re
from collections.abc import Iterator

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import FIRST_PAINT, until_drawn

pytestmark = pytest.mark.browser


def _begin(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_text("Map status")).to_be_visible()


def test_how_many_have_died_and_who_says_so(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_role("link", name="Casualties", exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name="How many were killed")).to_be_visible()
    lead = page.get_by_text("The story gives three answers")
    for words in ("14,000, says Ukraine", "nobody is named", "the UN"):
        expect(lead).to_contain_text(words)
    page.go_back()
    expect(page.get_by_role("heading", name="Where accounts part ways")).to_be_visible()


def test_where_donetsk_is_and_who_holds_it(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_role("link", name="Map", exact=True).first.click()
    page.get_by_role("combobox", name="Place").fill("Donetsk")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Donetsk", exact=True)).to_be_visible()
    expect(page.get_by_text("Recognised as: Ukraine")).to_be_visible()
    expect(page.get_by_text("Controlled by: Russian-backed separatists")).to_be_visible()


def test_whether_russia_agreed_to_a_summit(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_role("link", name="A summit was proposed").click()
    # The home page says the sentence below, too: only the heading tells that it was left.
    expect(page.get_by_role("heading", name="A summit was proposed")).to_be_visible()
    expect(page.get_by_text("Silence is neither a yes nor a no.")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Where accounts part ways")).to_be_visible()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """The home page on a phone that is touched."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    context.set_default_timeout(FIRST_PAINT)
    page = context.new_page()
    page.goto(address)
    until_drawn(page)
    yield page
    context.close()


def _top(shown: Locator) -> float:
    """Return how far below the screen's upper edge something is."""
    expect(shown).to_be_visible(timeout=FIRST_PAINT)
    box = shown.bounding_box()
    assert box is not None
    return box["y"]


def test_on_a_phone_how_many_were_killed_is_on_the_first_screen_its_record_one_tap(
    phone: Page,
) -> None:
    answer = phone.get_by_role("link", name="14,000 killed, according to Ukraine")
    assert _top(answer) < 844
    answer.tap()
    record = phone.get_by_role("dialog")
    expect(record.get_by_text("Who says so: Ukraine")).to_be_visible(timeout=FIRST_PAINT)


def test_on_a_phone_whose_crimea_is_takes_one_tap_its_record_two(phone: Page) -> None:
    phone.get_by_role("link", name="See who says how many").tap()
    status = phone.get_by_text("Crimea: annexed by Russia in 2014").first
    assert _top(status) < 844
    phone.get_by_role("radio", name="Crimea").tap()
    record = phone.get_by_role("heading", name="Crimea", exact=True)
    expect(record).to_be_visible(timeout=FIRST_PAINT)
    expect(phone.get_by_text("Recognised as: Ukraine")).to_be_visible()


def test_on_a_phone_whether_russia_agreed_takes_no_tap_its_record_one(phone: Page) -> None:
    expect(phone.get_by_text("Not said: whether Putin agreed.")).to_be_visible()
    phone.get_by_role("link", name="See both sides").tap()
    expect(phone).to_have_url(re.compile("difference="), timeout=FIRST_PAINT)
    expect(phone.get_by_role("heading", name="A summit was proposed")).to_be_visible()
