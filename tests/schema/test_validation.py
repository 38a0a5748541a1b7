"""Tests of dash.schema.validation: text cells become typed ones, or problems."""

from pathlib import Path

import pandas as pd
import pytest

from dash.schema.validation import expected, key_of, table_columns, validate
from tests import factories as make


def test_a_column_that_may_be_blank_may_be_left_out(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    header, *rows = (folder / "events.csv").read_text(encoding="utf-8").splitlines()
    left_out = header.split(",").index("end")
    lines = [line.split(",") for line in (header, *rows)]
    text = "\n".join(",".join(cells) for cells in _without(lines, left_out))
    (folder / "events.csv").write_text(text, encoding="utf-8")
    dossier = make.reopen(folder)
    assert not dossier.problems
    assert dossier.events["end"].isna().all()


def test_a_column_that_must_be_filled_may_not_be_left_out(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    text = (folder / "events.csv").read_text(encoding="utf-8").replace("title", "heading", 1)
    (folder / "events.csv").write_text(text, encoding="utf-8")
    assert [(p.file, p.line, p.column) for p in make.reopen(folder).problems] == [
        ("events.csv", 1, "title")
    ]


def _without(lines: list[list[str]], position: int) -> list[list[str]]:
    return [cells[:position] + cells[position + 1 :] for cells in lines]


def _cells(**columns: list[str | None]) -> pd.DataFrame:
    """Return the cells of slides.csv, as reading leaves them: text, by the line of the file."""
    whole = {column: [None] * 2 for column in table_columns("slides")} | columns
    return pd.DataFrame(whole, index=[2, 5], dtype="str")


SOUND: dict[str, list[str | None]] = {
    "number": ["1", "2"],
    "caption": ["It stands.", "It fell."],
    "source": ["paper", "paper"],
}


def test_text_becomes_typed_and_a_column_of_ones_own_stays() -> None:
    typed, problems = validate("slides", _cells(**SOUND, mood=["calm", None]))
    assert problems == []
    assert typed is not None
    assert typed["number"].tolist() == [1, 2]
    assert typed["mood"].tolist()[0] == "calm"
    assert typed.columns.tolist() == [*table_columns("slides"), "mood"]


@pytest.mark.parametrize(
    ("number", "found"), [("one", "one"), ("1.5", "1.5"), ("-1", "-1"), (None, None), ("1", "1")]
)
def test_a_number_that_does_not_fit_is_told_with_its_line(
    number: str | None, found: str | None
) -> None:
    _, problems = validate("slides", _cells(**SOUND | {"number": ["1", number]}))
    told = {(problem.line, problem.column, problem.value) for problem in problems}
    assert (5, "number", found) in told
    assert {line for line, _, _ in told} == {5}
    assert {problem.hint for problem in problems if problem.column == "number"} == {
        "Line 2 has it, too." if number == "1" else ""
    }


def test_what_a_column_holds_says_whether_it_may_be_blank() -> None:
    columns = table_columns("slides")
    assert key_of("slides") == "number"
    assert expected(columns["number"]) == "a whole number from 0 that no other row has"
    assert expected(columns["heading"]).endswith(", or nothing")


def test_a_total_below_a_table_is_one_problem(tmp_path: Path) -> None:
    total = dict.fromkeys(make.figure(), "") | {"id": "Total", "best": "26"}
    (problem,) = make.dossier(tmp_path, figures=[make.figure(), total]).problems
    assert (problem.line, problem.column, problem.value) == (3, None, "Total, 26")
    assert problem.hint == "Delete the row if it is a total or a note."


def test_cells_are_looked_at_beside_a_column_that_is_missing(tmp_path: Path) -> None:
    make.write(tmp_path, places=[make.place(kind="town")])
    file = tmp_path / "places.csv"
    file.write_text(file.read_text().replace("name", "called", 1))
    found = make.reopen(tmp_path).problems
    assert [(problem.line, problem.column) for problem in found] == [(1, "name"), (2, "kind")]


def test_a_record_begun_has_a_problem_for_each_cell_that_is_missing(tmp_path: Path) -> None:
    begun = dict.fromkeys(make.figure(), "") | {"id": "begun", "measure": "hurt"}
    problems = make.dossier(tmp_path, figures=[make.figure(), begun]).problems
    assert {"unit", "as_of", "source"} <= {problem.column for problem in problems}


@pytest.mark.parametrize(
    ("table", "cells", "told"),
    [
        ("places", {"latitude": "137.5"}, "Longitude and latitude may have changed places."),
        ("places", {"kind": "town"}, "Of a town write city"),
        ("places", {"id": "Upper bridge"}, "Write upper-bridge."),
        ("actors", {"kind": "club"}, "Of one human being write person, of a club"),
        ("figures", {"bound": "plus de"}, "Write more_than."),
        ("figures", {"as_of": "autumn 2020"}, "Write 2020 if no more is known"),
        ("figures", {"as_of": "2020-05-06 14:30"}, "Write 2020-05-06: only events have a time"),
    ],
)
def test_a_cell_that_does_not_fit_is_told_with_what_to_write(
    table: str, cells: dict[str, str], told: str, tmp_path: Path
) -> None:
    rows = {"places": make.place, "actors": make.actor, "figures": make.figure}
    given = [rows[table](**cells), *([make.context_figure()] if table == "figures" else [])]
    problems = make.dossier(tmp_path, **{table: given}).problems
    (problem,) = (each for each in problems if each.column in cells)
    assert problem.hint.startswith(told)
