"""The timeline in a browser: labels that do not collide, and a choice that the address keeps."""

import re
from itertools import combinations
from typing import TypedDict

import pytest

pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")

# isort: split
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import FIRST_PAINT

pytestmark = pytest.mark.browser

VIEWS = ["March and April 2021", "2014 to 2021"]


class Box(TypedDict):
    """Where a label stands on the screen, in pixels."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


LABELS = """() => [...document.querySelectorAll(".scatterlayer .textpoint text, .annotation-text")]
    .map(label => [label.textContent, label.getBoundingClientRect()])
    .filter(([text]) => text.trim())
    .map(([text, box]) => ({text, left: box.left, right: box.right, top: box.top,
                            bottom: box.bottom}))"""


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [1280, 390, 360])
def test_labels_neither_collide_nor_leave_the_screen(
    width: int, view: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/timeline?timeline_view={view}")
    expect(page.locator(".scatterlayer .textpoint").first).to_be_visible(timeout=FIRST_PAINT)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=FIRST_PAINT)
    boxes: list[Box] = page.evaluate(LABELS)
    context.close()
    assert len(boxes) > 25
    outside = [box["text"] for box in boxes if box["left"] < 0 or box["right"] > width]
    assert outside == []
    collisions = [
        (one["text"], other["text"]) for one, other in combinations(boxes, 2) if _meet(one, other)
    ]
    assert collisions == []


def test_a_choice_in_the_chart_opens_the_record_and_stays_in_the_address(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/timeline")
    chart = page.locator(".js-plotly-plot")
    expect(chart.locator(".textpoint").first).to_be_visible(timeout=FIRST_PAINT)
    trace = chart.locator(".scatterlayer .trace", has_text="Psaki: most since 2014")
    labels = trace.locator(".textpoint").all_text_contents()
    # The mark may lie under the band of another event: the chart finds the nearest.
    trace.locator(".point").nth(labels.index("Psaki: most since 2014")).click(force=True)
    title = "Psaki spoke of more Russian troops at the border than at any time since 2014"
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page).to_have_url(f"{address}/timeline?event=psaki-briefing")
    page.get_by_role("combobox", name="Event").fill("boy of five dies")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="A boy of five dies")).to_be_visible()
    expect(page).to_have_url(f"{address}/timeline?event=boy-dies")
    page.go_back()
    expect(page.get_by_role("heading", name=title)).to_be_visible()


def test_a_choice_outside_the_view_turns_the_view(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline?event=boy-dies")
    expect(page.get_by_role("heading", name="A boy of five dies")).to_be_visible(
        timeout=FIRST_PAINT
    )
    page.get_by_role("combobox", name="Event").fill("MH17")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Crash site of flight MH17")).to_be_visible()
    expect(page.get_by_label("Timeline, 2014 to 2021")).to_be_visible()


def _meet(one: Box, other: Box) -> bool:
    """Return whether two labels cover each other by more than the air around their letters."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 1 and down > 4


def test_an_event_without_a_date_is_opened_from_below_the_chart(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline")
    page.get_by_role("button", name="A summit of Biden and Putin").click()
    expect(page.get_by_role("heading", name="A summit of Biden and Putin")).to_be_visible()
    expect(page).to_have_url(re.compile(r"[?&]event="))
