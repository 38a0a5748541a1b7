"""Tests of dash.ui.data: one dossier for all readers, read again when a file changes."""

import os
from pathlib import Path

import pytest

from dash.ui.data import current_dossier
from tests import factories as make


def test_readers_share_one_dossier_until_a_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path)
    monkeypatch.setenv("DOSSIER", str(folder))
    first = current_dossier()
    assert current_dossier() is first
    file = folder / "events.csv"
    text = file.read_text(encoding="utf-8").replace("They quarrel", "They agree")
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(1, 1))
    renewed = current_dossier()
    assert renewed.record("events", "quarrel")["title"] == "They agree"
    assert first.record("events", "quarrel")["title"] == "They quarrel"
