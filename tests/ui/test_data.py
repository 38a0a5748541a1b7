"""Tests of dash.ui.data: one dossier for all, read again when its folder changes."""

import os
from pathlib import Path

import pytest

from dash.ui.data import current_dossier
from tests import factories as make


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound dossier's folder, which is the server's."""
    folder = make.write(tmp_path / "dossier")
    (folder / "geo").mkdir()
    monkeypatch.setenv("DOSSIER", str(folder))
    return folder


@pytest.mark.parametrize("name", ["x.csv", ".#figures.csv", "geo/.#land.geojson", "geo/x.geojson"])
def test_a_link_to_nowhere_takes_no_page(name: str, folder: Path) -> None:
    (folder / name).symlink_to("nowhere")
    assert not current_dossier().problems


def test_a_table_that_is_a_link_to_nowhere_is_told(folder: Path) -> None:
    (folder / "quotes.csv").unlink()
    (folder / "quotes.csv").symlink_to("nowhere")
    assert {problem.file for problem in current_dossier().problems} == {"quotes.csv"}


def test_a_renamed_table_is_noticed(folder: Path) -> None:
    assert current_dossier().offers("quotes")
    (folder / "quotes.csv").rename(folder / "quotes2.csv")
    assert not current_dossier().offers("quotes")
    (folder / "quotes2.csv").rename(folder / "quotes.csv")
    assert current_dossier().offers("quotes")


def test_what_is_not_read_makes_nothing_be_read_again(folder: Path) -> None:
    before = current_dossier()
    for name in ("backup.csv", ".#figures.csv", "geo/.land.geojson", "notes.toml"):
        (folder / name).write_text("x", encoding="utf-8")
    assert current_dossier() is before


@pytest.mark.parametrize("name", ["quotes.csv", "dossier.toml"])
def test_a_pipe_in_place_of_a_file_is_refused_at_once(name: str, folder: Path) -> None:
    (folder / name).unlink()
    os.mkfifo(folder / name)
    (problem,) = [problem for problem in current_dossier().problems if problem.file == name]
    assert problem.value == "no regular file"


def test_a_device_in_place_of_a_file_is_refused(folder: Path) -> None:
    (folder / "quotes.csv").unlink()
    (folder / "quotes.csv").symlink_to("/dev/zero")
    assert [problem.value for problem in current_dossier().problems] == ["no regular file"]


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


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_workbook_is_read_again_when_it_changes(ending: str, folder: Path) -> None:
    (folder / "events.csv").unlink()
    file = folder / f"story.{ending}"
    make.write_workbook(file, events=[dict(make.event())])
    first = current_dossier()
    assert first.record("events", "quarrel")["title"] == "They quarrel"
    make.write_workbook(file, events=[dict(make.event(title="They agree"))])
    assert current_dossier().record("events", "quarrel")["title"] == "They agree"
    assert first.record("events", "quarrel")["title"] == "They quarrel"


def test_a_pipe_in_place_of_a_workbook_is_refused_at_once(folder: Path) -> None:
    os.mkfifo(folder / "story.xlsx")
    assert [problem.value for problem in current_dossier().problems] == ["no regular file"]
