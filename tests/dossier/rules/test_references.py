"""Tests of dash.dossier.rules.references: an id that names nothing is refused in its cell."""

from pathlib import Path

import pandas as pd
import pytest

from dash.dossier.rules.references import ids_resolve
from dash.schema.problems import MOST_PROBLEMS
from tests import factories as make
from tests.factories import Row


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        pytest.param("quotes", make.quote(places="moon"), "places", id="no row has it"),
        pytest.param("quotes", make.quote(speaker="mayor;x"), "speaker", id="one of several"),
        pytest.param("quotes", make.quote(topic="weather"), "topic", id="no declared topic"),
        pytest.param("events", make.event(topic="rain"), "topic", id="no declared topic of events"),
        pytest.param("differences", make.difference(records="slide-9"), "records", id="no record"),
        pytest.param("events", make.event(id="hurt-many"), "id", id="an id of two tables"),
        pytest.param("actors", make.actor(affiliation="mayor"), "affiliation", id="its own side"),
        pytest.param("corrections", make.correction(record="x"), "record", id="nothing corrected"),
        pytest.param(
            "corrections", make.correction(table="slides", record="2"), "record", id="no slide"
        ),
    ],
)
def test_a_breach_is_told_in_its_cell(table: str, row: Row, column: str, tmp_path: Path) -> None:
    assert (f"{table}.csv", column) in make.refused(tmp_path, **{table: [row]})


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        pytest.param({"series": "moon"}, "series", id="no declared series"),
        pytest.param({"subset_of": "hurt-many"}, "subset_of", id="a part of itself"),
    ],
)
def test_a_breach_of_a_figure_is_told_in_its_cell(
    changes: Row, column: str, tmp_path: Path
) -> None:
    figures = [make.figure(**changes), make.context_figure()]
    assert ("figures.csv", column) in make.refused(tmp_path, figures=figures)


def test_a_longer_circle_is_found(tmp_path: Path) -> None:
    actors = [make.actor(affiliation="council"), make.actor(id="council", affiliation="mayor")]
    problems = make.dossier(tmp_path, actors=actors).problems
    assert {(problem.line, problem.column) for problem in problems} == {
        (2, "affiliation"),
        (3, "affiliation"),
    }


def test_a_circle_of_three_and_of_four_is_found_and_what_leads_into_it_is_not(
    tmp_path: Path,
) -> None:
    above = {
        "a": "b",
        "b": "c",
        "c": "a",
        "d": "e",
        "e": "f",
        "f": "g",
        "g": "d",
        "h": "a",
        "i": "h",
    }
    actors = [make.actor(id=own, affiliation=other) for own, other in above.items()]
    problems = make.dossier(tmp_path, actors=[make.actor(), *actors]).problems
    told = {problem.line for problem in problems if problem.column == "affiliation"}
    assert told == set(range(3, 10))


@pytest.mark.parametrize(
    ("table", "row", "column", "value"),
    [
        pytest.param(
            "quotes", make.quote(speaker="mayor;mayor"), "speaker", "mayor", id="a speaker twice"
        ),
        pytest.param(
            "quotes", make.quote(replies_to="Q1"), "replies_to", "Q1", id="a reply to itself"
        ),
        pytest.param(
            "differences",
            make.difference(records="Q1;hurt-many;Q1"),
            "records",
            "Q1",
            id="a record twice",
        ),
    ],
)
def test_a_reference_stands_once_and_leads_elsewhere(
    table: str, row: Row, column: str, value: str, tmp_path: Path
) -> None:
    (problem,) = make.dossier(tmp_path, **{table: [row]}).problems
    assert (problem.file, problem.column) == (f"{table}.csv", column)
    assert value in str(problem.value)


def test_what_was_meant_is_looked_up_for_the_first_problems_alone(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    wrong = [dossier.quotes.assign(places="brigde")] * (MOST_PROBLEMS + 5)
    tables = {name: dossier.table(name) for name in make.table_names()}
    tables["quotes"] = pd.concat(wrong, ignore_index=True)
    hints = [problem.hint for problem in ids_resolve(tables, dossier.story, ())]
    assert hints == ["Did you mean `bridge`?"] * MOST_PROBLEMS + [""] * 5


def test_what_was_withdrawn_may_be_corrected(tmp_path: Path) -> None:
    withdrawn = make.correction(record="", now="nothing: it was withdrawn")
    assert make.dossier(tmp_path, corrections=[withdrawn]).problems == ()


def test_a_name_in_place_of_an_id_is_told_the_id(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, quotes=[make.quote(speaker="The mayor")])
    assert [problem.hint for problem in dossier.problems] == ["Did you mean `mayor`?"]


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        (
            "crue",
            'Or declare it: write in dossier.toml a line [topics] and below it crue = "Crue".',
        ),
        ("La crue", "Or declare it: write la-crue here, and write in dossier.toml a line [topics]"),
        ("tolls", "Did you mean `toll`?"),
    ],
)
def test_an_undeclared_word_is_told_once_with_what_to_write(
    topic: str, told: str, tmp_path: Path
) -> None:
    dossier = make.dossier(
        tmp_path, events=[make.event(topic=topic)], quotes=[make.quote(topic=topic)]
    )
    (problem,) = (each for each in dossier.problems if each.column == "topic")
    assert problem.hint.startswith(told)
