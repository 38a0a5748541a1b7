"""Tests of dash.commands.new: what is written, what is said, and how it ends."""

from pathlib import Path

import pytest

from dash.__main__ import main
from tests import factories as make
from tests.verification.documents import pdf

WRAPPED = """A quarrel

They quarrelled on Tuesday over the old bridge, said the mayor of the
upper town. There were more than a dozen hurt on it, and nobody counted
them. The bridge stands to this day.

The toll is paid.
"""


def test_what_is_begun_passes_the_checks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    assert f"dash check {folder}" in capsys.readouterr().out
    assert main(["check", str(folder)]) == 0
    assert main(["verify", str(folder / "article.txt"), str(folder)]) == 0


def test_headers_alone_pass_the_check(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "bare"), "--bare"]) == 0
    assert main(["check", str(tmp_path / "bare")]) == 0


def test_a_folder_in_use_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(make.write(tmp_path))]) == 1
    assert "is not empty" in capsys.readouterr().err


def test_an_article_is_numbered_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article, folder = tmp_path / "a.txt", tmp_path / "mine"
    article.write_text(WRAPPED, encoding="utf-8")
    assert main(["new", str(folder), "--from", str(article)]) == 0
    told = capsys.readouterr().out
    assert "Numbered in paragraphs.txt: 3 paragraphs." in told
    assert "cut at a width" in told
    assert "publisher, published, url" in told
    assert "The language in dossier.toml is en" in told
    assert "P3  The toll is paid." in (folder / "paragraphs.txt").read_text(encoding="utf-8")
    assert main(["check", str(folder)]) == 0


def test_the_paragraphs_of_a_pdf_are_said_to_be_a_guess(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "a.PDF"
    article.write_bytes(pdf(["A quarrel"]))
    assert main(["new", str(tmp_path / "mine"), "--from", str(article)]) == 0
    assert "see whether they end where they should" in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, b"", b"\0\0"])
def test_an_article_that_cannot_be_read_leaves_no_folder(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "a.txt"
    if content is not None:
        article.write_bytes(content)
    assert main(["new", str(tmp_path / "mine"), "--from", str(article)]) == 1
    assert capsys.readouterr().err
    assert not (tmp_path / "mine").exists()
