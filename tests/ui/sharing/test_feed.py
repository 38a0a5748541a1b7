"""Tests of the feed's address."""

from pathlib import Path

import pytest
from starlette.applications import Starlette

from dash.sharing.feed import FEED
from dash.ui.sharing import feed
from tests import factories as make
from tests.asking import Answer, ask


def _ask() -> Answer:
    return ask(Starlette(routes=[feed.route()]), FEED)


def test_the_feed_is_sent_as_atom_with_addresses_of_this_server() -> None:
    answer = _ask()
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert "http://news.example/quotes?quote=Q14" in answer.text


def test_a_broken_table_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = make.correction(date="yesterday")
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path / "d", corrections=[row])))
    assert _ask().status == 404
