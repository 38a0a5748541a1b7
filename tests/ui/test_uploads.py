"""Tests of dash.ui.uploads: what a session knows, and what all sessions together may hold."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dash.ui import uploads
from dash.ui.shelf import shelf
from dash.ui.uploads import Own
from tests.checking import archives


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Own]:
    """The state of one session, on a shelf of its own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shelf.forget()
    state = Own()
    monkeypatch.setattr(uploads, "own", lambda: state)
    yield state
    shelf.forget()


def _example() -> archives.Sent:
    return {"a.zip": archives.packed(archives.example())}


def test_without_a_session_there_is_no_upload(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert uploads.own() == Own()
    assert uploads.shown() is uploads.pending() is None


def test_it_is_checked_then_shown_then_closed(tmp_path: Path) -> None:
    uploads.take("a.zip", _example())
    checked = uploads.pending()
    assert checked is not None
    assert (checked.name, checked.report.problems, uploads.shown()) == ("a.zip", (), None)
    uploads.show()
    assert (uploads.pending(), uploads.shown()) == (None, checked)
    assert uploads.news() is None
    uploads.close()
    assert uploads.shown() is None
    assert "nothing of it is left" in (uploads.news() or "")
    assert uploads.news() is None, "told once"
    assert list(tmp_path.iterdir()) == []


def test_a_second_one_takes_the_place_of_the_first_once_it_is_shown(tmp_path: Path) -> None:
    uploads.take("a.zip", _example())
    uploads.show()
    first = uploads.shown()
    uploads.take("b.zip", _example())
    uploads.take("c.zip", _example())
    assert uploads.shown() is first
    assert len(list(tmp_path.iterdir())) == 2
    uploads.show()
    shown = uploads.shown()
    assert shown is not None
    assert shown.name == "c.zip"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("case", ["a way up", "a bomb that lies", "a picture alone", "damage"])
def test_of_what_is_refused_nothing_is_left(case: str, state: Own, tmp_path: Path) -> None:
    send, told = archives.HOSTILE[case]
    uploads.take("a.zip", send())
    assert told in (state.refused or "")
    assert uploads.pending() is None
    assert list(tmp_path.iterdir()) == []
    uploads.take("b.zip", _example())
    assert state.refused is None


def test_all_together_are_held_to_the_limit_of_the_host(
    state: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER_UPLOADS", "4")
    for _ in range(2):
        uploads.take("a.zip", _example())
        state.pending = None  # another visitor's
    uploads.take("a.zip", _example())
    assert "as many dossiers of visitors as it may" in (state.refused or "")
    assert len(shelf().all()) == 2


def test_who_comes_while_others_are_checked_is_told_to_come_again(
    state: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "PATIENCE", 0)
    with shelf().checking:
        uploads.take("a.zip", _example())
    assert "try again in a minute" in (state.refused or "")


def test_one_that_the_server_let_go_of_is_told(state: Own) -> None:
    uploads.take("a.zip", _example())
    uploads.show()
    shelf().remove(state.shown or "")
    assert uploads.shown() is None
    assert "no longer here" in (uploads.news() or "")


@pytest.mark.parametrize(
    ("setting", "open_"), [(None, True), ("", True), ("on", True), ("off", False), ("OFF", False)]
)
def test_a_host_can_switch_it_off(
    setting: str | None, open_: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if setting is not None:
        monkeypatch.setenv("DOSSIER_OPEN", setting)
    assert uploads.is_open() is open_
