"""Tests of dash.checking.report: one report, for the command line and for an upload."""

from pathlib import Path

import pytest

from dash.__main__ import main
from dash.checking.report import STEPS, check
from tests import factories as make


def test_a_sound_folder_has_rows_and_no_problem(tmp_path: Path) -> None:
    folder, steps = make.write(tmp_path), list[str]()
    (folder / "differences.csv").unlink()
    report = check(folder, steps.append)
    assert report.problems == ()
    assert report.can_be_shown
    assert (report.rows["sources"], report.rows["differences"]) == (2, None)
    assert len(steps) <= STEPS


def test_a_folder_that_is_none_is_a_problem_and_no_error(tmp_path: Path) -> None:
    report = check(tmp_path / "nowhere")
    assert report.dossier is None
    assert not report.can_be_shown
    assert (list(report.hints), report.rows) == ([], {})
    assert [problem.value for problem in report.problems] == ["no folder"]


@pytest.mark.parametrize(
    ("file", "shown"), [("events.csv", True), ("sources.csv", False), ("dossier.toml", False)]
)
def test_a_problem_hides_everything_in_what_no_page_can_do_without_only(
    file: str, shown: bool, tmp_path: Path
) -> None:
    folder = make.write(tmp_path)
    (folder / file).write_bytes(b"\x81")
    report = check(folder)
    assert report.can_be_shown is shown
    assert file in {problem.file for problem in report.problems}


def test_the_command_prints_what_the_report_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make.write(tmp_path, events=[make.event(precision="dya"), make.event(id="other")])
    assert main(["check", str(folder)]) == 1
    printed = capsys.readouterr().err
    report = check(folder)
    assert all(str(problem) in printed for problem in report.problems)
    text = (folder / "events.csv").read_text(encoding="utf-8").replace("dya", "day")
    (folder / "events.csv").write_bytes(text.encode("utf-16"))
    assert main(["check", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert [f"Hint: {hint}" for hint in check(folder).hints] == [
        line for line in printed.splitlines() if line.startswith("Hint")
    ]
