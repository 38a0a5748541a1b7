"""Tests of dash.dossier.rules.records: what a record must show, and does not, is told."""

from pathlib import Path

import pytest

from tests import factories as make
from tests.factories import Row


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        pytest.param("events", make.event(exact=""), "exact", id="no anchor"),
        pytest.param("events", make.event(in_story="false"), "verification", id="not the story's"),
        pytest.param("places", make.place(latitude=""), "latitude", id="half a point"),
        pytest.param(
            "quotes",
            make.quote(speech="paraphrase", text="They will “never” pay."),
            "text",
            id="a paraphrase in quotation marks",
        ),
        pytest.param("quotes", make.quote(exact="shall pay"), "exact", id="other words"),
        pytest.param(
            "quotes",
            make.quote(check="altered", original_source="paper"),
            "original_text",
            id="an alteration without its original",
        ),
        pytest.param(
            "slides", make.slide(image="bridge.webp"), "alt", id="a picture not described"
        ),
    ],
)
def test_a_breach_is_told_in_its_cell(table: str, row: Row, column: str, tmp_path: Path) -> None:
    assert (f"{table}.csv", column) in make.refused(tmp_path, **{table: [row]})


def test_a_figure_of_the_story_is_anchored(tmp_path: Path) -> None:
    figures = [make.figure(exact=""), make.context_figure()]
    assert ("figures.csv", "exact") in make.refused(tmp_path, figures=figures)


def test_a_row_without_any_anchor_is_one_problem(tmp_path: Path) -> None:
    (problem,) = make.dossier(tmp_path, events=[make.event(locator="", exact="")]).problems
    assert (problem.column, problem.expected) == (
        "locator",
        "a paragraph of the story: P10; and its words in exact",
    )


def test_pages_are_for_other_sources_than_the_story(tmp_path: Path) -> None:
    outside = make.context_figure(locator="page 3")
    assert make.dossier(tmp_path / "a", figures=[make.figure(), outside]).problems == ()
    (problem,) = make.dossier(tmp_path / "b", events=[make.event(locator="page 3")]).problems
    assert problem.column == "locator"
