"""Tests of dossier_dash, the guard of the import name."""

import subprocess
import sys
from pathlib import Path

import pytest

import dossier_dash

SOURCE = Path(__file__).parents[1] / "src"


def test_our_own_package_passes() -> None:
    dossier_dash.check_import_name(SOURCE)


def test_a_package_elsewhere_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(dossier_dash.WrongDashError, match=r"uv run streamlit run app\.py"):
        dossier_dash.check_import_name(tmp_path)


def test_the_app_refuses_to_start_beside_plotlys_dash(tmp_path: Path) -> None:
    plotlys = tmp_path / "dash"
    plotlys.mkdir()
    (plotlys / "__init__.py").touch()
    code = f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(SOURCE)!r}]; import dossier_dash"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert f"`import dash` finds {plotlys}" in run.stderr
