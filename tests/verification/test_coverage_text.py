"""Tests of dash.verification.coverage_text: coverage in words and as a table."""

from pathlib import Path

import pytest

from dash.schema.story import LeftOut
from dash.verification.anchors import anchors
from dash.verification.coverage import Coverage, cover
from dash.verification.coverage_text import (
    as_table,
    counted,
    in_context,
    next_steps,
    not_looked_for,
    spell_left_out,
    summarise,
)
from dash.verification.verify import verify
from tests import factories as make


@pytest.fixture
def coverage(tmp_path: Path) -> Coverage:
    copy = ["They quarrelled on Tuesday over 33 boats, said the mayor.", "In 34 boats, by “boat”."]
    dossier = make.dossier(tmp_path)
    return cover(dossier, verify(anchors(dossier), copy))


def test_it_is_told_how_much_is_open(coverage: Coverage) -> None:
    assert summarise(coverage).startswith("3 of 4 quotations, numbers, dates and names stand in no")
    one = Coverage(coverage.open[:1], ())
    assert summarise(one).startswith("1 of 1 quotations, numbers, dates and names stands in no")
    held = Coverage(coverage.findings[:1], ())
    assert summarise(held).startswith("Nothing is open: all 1 ")
    assert summarise(Coverage((), ())).startswith("No quotation, number, date or name was found")


def test_the_next_steps_name_the_tables_of_what_is_open(coverage: Coverage) -> None:
    steps = list(next_steps(coverage))
    assert [step.split(":")[0] for step in steps[:2]] == ["A quotation", "A number"]
    assert 'paragraphs = "P1"' in steps[2]
    assert list(next_steps(Coverage(coverage.findings[:1], ()))) == []


def test_the_table_has_a_row_for_each_thing(coverage: Coverage) -> None:
    table = as_table(coverage)
    assert list(table["Words"]) == ["Tuesday", "33", "34", "boat"]
    assert list(table["State"]) == ["recorded", "open", "open", "open"]
    counts = counted(coverage).set_index("Kind")
    assert dict(counts.loc["Numbers"]) == {"Open": 2, "Left out": 0, "Recorded": 0}


def test_a_giant_word_is_told_by_its_beginning(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    (finding,) = cover(dossier, verify([], [f"By {'9' * 5000} boats"])).open
    assert len(in_context(finding)[1]) < 200


def test_what_was_left_out_is_named_by_words_and_paragraphs() -> None:
    assert spell_left_out(LeftOut(text="two", paragraphs="P4", reason="x")) == "“two”, P4"
    assert spell_left_out(LeftOut(text="two", reason="x")) == "“two”"
    assert spell_left_out(LeftOut(paragraphs="P4-P6", reason="x")) == "P4-P6"


def test_what_is_not_looked_for_depends_on_the_language() -> None:
    assert len(not_looked_for("en")) == 1
    assert "nouns have capitals" in " ".join(not_looked_for("de"))
    assert "English, French, German, Spanish only" in " ".join(not_looked_for("sv"))
