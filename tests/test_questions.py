"""Tests of the questions that a dossier answers."""

from pathlib import Path

from dash.questions import questions
from tests import factories as make


def test_a_dossier_asks_its_own_questions(tmp_path: Path) -> None:
    own = '\n[[questions]]\ntitle = "Who?"\nkind = "statements"\nrecords = ["Q1"]\n'
    (question,) = questions(make.dossier(tmp_path, make.STORY + own))
    assert (question.title, question.kind) == ("Who?", "statements")


def test_without_questions_key_figures_are_asked_for_by_what_they_count(tmp_path: Path) -> None:
    story = make.STORY + '\n[measures.boats]\nlabel = "Boats"\nunits = ["boats"]\n'
    story += '\n[glance]\nfigures = ["hurt-many", "boats", "hurt-count"]\n'
    boats = make.figure(id="boats", measure="boats", unit="boats", population="")
    dossier = make.dossier(tmp_path, story, figures=[*make.rows()["figures"], boats])
    asked = [(question.title, question.records) for question in questions(dossier)]
    assert asked == [
        ("People hurt", ("hurt-many", "hurt-count")),
        ("Boats", ("boats",)),
        ("What was said", ("Q1",)),
    ]


def test_without_either_it_is_asked_what_is_counted_and_what_was_said(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    asked = [(question.title, question.kind, question.records) for question in questions(dossier)]
    assert asked == [
        ("People hurt", "strip", ("hurt-many",)),
        ("What was said", "statements", ("Q1",)),
    ]


def test_where_there_is_nothing_nothing_is_asked(tmp_path: Path) -> None:
    story = make.STORY.replace("beside", "# beside")
    dossier = make.dossier(tmp_path, story, figures=[], quotes=[], slides=[], differences=[])
    assert questions(dossier) == []
