"""Tests of `python -m dash verify`."""

from pathlib import Path

import pytest

from dash.__main__ import main
from tests import factories as make


def test_verify_ends_well_only_when_all_anchors_hold(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = make.write_article(tmp_path, make.ARTICLE)
    assert main(["verify", article, str(folder)]) == 0
    assert "6 of 6 anchors stand once" in capsys.readouterr().out


def test_verify_lists_what_does_not_hold(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = make.write_article(tmp_path, make.ARTICLE.replace("a dozen", "a score"))
    assert main(["verify", article, str(folder)]) == 1
    out = capsys.readouterr().out
    assert "5 of 6 anchors" in out
    assert "figures  hurt-many  P2         wording differs, in P2: dozen → score" in out


def test_verify_tells_of_moved_paragraphs_and_holds(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", make.write_article(tmp_path, f"Lead\n{make.ARTICLE}"), str(folder)]) == 0
    assert "another number in this copy" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"\0"])
def test_verify_tells_what_it_cannot_read(
    content: bytes, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "copy.txt"
    file.write_bytes(content)
    assert main(["verify", str(file), str(folder)]) == 2
    assert main(["verify", str(tmp_path / "absent.txt"), str(folder)]) == 2
    assert main(["verify", str(tmp_path / "absent.txt"), str(tmp_path)]) == 2
    assert capsys.readouterr().out == ""


def test_verify_writes_nothing(folder: Path, tmp_path: Path) -> None:
    article = make.write_article(tmp_path, make.ARTICLE)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}
    main(["verify", article, str(folder)])
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")} == before
