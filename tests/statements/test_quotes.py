"""Tests of dash.statements.quotes and dash.actors."""

from pathlib import Path

import pytest

from dash.actors import ActorDirectory
from dash.dossier.model import Dossier
from dash.schema.rows import Quote
from dash.statements.quotes import (
    NOBODY,
    cite_statement,
    date_order,
    printed_words,
    sides,
    source_order,
    speaker_order,
    spell_date,
    spell_statement,
)
from tests import factories as make


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    quotes = [
        make.quote(locator="P4"),
        make.quote(id="R1", speech="paraphrase", text="They would not pay.", speaker="", date=""),
        make.quote(id="R2", speaker="clerk;mayor", date="2019", date_basis="about"),
    ]
    actors = [
        make.actor(affiliation="town"),
        make.actor(id="clerk", name="The clerk", affiliation="mayor", role="Clerk"),
        make.actor(id="town", name="Upton", kind="organisation", role="Town"),
    ]
    return make.dossier(tmp_path, quotes=quotes, actors=actors)


def test_only_quotations_wear_quotation_marks(dossier: Dossier) -> None:
    assert spell_statement(dossier.record("quotes", "Q1")) == "“We shall not pay.”"
    assert spell_statement(dossier.record("quotes", "R1")) == "They would not pay."


def test_an_actor_stands_with_role_institution_and_side(dossier: Dossier) -> None:
    actors = ActorDirectory(dossier.records("actors"))
    assert actors.attribution("clerk") == "Clerk, The mayor, Upton"
    assert actors.attribution("mayor") == "Mayor of Upton, Upton"
    assert actors.attribution("town") == "Town"
    assert [sides(quote, actors) for quote in dossier.records("quotes")] == [
        ["Upton"],
        [NOBODY],
        ["Upton"],
    ]


def test_a_date_says_how_exact_it_is_and_how_it_is_known() -> None:
    def told(day: str | None, basis: str | None) -> str:
        return spell_date(make.row_of(Quote, date=day, date_basis=basis))

    assert told("2021-04-09", "about") == "about 9 April 2021"
    assert told("2021-04", None) == "April 2021"
    assert told("2021-04-09", "stated") == "9 April 2021"
    assert told("2021-04-09", "worked_out") == "9 April 2021 (worked out from the weekday)"
    assert told("2018-07-16", "elsewhere") == "16 July 2018 (date from outside the story)"
    assert told(None, None) == "date not stated"


def test_orders_put_what_is_unknown_last(dossier: Dossier) -> None:
    quotes = dossier.records("quotes")
    assert source_order(quotes) == [1, 2, 0]
    assert date_order(quotes) == [2, 0, 1]
    assert date_order(quotes, latest_first=True) == [0, 2, 1]
    assert speaker_order(quotes, ActorDirectory(dossier.records("actors"))) == [2, 0, 1]


def test_the_printed_words_are_the_quotation_or_the_anchor(dossier: Dossier) -> None:
    quote: Quote = {**dossier.record("quotes", "Q1"), "prefix": "he said", "suffix": "and left"}
    assert printed_words(quote) == "he said “We shall not pay.” and left"
    assert printed_words(dossier.record("quotes", "R1")) == "We shall not pay."


def test_a_citation_names_everything_and_calls_reported_speech_so(dossier: Dossier) -> None:
    actors = ActorDirectory(dossier.records("actors"))
    sources = {row["id"]: row for row in dossier.records("sources")}
    assert cite_statement(dossier.record("quotes", "Q1"), actors, sources) == (
        "“We shall not pay.”\n"
        "The mayor (Mayor of Upton, Upton), channel not stated, May 2020. Full quotation.\n"
        "In: The Paper, “Quarrel”, 6 May 2020, paragraph 4. Q1."
    )
    reported = cite_statement(dossier.record("quotes", "R1"), actors, sources)
    assert "“They" not in reported
    assert "Reported, not a quotation" in reported
