"""Tests of the rules for the home page's questions."""

from pathlib import Path

import pytest

from tests import factories as make

STRIP = 'title = "How many?"\nkind = "strip"\nrecords = ["hurt-many", "hurt-count"]\n'
SAID = 'title = "Who pays?"\nkind = "statements"\nrecords = ["Q1"]\n'
MAP = 'title = "Where?"\nkind = "map"\nrecords = ["hurt-many"]\n'


def _problems(folder: Path, question: str) -> set[tuple[str | None, str | None]]:
    dossier = make.dossier(folder, f"{make.STORY}\n[[questions]]\n{question}")
    return {(problem.column, problem.value) for problem in dossier.problems}


@pytest.mark.parametrize(
    "question",
    [
        STRIP,
        SAID + 'unsaid = "who pays"\ndifference = "D1"\n',
        MAP + "bounds = [1.0, 2.0, 3.0, 4.0]\n",
    ],
)
def test_a_sound_question_passes(question: str, tmp_path: Path) -> None:
    assert _problems(tmp_path, question) == set()


@pytest.mark.parametrize(
    ("question", "column", "value"),
    [
        (STRIP.replace("hurt-count", "nobody"), "questions.records", "nobody"),
        (SAID.replace("Q1", "hurt-many"), "questions.records", "hurt-many"),
        (SAID + 'difference = "D9"\n', "questions.difference", "D9"),
        (STRIP + 'unsaid = "why"\n', "questions.unsaid", "why"),
        (SAID + "bounds = [1.0, 2.0, 3.0, 4.0]\n", "questions.bounds", "(1.0, 2.0, 3.0, 4.0)"),
        (MAP + "bounds = [3.0, 2.0, 1.0, 4.0]\n", "questions.bounds", "(3.0, 2.0, 1.0, 4.0)"),
    ],
)
def test_what_a_question_cannot_have_is_a_problem(
    question: str, column: str, value: str, tmp_path: Path
) -> None:
    assert _problems(tmp_path, question) == {(column, value)}


def test_a_picture_has_one_scale(tmp_path: Path) -> None:
    story = make.STORY + '\n[measures.boats]\nlabel = "Boats"\nunits = ["boats"]\n'
    boats = make.figure(id="boats", measure="boats", unit="boats", population="")
    question = STRIP.replace("hurt-count", "boats")
    dossier = make.dossier(
        tmp_path,
        f"{story}\n[[questions]]\n{question}",
        figures=[*make.rows()["figures"], boats],
    )
    (problem,) = dossier.problems
    assert (problem.column, problem.value) == ("questions.records", "boats")
    assert "hurt-many" in problem.expected


def test_a_picture_draws_something(tmp_path: Path) -> None:
    question = STRIP.replace('"hurt-many", "hurt-count"', "")
    assert [column for column, _ in _problems(tmp_path, question)] == ["questions 1, records"]
