"""Tests of `python -m dash check`."""

import json
from pathlib import Path

import pytest

from dash.__main__ import main
from tests import factories as make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make.write(tmp_path / "dossier")


def test_check_counts_rows_or_lists_problems(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "sources          2 rows" in out
    assert f"python -m dash verify ARTICLE {folder}" in out
    (folder / "events.csv").rename(folder / "later.csv")
    assert main(["check", str(folder)]) == 0
    assert "events           - no file" in capsys.readouterr().out
    (folder / "sources.csv").unlink()
    assert main(["check", str(folder)]) == 1
    assert "sources.csv" in capsys.readouterr().err


def test_check_tells_that_there_is_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    told = capsys.readouterr().err
    assert "1 problem in the dossier" in told
    assert "nowhere: found 'no folder', expected the folder of a dossier" in told


def test_check_tells_how_it_read_what_a_spreadsheet_wrote(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (folder / "events.csv").read_text(encoding="utf-8")
    (folder / "events.csv").write_bytes(text.encode("utf-16"))
    assert main(["check", str(folder)]) == 0
    assert "Hint: events.csv: read as UTF-16." in capsys.readouterr().out
    (folder / "sources.csv").write_text("id\n", encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    assert "Hint: events.csv: read as UTF-16." in capsys.readouterr().err


def test_check_ends_with_what_to_do_next(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(folder)])
    assert f"python -m dash verify ARTICLE {folder}" in capsys.readouterr().out
    (folder / "sources.csv").write_text("id\n", encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr()
    assert told.err.endswith(f"check again with\n  python -m dash check {folder}\n")
    assert told.out == ""


def test_check_gives_editors_each_problem_by_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make.write(folder, events=[make.event(precision="dya"), make.event(id="other")])
    assert main(["check", "--format", "json", str(folder)]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    message = problem.pop("message")
    assert problem == {
        "file": "events.csv",
        "sheet": None,
        "line": 2,
        "column": "precision",
        "value": "dya",
        "hint": "Did you mean `day`?",
    }
    assert message.startswith("expected one of: day")


def test_check_gives_editors_sheet_and_row_of_a_workbook(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "events.csv").unlink()
    make.write_workbook(folder / "story.xlsx", events=[dict(make.event(start="05.05.2020"))])
    assert main(["check", "--format", "json", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "problems": [],
        "hints": [
            {
                "file": "story.xlsx",
                "sheet": "events",
                "line": 2,
                "column": "start",
                "message": "read 05.05.2020 as 2020-05-05",
            }
        ],
    }


def test_check_gives_editors_a_sound_object_even_without_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", "json", str(tmp_path / "nowhere")]) == 2
    told = json.loads(capsys.readouterr().out)
    assert [problem["value"] for problem in told["problems"]] == ["no folder"]


def test_the_help_of_check_names_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "0 no problems" in told
    assert "1 problems" in told
    assert "2 nothing was checked" in told
