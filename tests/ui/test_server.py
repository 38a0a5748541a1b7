"""Tests of dash.ui.server: warm before the first visitor, and never stopped by what it reads."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest
import streamlit as st

from dash.dossier.loaders import dossier_folder
from dash.ui import data, server, warming
from dash.ui.map import ground
from dash.ui.quotes import prepared
from tests import factories as make
from tests.serving import ROOT


def _start() -> None:
    """Start and stop the app's lifespan, in a thread of its own for the browser tests' sake."""

    async def through() -> None:
        async with server.warm_up(st.App(ROOT / "app.py")):
            pass

    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(through())).result()
    ground._served.forget()


def test_everything_is_ready_before_a_visitor_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    data._read.forget()
    _start()
    monkeypatch.setattr(prepared, "Statements", None)  # would raise if it were made now
    assert prepared.prepared(data.current_dossier()).dossier.folder == dossier_folder()


def test_a_broken_table_is_left_to_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = make.write(tmp_path)
    (folder / "quotes.csv").write_text("id\n", encoding="utf-8")
    monkeypatch.setenv("DOSSIER", str(folder))
    with caplog.at_level(logging.ERROR):
        _start()
    assert not caplog.records


@pytest.mark.parametrize(
    ("module", "reader"), [(server, "current_dossier"), (warming, "current_atlas")]
)
def test_what_nobody_foresaw_stops_no_start(
    module: ModuleType,
    reader: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(module, reader, lambda: 1 // 0)
    _start()
    assert "starts cold" in caplog.text


def test_all_addresses_stand_under_the_base_path_but_the_pictures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Streamlit asks for what begins with /app/static/ at the root, and crawlers for robots.txt."""
    at_root = {route.path for route in server.parts()["routes"]} - {"/robots.txt"}
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "news/"}.get)
    under = {route.path for route in server.parts()["routes"]}
    assert "/news/geo/{digest}.geojson" in under
    assert under == {
        path if path.startswith("/app/static/") else f"/news{path}" for path in at_root
    }
