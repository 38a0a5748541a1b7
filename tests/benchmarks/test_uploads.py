"""Tests of tests.benchmarks.uploads, small: nothing is left of visitors' dossiers."""

import tempfile
from pathlib import Path

import pytest

from dash.ui.shelf import shelf
from tests.benchmarks.uploads import open_and_leave

pytestmark = pytest.mark.slow


def test_nothing_is_left_after_visitors_have_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shelf.forget()
    left = open_and_leave(6)
    assert (left.opened, left.folders, left.dossiers) == (6, 0, 0)
    assert list(tmp_path.iterdir()) == []
    assert shelf().all() == []
