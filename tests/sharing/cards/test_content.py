"""Tests of what a card says of a record."""

from pathlib import Path

import pytest

from dash.dossier.loaders import open_dossier
from dash.dossier.model import Dossier
from dash.figures.comparability import compare
from dash.figures.comparison_text import sentences
from dash.figures.context import context_of
from dash.schema.problems import DossierError
from dash.sharing.addresses import KINDS, Subject, comparison
from dash.sharing.cards.content import CardMaker, whole_sentences
from dash.sharing.cards.drawing import alt_of
from tests import factories
from tests.factories import context_figure, figure, place, quote
from tests.sharing.cards.cards import drawn, maker, words

STATEMENT, FIGURE = Subject("statement", "Q1"), Subject("figure", "hurt-many")


def test_a_statement_has_its_words_who_when_source_and_address(tmp_path: Path) -> None:
    said = words(drawn(tmp_path, STATEMENT))
    for part in (
        "Full quotation",
        "Not compared",
        "“We shall not pay.”",
        "The mayor, Mayor of Upton",
        "May 2020",
        "The Paper, “Quarrel”, 6 May 2020, paragraph 3",
        "A quarrel over a bridge",
        "news.example/record",
    ):
        assert part in said


def test_reported_speech_is_told_from_a_quotation(tmp_path: Path) -> None:
    row = quote(speech="paraphrase", text="The town will not pay.", speaker="")
    said = words(drawn(tmp_path, STATEMENT, quotes=[row]))
    assert "Reported speech, in our words" in said
    assert "“The town" not in said
    assert "Speaker not named in the story" in said


def test_a_figure_never_stands_without_what_who_and_when(tmp_path: Path) -> None:
    said = words(drawn(tmp_path, FIGURE))
    for part in (
        "more than 12",
        "People hurt · Everyone",
        "The mayor",
        "2020 to 6 May 2020",
        "claimed without a method",
        "In the story",
    ):
        assert part in said


def test_what_a_source_leaves_open_is_told(tmp_path: Path) -> None:
    row = figure(supplied="as_of;population", claimant="", evidence="unattributed")
    said = words(drawn(tmp_path, FIGURE, figures=[row, context_figure()]))
    assert "Everyone (not stated)" in said
    assert "since 2020, up to when is not stated" in said
    assert "Nobody is named for it" in said


def test_a_figure_that_was_replaced_says_so(tmp_path: Path) -> None:
    newer = context_figure(replaces="hurt-many", stated_on="2020-05-06", note="corrected")
    said = words(drawn(tmp_path, FIGURE, figures=[figure(), newer]))
    assert "No longer stands. In its place: 10 to 14" in said


def test_a_comparison_gives_the_verdict_of_the_page(tmp_path: Path) -> None:
    made = maker(tmp_path)
    card = made.card(comparison("hurt-many", "hurt-count"))
    context = context_of(made._dossier)
    first, second = context.figure("hurt-many"), context.figure("hurt-count")
    assert sentences(compare(first, second, context), context)[0] in alt_of(card)
    assert "more than 12" in alt_of(card)
    assert "10 to 14" in alt_of(card)
    assert "The Paper" in card.source
    assert "Count" in card.source


def test_who_recognises_and_who_holds_a_place_are_two_facts(tmp_path: Path) -> None:
    row = place(
        recognised_as="Upton", controlled_by="Downton", controlled_since="2014", as_of="2020-05"
    )
    said = words(drawn(tmp_path, Subject("place", "bridge"), places=[row]))
    assert "Recognised as: Upton" in said
    assert "Controlled by: Downton" in said
    assert "Controlled since 2014 · as of May 2020" in said


def test_half_a_sentence_is_no_explanation() -> None:
    text = "Nobody counted. They guessed, each for himself. " + "And so on " * 60
    assert whole_sentences(text) == "Nobody counted. They guessed, each for himself."
    assert whole_sentences("word " * 900) == ""


def test_every_record_of_the_dossier_that_ships_has_a_card(shipped: Dossier) -> None:
    made = CardMaker(shipped, "version")
    for kind, column in (("statement", "text"), ("event", "title"), ("difference", "title")):
        for row in shipped.table(KINDS[kind]).to_dict("records"):
            assert row[column][:60] in alt_of(made.card(Subject(kind, row["id"])))


def test_what_is_not_there_has_no_card(tmp_path: Path) -> None:
    made = maker(tmp_path)
    for subject in (
        Subject("statement", "Q9"),
        Subject("actor", "mayor"),
        Subject("slide", "one"),
        comparison("hurt-many", "hurt-many"),
    ):
        with pytest.raises(KeyError):
            made.card(subject)


def test_a_broken_table_is_no_missing_record(tmp_path: Path) -> None:
    folder = factories.write(tmp_path / "broken", quotes=[quote(topic="nothing")])
    with pytest.raises(DossierError):
        CardMaker(open_dossier(folder)).card(STATEMENT)
