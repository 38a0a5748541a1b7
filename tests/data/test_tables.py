"""Tests of the dossier that ships: its counts, links, anchors and wording."""

import re
from datetime import date

import pytest

from dash.clocks import clock_of
from dash.dates import first_day
from dash.dossier.model import Dossier
from dash.schema.tables import TABLES
from dash.statements.quotes import is_reported
from dash.verification.anchors import anchors
from dash.verification.results import spell_result
from dash.verification.verify import verify

LONGEST_COPY = 12
# What the research forbids: values known from memory alone, a misprint, and an OSCE total.
FORBIDDEN = {93902, 2084, 955, 3901}
OWN_WORDS = ("title", "note", "caption", "explanation", "role", "role_in_story", "text", "alt")
COUNTS = {"quotes": 41, "slides": 9, "differences": 27}


def test_the_shipped_dossier_is_sound(shipped: Dossier) -> None:
    assert shipped.problems == ()
    assert all(len(shipped.table(name)) for name in TABLES)


@pytest.mark.parametrize("table", COUNTS)
def test_nothing_of_the_story_is_left_out(table: str, shipped: Dossier) -> None:
    assert len(shipped.table(table)) == COUNTS[table]


def test_quotations_and_reported_speech_are_numbered_without_gap(shipped: Dossier) -> None:
    expected = [f"Q{n:02}" for n in range(1, 16)] + [f"R{n:02}" for n in range(1, 27)]
    assert shipped.quotes["id"].tolist() == expected


def test_no_figure_rests_on_memory(shipped: Dossier) -> None:
    values = shipped.figures[["low", "best", "high"]].to_numpy().ravel().tolist()
    assert not FORBIDDEN & set(values)


def test_what_became_known_later_is_never_the_storys(shipped: Dossier) -> None:
    published = first_day(shipped.story.published)
    for row in shipped.records("figures"):
        assert not row["in_story"] or first_day(row["as_of"]) <= published, row["id"]
    for quote in shipped.records("quotes"):
        assert quote["date"] is None or first_day(quote["date"]) <= published, quote["id"]


def test_every_anchor_stands_once_in_its_paragraph(
    shipped: Dossier, article: dict[str, str]
) -> None:
    outcome = verify(anchors(shipped), list(article.values()))
    assert len(outcome.results) > 150
    assert [spell_result(result) for result in outcome.failing] == []
    assert outcome.moved == ()


def test_anchors_stand_letter_by_letter(shipped: Dossier, article: dict[str, str]) -> None:
    for anchor in anchors(shipped):
        assert anchor.exact in article[f"P{anchor.paragraph}"], anchor.key


def test_quotations_are_letter_by_letter(shipped: Dossier, article: dict[str, str]) -> None:
    for quote in shipped.records("quotes"):
        if is_reported(quote):
            continue
        assert quote["locator"] is not None
        assert quote["text"] in article[quote["locator"]], quote["id"]


def test_headings_and_credits_stand_as_printed(shipped: Dossier, article: dict[str, str]) -> None:
    lines = set(article.values())
    for slide in shipped.records("slides"):
        assert slide["heading"] is None or slide["heading"] in lines
        assert slide["credit"] is None or f"Image: {slide['credit']}" in lines


def test_nothing_else_copies_the_articles_sentences(
    shipped: Dossier, article: dict[str, str]
) -> None:
    runs = {run for line in article.values() for run in _runs(line)}
    own = {
        f"{table} {row.get('id', row.get('number'))} {column}": _runs(str(row[column]))
        for table in TABLES
        for row in shipped.table(table).to_dict("records")
        for column in (
            "title",
            "label",
            "note",
            "caption",
            "explanation",
            "role",
            "role_in_story",
            "text",
            "alt",
        )
        if isinstance(row.get(column), str)
        and not (column == "text" and row["speech"] != "paraphrase")
    }
    own["summary"] = _runs(shipped.story.summary)
    assert [where for where, text in own.items() if text & runs] == []


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + LONGEST_COPY]) for i in range(len(words) - LONGEST_COPY + 1)}


def test_relative_dates_agree_with_their_clock(shipped: Dossier, article: dict[str, str]) -> None:
    """A weekday in the anchor of an event is the weekday of its date, near its clock."""
    weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    checked = 0
    for event in (row for row in shipped.records("events") if row["relative"]):
        assert event["locator"]
        assert event["exact"]
        assert event["start"]
        clock = clock_of(shipped.story, event["locator"])
        assert clock is not None
        assert event["exact"] in article[event["locator"]]
        for number, weekday in enumerate(weekdays):
            if weekday in event["exact"]:
                day = first_day(event["start"])
                assert day.weekday() == number, event["id"]
                assert abs((day - first_day(clock.date)).days) < 7, event["id"]
                checked += 1
    assert checked >= 5


def test_the_home_page_and_the_timeline_are_furnished(shipped: Dossier) -> None:
    glance = shipped.story.glance
    assert 4 <= len(glance.figures) <= 6
    assert len(glance.differences) == 3
    assert glance.events
    assert shipped.events["label"].notna().all()
    placed = {topic for lane in shipped.story.lanes for topic in lane.topics}
    assert set(shipped.events["topic"]) <= placed
    assert 120 <= len(shipped.story.summary.split()) <= 165


def test_dates_are_plausible(shipped: Dossier) -> None:
    for table, column in (("figures", "as_of"), ("quotes", "date"), ("events", "start")):
        for cell in shipped.table(table)[column].dropna():
            assert date(2014, 1, 1) <= first_day(cell) <= date(2022, 12, 31)
