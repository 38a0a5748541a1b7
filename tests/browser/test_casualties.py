"""What only a browser can tell of /casualties: marks to click, links, the way back, a phone."""

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import FIRST_PAINT

pytestmark = pytest.mark.browser

# Pixels: what is narrower is a phone; how far down the first mark is at most, by a phone's width.
NARROW, FIRST_MARK = 640, {320: 760, 390: 640}


def test_a_row_opens_its_record_and_closing_forgets_it(page: Page, address: str) -> None:
    page.goto(f"{address}/casualties")
    row = page.get_by_role("button", name="14,000 Ukraine, in the story")
    row.click(timeout=FIRST_PAINT)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_text("To cite it:")).to_be_visible()
    assert page.url.endswith("figure=killed-14000")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.wait_for_url(lambda url: "figure=" not in url)


def test_a_pair_stands_in_the_address_and_the_way_back_leads_back(page: Page, address: str) -> None:
    page.goto(f"{address}/casualties?compare_a=killed-14000&compare_b=killed-13000")
    answer = page.get_by_text("14,000 and more than 13,000: whether they count the same cannot be")
    expect(answer).to_be_visible(timeout=FIRST_PAINT)
    page.get_by_role("button", name="3,300 and 14,000").click()
    other = page.get_by_text("3,300 and 14,000: whether they count the same cannot be told")
    expect(other).to_be_visible()
    page.wait_for_url(lambda url: "compare_a=civilians-3300" in url)
    page.go_back()
    expect(answer).to_be_visible()


def test_a_record_leads_to_its_whole_and_to_a_comparison(page: Page, address: str) -> None:
    page.goto(f"{address}/casualties?figure=ucdp-2014-07")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="4,275 to 5,067").click(timeout=FIRST_PAINT)
    page.wait_for_url(lambda url: url.endswith("figure=ucdp-2014"))
    expect(dialog.get_by_role("heading", name="4,275 to 5,067")).to_be_visible()
    dialog.get_by_role("button", name="Compare it with another").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("The first figure")).to_be_visible()
    page.wait_for_url(lambda url: "compare_a=ucdp-2014" in url and "figure=" not in url)


def test_leaving_the_comparison_leaves_its_figures(page: Page, address: str) -> None:
    page.goto(f"{address}/casualties?compare_a=killed-14000&compare_b=killed-13000")
    expect(page.get_by_text("count the same cannot be told")).to_be_visible(timeout=FIRST_PAINT)
    page.get_by_role("radio", name="Over time").or_(
        page.get_by_role("button", name="Over time")
    ).click()
    expect(page.get_by_text("Each total counts from the beginning")).to_be_visible()
    page.wait_for_url(lambda url: "compare_a" not in url)


def test_page_and_filter_stand_in_the_address_and_go_back(page: Page, address: str) -> None:
    page.goto(f"{address}/casualties?figures_context=All+on+record")
    page.get_by_role("button", name="Next page").click(timeout=FIRST_PAINT)
    page.wait_for_url("**figures_page=2*")
    page.get_by_text("Counted over a month or less").click()
    page.wait_for_url(lambda url: "figures_length=" in url and "figures_page" not in url)
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("combobox", name="Among whom").fill("Civ")
    page.get_by_role("option", name="Civilians", exact=True).click()
    page.wait_for_url("**figures_population=Civilians*")
    left = page.get_by_text("The filter leaves")
    expect(left).to_be_visible()
    page.get_by_text("How many were killed, and who says so").click()
    expect(page.get_by_role("combobox", name="Among whom")).to_have_count(0)
    expect(left).to_be_visible()
    page.reload()
    expect(left).to_be_visible(timeout=FIRST_PAINT)
    page.go_back()
    expect(left).to_have_count(0)
    page.wait_for_url(lambda url: "figures_population" not in url)


def test_the_table_opens_and_is_a_file(page: Page, address: str) -> None:
    page.goto(f"{address}/casualties?figures_view=Over+time")
    page.get_by_text("The same as a table").click(timeout=FIRST_PAINT)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download this table (CSV)").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "more than 13,000" in text
    assert text.startswith("Number,Low,Best,High")


@pytest.mark.parametrize(("width", "highest"), [(320, 96), (390, 90), (1280, 44), (1920, 44)])
def test_label_track_and_number_are_one_row(
    width: int, highest: int, page: Page, address: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/casualties")
    rows = page.get_by_role("button").filter(has=page.locator("em"))
    expect(rows.first).to_be_visible(timeout=FIRST_PAINT)
    _assert_choices_leave_the_rows_their_place(page, rows.first, width)
    for row in rows.all():
        button, number = row.bounding_box(), row.locator("em").bounding_box()
        words = row.locator("strong").bounding_box()
        assert button
        assert number
        assert words
        assert button["width"] <= 760
        assert round(button["height"]) <= highest
        assert number["x"] + number["width"] <= button["x"] + button["width"] + 1
        assert button["y"] <= number["y"] <= button["y"] + button["height"] - number["height"]
        beside = words["x"] + words["width"] <= number["x"]
        assert beside or words["y"] + words["height"] <= number["y"]


def _assert_choices_leave_the_rows_their_place(page: Page, row: Locator, width: int) -> None:
    """On a phone a figure is drawn on the first screen; where there is room, choices are beside."""
    number, choice = (
        row.locator("em").bounding_box(),
        page.get_by_text("Filter", exact=True).bounding_box(),
    )
    assert number
    assert choice
    if width < NARROW:
        assert number["y"] <= FIRST_MARK[width]
        assert choice["y"] > number["y"]
    else:
        assert choice["x"] > number["x"] + number["width"]


def test_a_mark_stands_on_the_scale_where_its_number_is(page: Page, address: str) -> None:
    page.goto(f"{address}/casualties")
    row = page.get_by_role("button", name="14,000 Ukraine, in the story")
    number = row.locator("em")
    expect(number).to_be_visible(timeout=FIRST_PAINT)
    zero, end = (page.get_by_text(words, exact=True).first for words in ("0", "10,000"))
    middles = [_middle(tick) for tick in (zero, end)]
    box = number.bounding_box()
    assert box
    share = (box["x"] - middles[0]) / (middles[1] - middles[0])
    assert share == pytest.approx(1.4, abs=0.01)


def _middle(tick: Locator) -> float:
    box = tick.bounding_box()
    assert box
    return box["x"] + box["width"] / 2
