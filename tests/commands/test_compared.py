"""Tests of dash.commands.compared: what cannot be read is told, and why."""

import argparse
from pathlib import Path

import pytest

from dash.commands.compared import read_both
from tests import factories as make


def test_both_are_read_and_what_is_missing_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = Path(make.write_article(tmp_path, "One.\nTwo."))
    read = read_both(argparse.Namespace(article=article, folder=folder))
    assert read is not None
    copy, dossier = read
    assert (copy, dossier.folder) == (["One.", "Two."], folder)
    assert read_both(argparse.Namespace(article=tmp_path / "absent.txt", folder=folder)) is None
    assert "absent.txt: No such file or directory. Name a text" in capsys.readouterr().err
    assert read_both(argparse.Namespace(article=article, folder=tmp_path / "absent")) is None
    assert "no folder" in capsys.readouterr().err
