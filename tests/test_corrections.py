"""Tests of corrections in words."""

from pathlib import Path

from dash.corrections import corrections_of, latest_first, name_record, spell_correction
from dash.dossier.model import Dossier
from tests import factories as make


def test_a_correction_says_when_what_was_and_what_is(tmp_path: Path) -> None:
    (row,) = make.dossier(tmp_path).corrections
    told = "Corrected on 1 June 2020. It was: a dozen Now: more than a dozen"
    assert spell_correction(row) == told
    assert name_record(row) == "figure hurt-many"


def test_one_of_a_withdrawn_record_names_its_kind(tmp_path: Path) -> None:
    rows = [make.correction(record="", table=table, id=table) for table in ("events", "places")]
    named = [name_record(row) for row in make.dossier(tmp_path, corrections=rows).corrections]
    assert named == ["an event that was withdrawn", "a place that was withdrawn"]


def test_a_record_has_its_own_the_latest_first(tmp_path: Path) -> None:
    rows = [
        make.correction(),
        make.correction(id="C2", date="2020-07-01"),
        make.correction(id="C3", table="slides", record="1"),
    ]
    dossier = make.dossier(tmp_path, corrections=rows)
    assert [row["id"] for row in corrections_of(dossier, "figures", "hurt-many")] == ["C2", "C1"]
    assert [row["id"] for row in corrections_of(dossier, "slides", 1)] == ["C3"]
    assert corrections_of(dossier, "quotes", "hurt-many") == []


def test_a_broken_table_has_none(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, corrections=[make.correction(date="2020")])
    assert corrections_of(dossier, "figures", "hurt-many") == []


def test_those_of_the_dossier_that_ships_are_sentences(shipped: Dossier) -> None:
    assert latest_first(shipped)
    for row in shipped.corrections:
        assert row["was"].endswith(".")
        assert row["now"].endswith(".")
