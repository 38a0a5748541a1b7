"""Tests of the dossier that ships: its counts, links, anchors and wording."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dash.clocks import clock_of
from dash.dates import first_day
from dash.dossier.model import Dossier
from dash.schema.tables import TABLES
from dash.schema.validation import table_columns
from dash.statements.quotes import ALTERED_AROUND, is_reported, spell_check
from dash.verification.anchors import anchors
from dash.verification.coverage import cover
from dash.verification.results import spell_result
from dash.verification.verify import verify

ROOT = Path(__file__).parents[2]
# So many words in a row are a copy.
LONGEST_COPY = 8
QUOTED = re.compile(r"“[^”]*”")
# Columns that hold words of the story or of another source, as the page shows them.
COPIED = {"exact", "prefix", "suffix", "heading", "credit", "original_text"}
# What the research forbids: values known from memory alone, a misprint, and an OSCE total.
FORBIDDEN = {93902, 2084, 955, 3901}
COUNTS = {"quotes": 41, "slides": 9, "differences": 36}


def test_the_shipped_dossier_is_sound(each_shipped: Dossier) -> None:
    assert each_shipped.problems == ()
    # What had to be corrected has a row; a first edition has nothing to correct.
    assert each_shipped.absent <= {"corrections"}
    assert all(len(each_shipped.table(name)) for name in set(TABLES) - each_shipped.absent)


@pytest.mark.parametrize("table", COUNTS)
def test_nothing_of_the_story_is_left_out(table: str, shipped: Dossier) -> None:
    assert len(shipped.table(table)) == COUNTS[table]


def test_quotations_and_reported_speech_are_numbered_without_gap(shipped: Dossier) -> None:
    expected = [f"Q{n:02}" for n in range(1, 16)] + [f"R{n:02}" for n in range(1, 27)]
    assert shipped.quotes["id"].tolist() == expected


def test_a_quotation_with_subject_and_verb_is_a_clause(shipped: Dossier) -> None:
    """The rule of data/README.md, applied to all fifteen."""
    kinds = shipped.quotes[shipped.quotes["speech"] != "paraphrase"].groupby("speech")["id"]
    assert {kind: ids.tolist() for kind, ids in kinds} == {
        "verbatim": ["Q04", "Q07", "Q14", "Q15"],
        "partial": ["Q01", "Q02", "Q03", "Q06", "Q08", "Q09", "Q12", "Q13"],
        "single_word": ["Q05", "Q11"],
        "title": ["Q10"],
    }


def test_a_date_is_stated_only_where_the_paragraph_states_one(shipped: Dossier) -> None:
    """No paragraph of this article has a day in full; a weekday has to be worked out."""
    dated = shipped.quotes[shipped.quotes["date"].notna()]
    assert set(dated["date_basis"]) <= {"about", "worked_out", "elsewhere"}
    assert set(shipped.quotes.loc[["Q08", "Q09", "R17", "R18", "R19"], "date_basis"]) == {
        "elsewhere"
    }


def test_a_quotation_changed_only_around_its_words_says_so(shipped: Dossier) -> None:
    told = {
        quote["id"]
        for quote in shipped.records("quotes")
        if quote["check"] == "altered" and spell_check(quote) == ALTERED_AROUND
    }
    assert told == {"Q12"}


def test_no_figure_rests_on_memory(shipped: Dossier) -> None:
    values = shipped.figures[["low", "best", "high"]].to_numpy().ravel().tolist()
    assert not FORBIDDEN & set(values)


def test_what_became_known_later_is_never_the_storys(each_shipped: Dossier) -> None:
    shipped = each_shipped
    published = first_day(shipped.story.published)
    for row in shipped.records("figures"):
        assert not row["in_story"] or first_day(row["as_of"]) <= published, row["id"]
    for quote in shipped.records("quotes"):
        assert quote["date"] is None or first_day(quote["date"]) <= published, quote["id"]


def test_every_anchor_stands_once_in_its_paragraph(
    each_shipped: Dossier, each_article: dict[str, str]
) -> None:
    outcome = verify(anchors(each_shipped), list(each_article.values()))
    assert len(outcome.results) > 90
    assert [spell_result(result) for result in outcome.failing] == []
    assert outcome.moved == ()


def test_nothing_of_the_article_is_missing_by_accident(
    each_shipped: Dossier, each_article: dict[str, str]
) -> None:
    """Every quotation, number, date and name stands in a record or was left out on purpose."""
    outcome = verify(anchors(each_shipped), list(each_article.values()))
    coverage = cover(each_shipped, outcome)
    assert [finding.item.words for finding in coverage.open] == []
    assert coverage.unmatched == ()
    assert len(coverage.findings) > 120


def test_anchors_stand_letter_by_letter(
    each_shipped: Dossier, each_article: dict[str, str]
) -> None:
    for anchor in anchors(each_shipped):
        assert anchor.exact in each_article[f"P{anchor.paragraph}"], anchor.key


def test_quotations_are_letter_by_letter(
    each_shipped: Dossier, each_article: dict[str, str]
) -> None:
    for quote in each_shipped.records("quotes"):
        if is_reported(quote):
            continue
        assert quote["locator"] is not None
        assert quote["text"] in each_article[quote["locator"]], quote["id"]


def test_each_quotation_was_found_in_a_source_with_its_words(each_shipped: Dossier) -> None:
    """Where a check says that it agrees or was shortened, the source has the words themselves."""
    for quote in each_shipped.records("quotes"):
        if not is_reported(quote) and quote["check"] in ("agrees", "shortened"):
            found = _plain(quote["original_text"] or "")
            assert _plain(quote["text"]) in found, quote["id"]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w’']+", text.lower().replace("’", "'")))


def test_headings_and_credits_stand_as_printed(shipped: Dossier, article: dict[str, str]) -> None:
    lines = set(article.values())
    for slide in shipped.records("slides"):
        assert slide["heading"] is None or slide["heading"] in lines
        assert slide["credit"] is None or f"Image: {slide['credit']}" in lines


def test_nothing_of_ours_runs_along_with_the_article(
    shipped: Dossier, article: dict[str, str]
) -> None:
    """No eight words of the article in a row stand outside quotation marks."""
    copied = {run for line in article.values() for run in _runs(line)}
    found = {
        where: " ".join(run)
        for where, text in _own_texts(shipped)
        for part in QUOTED.split(text)
        for run in _runs(part) & copied
    }
    assert found == {}


def _own_texts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield where each text of ours stands, and the text."""
    for table in TABLES:
        columns = table_columns(table)
        for row in dossier.table(table).to_dict("records"):
            reported = row.get("speech") == "paraphrase"
            for column in columns:
                of_others = column in COPIED or (column == "text" and not reported)
                if isinstance(row[column], str) and not of_others:
                    yield f"{table} {row.get('id', row.get('number'))} {column}", row[column]
    yield from _strings("dossier.toml", dossier.story.model_dump())
    words = json.loads((ROOT / "data" / "images" / "words.json").read_text(encoding="utf-8"))
    yield from ((f"pictures, {name}", " ".join(lines)) for name, lines in words.items())


def _strings(where: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _strings(f"{where}, {key}", part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(where, part)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w’']+", text.lower().replace("’", "'"))
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


def test_the_home_page_and_the_timeline_are_furnished(each_shipped: Dossier) -> None:
    shipped, glance = each_shipped, each_shipped.story.glance
    assert 4 <= len(glance.figures) <= 6
    assert len(glance.differences) == 3
    assert glance.events
    assert shipped.events["label"].notna().all()
    placed = {topic for lane in shipped.story.lanes for topic in lane.topics}
    assert set(shipped.events["topic"]) <= placed
    # The pictures of the home page tell the rest.
    assert 50 <= len((shipped.story.summary or "").split()) <= 80
    assert len(shipped.story.questions) == 3
    assert glance.event in glance.events


def test_dates_are_plausible(shipped: Dossier) -> None:
    for table, column in (("figures", "as_of"), ("quotes", "date"), ("events", "start")):
        for cell in shipped.table(table)[column].dropna():
            assert date(2014, 1, 1) <= first_day(cell) <= date(2022, 12, 31)
