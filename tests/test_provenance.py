"""Tests of dash.provenance."""

from pathlib import Path

import pytest

from dash.provenance import (
    address_of_words,
    by_table,
    cite,
    cite_in_full,
    count_labels,
    label_of,
    resting_on,
    spell_verification,
)
from tests import factories as make


def test_a_source_is_cited_with_date_and_paragraph(tmp_path: Path) -> None:
    source = make.dossier(tmp_path).record("sources", "paper")
    assert cite(source, "P2") == "The Paper, “Quarrel”, 6 May 2020, paragraph 2"
    assert cite_in_full(source) == "The Paper, “Quarrel”, 6 May 2020. https://paper.example/1"


def test_a_source_is_cited_as_far_as_known(tmp_path: Path) -> None:
    sources = [make.source(), make.source(id="report", published="", url="", title="[A count]")]
    source = make.dossier(tmp_path, sources=sources).record("sources", "report")
    assert cite_in_full(source) == "The Paper, [A count]."
    numbered = make.changed(source, identifier="no. 7")
    assert cite_in_full(numbered) == "The Paper, [A count]. no. 7"


def test_a_label_comes_with_its_meaning() -> None:
    assert spell_verification("ART").startswith("In the story (ART): stated in the story")


def test_a_record_without_a_label_of_its_own_has_that_of_its_anchor(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    assert label_of(dossier.record("quotes", "Q1")) == "ART"
    assert label_of(dossier.record("figures", "hurt-count")) == "V"
    assert label_of(make.changed(dossier.record("actors", "mayor"), exact=None)) is None


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("more than 12", "#:~:text=more%20than%2012"),
        ("build-up, now & here", "#:~:text=build%2Dup%2C%20now%20%26%20here"),
        ("“so”", "#:~:text=%E2%80%9Cso%E2%80%9D"),
        (None, ""),
    ],
)
def test_an_address_leads_to_the_words(words: str | None, fragment: str) -> None:
    assert (
        address_of_words("https://paper.example/1", words) == f"https://paper.example/1{fragment}"
    )


def test_an_address_with_a_fragment_keeps_it() -> None:
    assert address_of_words("https://a.example/#top", "so") == "https://a.example/#top:~:text=so"


def test_records_are_found_by_their_source(tmp_path: Path) -> None:
    quote = make.quote(check="shortened", original_text="We shall not.", original_source="report")
    dossier = make.dossier(tmp_path, quotes=[quote])
    resting = resting_on(dossier)
    assert by_table(resting["report"]) == {"figures": ["hurt-count"], "quotes": ["Q1"]}
    assert [table for table, _ in resting["paper"]] == [
        *("actors", "places", "figures", "quotes", "slides", "events")
    ]


def test_labels_are_counted_by_table(tmp_path: Path) -> None:
    counts = count_labels(make.dossier(tmp_path, events=[make.event(precision="roughly")]))
    assert counts["V"] == {"figures": 1}
    assert counts["ART"] == {"actors": 1, "places": 1, "figures": 1, "quotes": 1, "slides": 1}
