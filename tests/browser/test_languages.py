"""A dossier in a language written from right to left, in a browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import expect

from tests import airport
from tests.browser.conftest import until_drawn
from tests.serving import serve

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
TITLE, SUMMARY = "مطار يفتح أخيرا", "افتتح مطار بعد تسع سنوات من الموعد."


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that shows the airport's story in Arabic."""
    folder: Path = tmp_path_factory.mktemp("arabic")
    story = airport.STORY.replace('language = "en"', 'language = "ar"')
    story = story.replace("An airport opens at last", TITLE)
    story = story.replace("An airport opens nine years late.", SUMMARY)
    airport.write(folder / "dossier", story)
    with serve(folder / "server.log", DOSSIER=str(folder / "dossier")) as address:
        yield address


def test_the_storys_words_run_from_right_to_left_and_the_interface_does_not(
    page: "Page", arabic: str
) -> None:
    page.goto(arabic)
    until_drawn(page)
    for words in (page.locator("h1"), page.get_by_text(SUMMARY)):
        assert words.evaluate("e => [e.lang, getComputedStyle(e).direction]") == ["ar", "rtl"]
    heading = page.get_by_role("heading", name="What happened when")
    assert heading.evaluate("e => [e.lang, getComputedStyle(e).direction]") == ["", "ltr"]


def test_the_storys_words_say_their_language_in_english_letters_too(
    page: "Page", arabic: str
) -> None:
    page.goto(f"{arabic}/quotes")
    expect(page.locator("h3", has_text="We shall not pay")).to_have_attribute("lang", "ar")
    page.goto(f"{arabic}/timeline?event=opening")
    for words in (page.locator("h2", has_text="It opens"), page.locator("button .what").first):
        expect(words).to_have_attribute("lang", "ar")
    assert page.locator("h1").evaluate("e => e.closest('[lang]').lang") == "en"
