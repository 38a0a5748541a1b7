"""Tests of dash.schema.headers: the names of columns as people type them."""

from pathlib import Path

from dash.dossier.model import Dossier
from tests import factories as make


def _with_header(folder: Path, old: str, new: str) -> Dossier:
    make.write(folder)
    file = folder / "figures.csv"
    header, *rows = file.read_text(encoding="utf-8").split("\n")
    file.write_text("\n".join([header.replace(old, new), *rows]), encoding="utf-8")
    return make.reopen(folder)


def test_capitals_and_spaces_are_read_and_told(tmp_path: Path) -> None:
    dossier = _with_header(tmp_path, "period_start", "Period start")
    assert dossier.problems == ()
    assert dossier.figures["period_start"].tolist()[0] == "2020"
    assert list(map(str, dossier.hints)) == ["figures.csv: read Period start as period_start"]


def test_a_needed_column_that_is_missed_is_told_with_the_one_that_is_like_it(
    tmp_path: Path,
) -> None:
    (problem,) = _with_header(tmp_path, "measure", "mesure").problems
    assert (problem.line, problem.column) == (1, "measure")
    assert problem.hint == "Rename the column `mesure` if that is it."


def test_a_column_like_one_that_may_be_left_out_is_kept_and_told(tmp_path: Path) -> None:
    dossier = _with_header(tmp_path, "callout", "calout")
    assert dossier.problems == ()
    assert "did you mean callout?" in str(dossier.hints[0])


def test_a_table_without_a_header_is_one_problem(tmp_path: Path) -> None:
    make.write(tmp_path)
    (tmp_path / "actors.csv").write_text("mayor,The mayor,person\n", encoding="utf-8")
    (problem,) = make.reopen(tmp_path).problems
    assert (problem.line, problem.value) == (1, "mayor, The mayor, person")
    assert "id, name, kind" in problem.expected


def test_names_in_capitals_are_one_hint_of_a_table(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    text = (folder / "figures.csv").read_text(encoding="utf-8")
    header, _, rows = text.partition("\n")
    (folder / "figures.csv").write_text(f"{header.title()}\n{rows}", encoding="utf-8")
    (hint,) = make.reopen(folder).hints
    count = len(header.split(",")) - 1
    assert hint.told == f"read Id as id, and {count} more of its columns likewise"
