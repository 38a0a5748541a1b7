"""Tests of `python -m dash check`."""

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
    (folder / "events.csv").unlink()
    assert main(["check", str(folder)]) == 1
    assert "events.csv" in capsys.readouterr().err


def test_check_tells_that_there_is_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
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
