"""Tests of `python -m dash dictionary`."""

from pathlib import Path

import pytest

from dash.__main__ import main
from dash.schema.dictionary import BEGIN, END, data_dictionary


def test_dictionary_prints_what_every_column_means(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dictionary"]) == 0
    assert capsys.readouterr().out == f"{data_dictionary()}\n"


def test_dictionary_renews_the_readme_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(tmp_path))
    readme = tmp_path / "README.md"
    readme.write_text(f"Mine\n{BEGIN}\nold\n{END}\n", encoding="utf-8")
    assert main(["dictionary", "--write"]) == 0
    assert data_dictionary() in readme.read_text(encoding="utf-8")
