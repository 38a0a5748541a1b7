"""Tests of dash.sharing.telling: a record in the few words that travel without its page."""

from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.problems import DossierError
from dash.sharing.addresses import KINDS, Subject, comparison, subject_of_row
from dash.sharing.telling import LONGEST_APART, LONGEST_SENTENCE, Teller
from tests import factories as make


def test_every_record_of_the_shipped_dossier_is_told_within_bounds(shipped: Dossier) -> None:
    teller, titles = Teller(shipped), list[str]()
    for kind, table in KINDS.items():
        for row in shipped.records(table):
            subject = subject_of_row(row)
            assert subject == Subject(kind, str(key_of_row(row)))
            told = teller.tell(subject)
            assert told.kind
            assert 0 < len(told.title) <= LONGEST_APART
            titles.append(told.title)
            assert 0 < len(told.sentence) <= LONGEST_SENTENCE
            assert told.cited
            assert bool(told.citation) == (
                len([one for one in told.cited if not one.compared]) == 1
            )
    # Each address has a title of its own, where a number was given more than once, too.
    assert len(set(titles)) == len(titles)


def test_a_number_is_told_with_what_it_counts_who_says_so_and_when(shipped: Dossier) -> None:
    told = Teller(shipped).tell(Subject("figure", "killed-14000"))
    assert told.words == "14,000 · People killed · Everyone (not stated)"
    assert told.lines[0] == "Ukraine, since 2014, up to when is not stated"
    assert told.sentence.startswith(f"{told.words} · {told.lines[0]}")
    assert told.sentence.endswith("13 April 2021, paragraph 10")
    nobody = Teller(shipped).tell(Subject("figure", "killed-13000"))
    assert nobody.lines[0].startswith("Nobody is named")


def test_quotation_marks_stand_around_quotations_alone(tmp_path: Path) -> None:
    quotes = [make.quote(), make.quote(id="R1", speech="paraphrase", text="They refuse.")]
    teller = Teller(make.dossier(tmp_path, quotes=quotes))
    said, reported = (teller.tell(Subject("statement", key)) for key in ("Q1", "R1"))
    assert (said.words, said.kind) == ("“We shall not pay.”", "Full quotation")
    assert (reported.words, reported.kind) == ("They refuse.", "Reported speech")
    assert "Reported speech in words of the dossier, not a quotation" in reported.lines


def test_long_words_are_cut_before_whose_they_are(tmp_path: Path) -> None:
    quotes = [make.quote(text="no " * 300 + "never", exact="no")]
    told = Teller(make.dossier(tmp_path, quotes=quotes)).tell(Subject("statement", "Q1"))
    assert len(told.sentence) <= LONGEST_SENTENCE
    assert "…” · The mayor (Mayor of Upton), May 2020 · The Paper, “Quarrel”" in told.sentence


def test_what_the_source_says_stands_beside_altered_words(tmp_path: Path) -> None:
    changed = {"check": "altered", "original_text": "We might not pay.", "original_source": "paper"}
    quotes = [make.quote(**changed)]
    told = Teller(make.dossier(tmp_path, quotes=quotes)).tell(Subject("statement", "Q1"))
    assert told.lines[-1] == "The original has: “We might not pay.”"
    (cited,) = told.cited
    assert not cited.compared
    quotes = [make.quote(**(changed | {"original_source": "report"}))]
    other = make.dossier(tmp_path / "other", quotes=quotes)
    assert [one.compared for one in Teller(other).tell(Subject("statement", "Q1")).cited] == [
        False,
        True,
    ]


def test_what_a_check_found_or_a_callout_says_is_never_cut(shipped: Dossier) -> None:
    teller = Teller(shipped)
    for quote in shipped.records("quotes"):
        told = teller.tell(Subject("statement", quote["id"])).sentence
        assert ("Check: " in told) == bool(quote["check"])
    for figure in shipped.records("figures"):
        told = teller.tell(Subject("figure", figure["id"])).sentence.casefold()
        assert (figure["callout"] or "").casefold() in told


def test_a_comparison_is_told_by_its_answer(shipped: Dossier) -> None:
    told = Teller(shipped).tell(comparison("killed-14000", "killed-13000"))
    assert told.title == "14,000 and more than 13,000: what comparing them can mean"
    assert told.words.endswith("cannot be told from what is on record.")
    (cited,) = told.cited
    assert cited.words.endswith("13 April 2021, paragraphs 10 and 26")


def test_a_difference_rests_on_the_sources_of_its_records(shipped: Dossier) -> None:
    told = Teller(shipped).tell(Subject("difference", "D29"))
    assert told.citation == ""
    assert len({one.source["id"] for one in told.cited}) == len(told.cited) > 1


def test_the_status_of_a_place_is_told_with_its_date(shipped: Dossier) -> None:
    lines = Teller(shipped).tell(Subject("place", "crimea")).lines
    assert any(line.startswith("Recognised as: Ukraine") for line in lines)
    held = "Controlled by: Russia, which annexed it in 2014 (since 2014; as of April 2021)"
    assert lines[-1].endswith(f" · {held}")


def test_what_cannot_be_read_or_is_not_there_is_raised(tmp_path: Path) -> None:
    teller = Teller(make.dossier(tmp_path, actors=[make.actor(kind="ghost")]))
    with pytest.raises(DossierError):
        teller.tell(Subject("statement", "Q1"))
    assert teller.tell(Subject("place", "bridge")).words == "The bridge"
    with pytest.raises(KeyError):
        teller.tell(Subject("slide", "9"))
