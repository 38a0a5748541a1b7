"""Tests of dash.quotes."""

from pathlib import Path

import pytest

from dash.dossier import Dossier, names, record, records
from dash.quotes import said_by, speakers, spell_speakers, spell_speech, spell_statement
from tests import factories as make


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    quotes = [
        make.quote(),
        make.quote(id="R1", speech="paraphrase", text="They would not pay.", speaker=""),
        make.quote(id="R2", speaker="clerk;mayor"),
    ]
    actors = [make.actor(), make.actor(id="clerk", name="The clerk")]
    return make.dossier(tmp_path, quotes=quotes, actors=actors)


def test_only_quotations_wear_quotation_marks(dossier: Dossier) -> None:
    assert spell_statement(record(dossier.quotes, "Q1")) == "“We shall not pay.”"
    assert spell_statement(record(dossier.quotes, "R1")) == "They would not pay."
    assert "without quotation marks" in spell_speech(record(dossier.quotes, "R1"))


def test_speakers_are_named_or_said_to_be_missing(dossier: Dossier) -> None:
    named = [spell_speakers(quote, names(dossier.actors)) for quote in records(dossier.quotes)]
    assert named == ["The mayor", "speaker not named", "The clerk and The mayor"]


def test_a_speaker_finds_statements_made_alone_and_with_others(dossier: Dossier) -> None:
    assert speakers(dossier.quotes) == ["mayor", "clerk"]
    assert said_by(dossier.quotes, "mayor").index.tolist() == ["Q1", "R2"]
    assert len(said_by(dossier.quotes, None)) == 3
