"""Tests of dash.ui.hosted: a script of somebody's own; tests/wheel lets a server run one."""

from pathlib import Path

import pytest
from streamlit import config

import dossier_dash
from dash.dossier.loaders import dossier_folder
from dash.ui import hosted
from tests import factories as make
from tests.conftest import ROOT


def test_a_folder_beside_the_script_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", "set so that it is put back")
    folder = make.write(tmp_path / "story")
    given = dossier_dash.dashboard(str(tmp_path / "streamlit_app.py"), "story")
    assert dossier_folder() == folder.resolve()
    assert given["script_path"] == ROOT / "app.py"
    assert given["routes"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="name the one of the dossier"):
        hosted.dashboard(str(tmp_path / "streamlit_app.py"), "stroy")


def test_settings_come_from_beside_app_py_where_nobody_has_set_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_: dict[str, object] = {}
    monkeypatch.setattr(config, "is_manually_set", lambda key: key == "theme.baseRadius")
    monkeypatch.setattr(config, "set_option", set_.__setitem__)
    hosted.set_defaults()
    assert set_["browser.gatherUsageStats"] is False
    assert set_["theme.dark.primaryColor"] == "#f0917a"
    assert "theme.baseRadius" not in set_
