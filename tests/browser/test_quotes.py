"""What only a browser can tell of /quotes: clicks, addresses, the back button, a phone."""

import json
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import FIRST_PAINT, until_run
from tests.screenshots import settle

pytestmark = pytest.mark.browser


# Pixels between the heads of two statements at 1280 pixels: three lines, Details, and air.
# Pixels: a row of one line each, and one whose words, and the source's, take several lines.
USUAL_HEIGHT, MOST_HIGH = 115, 160
# The labels whose letters reach out of the window, or of a box around them that clips.
CUT = """() => {
  const page = document.querySelector('.st-key-quotes');
  const letters = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const cut = [];
  for (let node = letters.nextNode(); node; node = letters.nextNode()) {
    const label = node.parentElement.closest('a, button, summary, label, h2, h3, p');
    if (!label || !label.checkVisibility() || node.parentElement.closest('[aria-hidden]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (text.right > window.innerWidth + 1) cut.push(label.textContent);
    for (let box = node.parentElement; box !== page; box = box.parentElement) {
      const clips = getComputedStyle(box).overflowX !== 'visible';
      const edge = box.getBoundingClientRect();
      if (clips && edge.width > 1 && text.right > edge.right + 1) cut.push(label.textContent);
    }
  }
  return cut;
}"""


def _count(page: Page, told: str) -> Locator:
    return page.get_by_text(told, exact=True)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_text("Source: Deutsche Welle")).to_be_visible(timeout=FIRST_PAINT)


def test_search_filters_and_pages_stand_in_the_address_and_go_back(
    page: Page, address: str
) -> None:
    _open(page, f"{address}/quotes")
    page.get_by_role("button", name="Next page").click()
    page.wait_for_url("**/quotes?quotes_page=2")
    page.get_by_role("textbox", name="Search").fill("russia")
    page.keyboard.press("Enter")
    page.wait_for_url("**/quotes?quotes_search=russia")
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("combobox", name="Side").fill("Ukr")
    page.get_by_role("option", name="Ukraine", exact=True).click()
    page.wait_for_url("**quotes_side=Ukraine")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url("**/quotes")
    expect(_count(page, "41 statements")).to_be_visible()
    page.go_back()
    page.wait_for_url("**quotes_side=Ukraine")
    expect(page.get_by_text("side: Ukraine")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("textbox", name="Search")).to_have_value("russia")
    expect(page).to_have_url(f"{address}/quotes?quotes_search=russia")
    page.go_back()
    expect(page).to_have_url(f"{address}/quotes?quotes_page=2")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("")


def test_the_bent_quotations_are_one_click_away_by_mouse_and_by_key(
    page: Page, address: str
) -> None:
    _open(page, f"{address}/quotes")
    altered = page.get_by_role("button", name="Altered 7")
    altered.click()
    page.wait_for_url("**/quotes?quotes_check=Altered")
    expect(_count(page, "7 of 41 statements")).to_be_visible()
    expect(page.get_by_role("strong").get_by_text("remain stalled")).to_be_visible()
    expect(page.get_by_role("deletion").get_by_text("would likely")).to_be_visible()
    altered.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/quotes")
    expect(_count(page, "41 statements")).to_be_visible()


def test_a_changed_count_stands_in_a_live_region(page: Page, address: str) -> None:
    _open(page, f"{address}/quotes")
    status = page.get_by_role("status").get_by_role("heading", level=2)
    expect(status).to_have_text("41 statements")
    page.get_by_role("textbox", name="Search").fill("stalled")
    page.keyboard.press("Enter")
    expect(status).to_have_text("1 of 41 statements")


def test_no_chart_library_is_loaded(page: Page, address: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    for view in ("Browse", "Exchange", "Where accounts differ"):
        _open(page, f"{address}/quotes?quotes_view={view}")
    heavy = [url for url in requests if "plotly" in url.lower() or "dataframe" in url.lower()]
    assert requests
    assert heavy == []


def test_a_row_is_low_and_its_details_open_by_key(page: Page, address: str) -> None:
    _open(page, f"{address}/quotes?quotes_check=Altered")
    rows = page.locator(".st-key-quotes_list h3")
    expect(rows).to_have_count(7)
    # Until its letters are there, a line may break once more.
    settle(page)
    tops = [rows.nth(number).bounding_box() for number in range(7)]
    heights = [after["y"] - row["y"] for row, after in pairwise(tops) if row and after]
    assert median(heights) <= USUAL_HEIGHT
    assert max(heights) <= MOST_HIGH
    details = page.get_by_text("Details of Q12", exact=True)
    expect(page.get_by_text("Changed: “will” in the source")).to_have_count(0)
    page.locator("summary", has=details).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Changed: “will” in the source")).to_be_visible()


def test_a_statement_opens_alone_and_leads_back_to_all(page: Page, address: str) -> None:
    _open(page, f"{address}/quotes?quotes_search=stalled")
    page.get_by_text("Details of Q13", exact=True).click()
    cited = page.get_by_test_id("stCode")
    expect(cited).to_contain_text(f"{address}/quotes?quote=Q13", timeout=FIRST_PAINT)
    expect(cited).to_contain_text("paragraph 48")
    # What comes last moves what is clicked.
    until_run(page)
    page.get_by_role("button", name="Q13 alone").click()
    page.wait_for_url("**/quotes?quotes_search=stalled&quote=Q13")
    expect(page.get_by_role("heading", name="Word by word")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Word by word")).to_be_visible(timeout=FIRST_PAINT)
    page.get_by_role("button", name="Back to the statements").click()
    expect(page.get_by_role("textbox", name="Search")).to_have_value("stalled")
    expect(page).to_have_url(f"{address}/quotes?quotes_search=stalled")


def test_a_topic_is_chosen_by_the_sides_that_speak_on_it(page: Page, address: str) -> None:
    _open(page, f"{address}/quotes?quotes_view=Exchange")
    page.get_by_text("Provocations", exact=True).click()
    page.wait_for_url("**quotes_exchange=Provocations*")
    expect(page.get_by_role("heading", name="OSCE", level=2)).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280, 1920])
@pytest.mark.parametrize(
    "query", ["", "quotes_view=Exchange", "quotes_view=Where accounts differ", "quote=Q13"]
)
def test_no_label_is_cut(query: str, width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.set_default_timeout(FIRST_PAINT)
    page = context.new_page()
    _open(page, f"{address}/quotes?{query}")
    expect(page.get_by_role("heading", level=3).first).to_be_visible()
    settle(page)
    assert page.evaluate(CUT) == []
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") == 0
    context.close()


def test_links_between_records_of_this_page_open_them(page: Page, address: str) -> None:
    _open(page, f"{address}/quotes?difference=D19")
    page.get_by_role("button", name="destabilization efforts").click()
    page.wait_for_url("**/quotes?quote=Q13")
    page.get_by_role("button", name="Two missing words").click()
    page.wait_for_url("**/quotes?difference=D19")
    page.go_back()
    page.wait_for_url("**/quotes?quote=Q13")
    expect(page.get_by_role("heading", name="Word by word")).to_be_visible()


def test_the_filtered_statements_can_be_downloaded(
    page: Page, address: str, tmp_path: Path
) -> None:
    _open(page, f"{address}/quotes?quotes_side=Germany")
    page.get_by_role("button", name="Download 1 statement").click()
    for label, ending in (("CSV", "csv"), ("JSON", "json"), ("JSON-LD (schema.org)", "jsonld")):
        with page.expect_download() as download:
            page.get_by_role("button", name=label, exact=True).click()
        file = tmp_path / f"statements.{ending}"
        download.value.save_as(file)
        assert download.value.suggested_filename == file.name
        assert "Maas" in file.read_text(encoding="utf-8")
    (claim,) = json.loads(file.read_text(encoding="utf-8"))["@graph"]
    assert claim["@type"] == "Claim"


def test_on_a_phone_the_first_statement_is_on_the_first_screen(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(FIRST_PAINT)
    page = context.new_page()
    _open(page, f"{address}/quotes")
    expect(page.get_by_role("heading", level=3).first).to_be_in_viewport(ratio=1)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") == 0
    context.close()
