"""Tests of dash.installed: a checkout's app is its own; tests/wheel has the rest."""

from pathlib import Path

import pytest

from dash import installed
from tests.conftest import ROOT


def test_in_a_checkout_it_is_the_checkouts() -> None:
    assert installed.app_script() == ROOT / "app.py"
    assert installed.shipped_dossier() == ROOT / "data"


def test_in_a_wheel_it_is_the_packages_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "served").mkdir()
    (tmp_path / "served" / "app.py").touch()
    monkeypatch.setattr(installed, "PACKAGE", tmp_path)
    assert installed.app_folder() == tmp_path / "served"
