"""Tests of dash.schema.respelling: what has one meaning in its row is read, and told once."""

from pathlib import Path

import pytest

from tests import factories as make


def test_words_ids_and_paragraphs_are_read_as_they_are_meant(tmp_path: Path) -> None:
    dossier = make.dossier(
        tmp_path,
        actors=[make.actor(kind="Armed force")],
        figures=[make.figure(locator="2"), make.context_figure(locator="page 3")],
        slides=[make.slide(quotes="Q1, R1")],
        quotes=[make.quote(), make.quote(id="R1", speech="paraphrase")],
    )
    assert dossier.problems == ()
    assert [actor["kind"] for actor in dossier.records("actors")] == ["armed_force"]
    assert dossier.records("slides")[0]["quotes"] == ("Q1", "R1")
    assert [figure["locator"] for figure in dossier.records("figures")] == ["P2", "page 3"]
    assert [str(hint) for hint in dossier.hints] == [
        "actors.csv: line 2, kind: read Armed force as armed_force",
        "figures.csv: line 2, locator: read 2 as P2",
        "slides.csv: line 2, quotes: read Q1, R1 as Q1;R1",
    ]


def test_a_bare_number_of_another_source_may_be_a_page(tmp_path: Path) -> None:
    (problem,) = make.dossier(
        tmp_path, figures=[make.figure(), make.context_figure(locator="3")]
    ).problems
    assert (problem.column, problem.value) == ("locator", "3")


@pytest.mark.parametrize(("unit", "sound"), [("%", True), ("people", False)])
def test_a_percentage_counts_where_that_is_its_unit(unit: str, sound: bool, tmp_path: Path) -> None:
    story = make.STORY.replace('units = ["people"]', 'units = ["people", "%"]')
    figures = [make.figure(unit=unit, low="47 %"), make.context_figure()]
    dossier = make.dossier(tmp_path, story, figures=figures)
    assert (dossier.problems == ()) is sound
    if sound:
        assert dossier.records("figures")[0]["low"] == 47
