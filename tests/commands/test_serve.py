"""Tests of `python -m dash serve`; tests/wheel lets it serve."""

import sys
from pathlib import Path

import pytest

from dash.__main__ import main
from dash.commands import serve
from tests.conftest import ROOT


def test_it_becomes_a_server_of_that_folder_for_this_computer_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    became: list[tuple[list[str], str]] = []

    def become(words: list[str], environment: dict[str, str]) -> int:
        became.append((words, environment["DOSSIER"]))
        return 0

    monkeypatch.setattr(serve, "_become", become)
    monkeypatch.chdir(folder.parent)
    assert main(["serve", folder.name, "--port", "9000"]) == 0
    ((words, shown),) = became
    assert words == [
        *(sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")),
        *("--server.address=localhost", "--server.port=9000"),
    ]
    assert shown == str(folder.resolve())
    assert str(folder) in capsys.readouterr().out
    assert main(["serve"]) == 0
    assert became[1][1] == str(ROOT / "data")


@pytest.mark.parametrize("name", ["nowhere", ""])
def test_what_is_no_dossier_is_told_and_not_served(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", str(tmp_path / name)]) == 2
    assert "expected the folder of a dossier" in capsys.readouterr().err
