"""Tests of dash.ui.shelf: an upload goes when its visitor has left, and takes everything along."""

import asyncio
import gc
import os
import tempfile
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from streamlit.runtime import Runtime

from dash.checking.receiving import receive
from dash.ui import shelf as shelves
from dash.ui.quotes.prepared import prepared
from dash.ui.shelf import AWAY, IDLE, Upload, clear_up, new_folder, shelf, sweep
from tests.checking import archives


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the uploads of a test lie in a place of their own, on a shelf of their own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shelf.forget()
    yield
    shelf.forget()


def _put(token: str, session: str = "one", seen: float = 0.0) -> Upload:
    folder = new_folder()
    _, report = receive({"a.zip": archives.packed(archives.example())}, folder)
    upload = Upload(token, session, "a.zip", folder, report, (), 1, seen)
    shelf().add(upload)
    return upload


def test_its_folder_is_for_this_user_alone() -> None:
    assert new_folder().stat().st_mode & 0o777 == 0o700


def test_it_stays_while_its_visitor_is_here_and_for_two_minutes_after() -> None:
    upload = _put("a")
    assert sweep(0, lambda _: True) == set()
    assert sweep(10, lambda _: False) == set()
    assert sweep(10 + AWAY - 1, lambda _: False) == set()
    assert sweep(20 + AWAY, lambda _: True) == set(), "came back: the clock starts anew"
    assert sweep(30 + AWAY, lambda _: False) == set()
    assert shelf().find("a") is upload
    assert sweep(30 + 2 * AWAY, lambda _: False) == {"one"}
    assert shelf().find("a") is None
    assert not upload.folder.exists()


def test_it_goes_when_nobody_has_looked_at_it_for_an_hour() -> None:
    upload = _put("a")
    other = _put("b", "two", seen=IDLE - 1)
    assert sweep(IDLE, lambda _: True) == set()
    assert shelf().all() == [other]
    assert not upload.folder.exists()
    assert other.folder.exists()


def test_nothing_of_it_is_left_in_memory() -> None:
    upload = _put("a")
    assert upload.report.dossier is not None
    made = weakref.ref(prepared(upload.report.dossier))
    dossier = weakref.ref(upload.report.dossier)
    shelf().remove("a")
    del upload
    gc.collect()
    assert (made(), dossier()) == (None, None)


def test_what_a_dead_process_left_behind_is_deleted_and_of_a_living_one_not(tmp_path: Path) -> None:
    upload = _put("a")
    dead, living = tmp_path / "dossier-upload-999999999-x", tmp_path / "dossier-upload-1-y"
    odd = tmp_path / "dossier-upload-odd"
    for folder in (dead, living, odd):
        folder.mkdir()
    clear_up()
    assert [folder.exists() for folder in (dead, living, odd, upload.folder)] == [
        False,
        os.getpid() != 1,
        False,
        False,
    ]
    assert shelf().all() == []


def test_the_server_sweeps_and_closes_the_sessions_that_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed: list[str] = []

    class Nobody:
        """A runtime without a browser."""

        @staticmethod
        def is_active_session(_: str) -> bool:
            return False

        @staticmethod
        def close_session(session: str) -> None:
            closed.append(session)

    monkeypatch.setattr(Runtime, "exists", lambda: True)
    monkeypatch.setattr(Runtime, "instance", Nobody)
    monkeypatch.setattr(shelves, "BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr(shelves, "AWAY", 0)
    upload = _put("a")

    async def until_closed() -> None:
        sweeping = asyncio.create_task(shelves.keep_swept())
        async with asyncio.timeout(20):
            while not closed:
                await asyncio.sleep(0.01)
        sweeping.cancel()

    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(until_closed())).result()
    assert closed == ["one"]
    assert not upload.folder.exists()
