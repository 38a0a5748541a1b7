"""Streamlit's scripts go out packed, and everything else as the app sends it."""

import gzip
import re

import pytest
import streamlit as st
from starlette.types import ASGIApp

from dash.ui.packing import FILES, with_packed_scripts
from tests.asking import ask, streamlit

PAGE = (FILES / "index.html").read_text(encoding="utf-8")
SCRIPTS = re.findall(r'"\.(/static/[^"]+\.(?:js|css))"', PAGE)
TAKES_GZIP = {"accept-encoding": "gzip, br"}


@pytest.fixture
def app() -> ASGIApp:
    """What the server runs, with a stand-in for Streamlit."""
    return with_packed_scripts(streamlit)


def test_what_a_first_visit_waits_for_is_a_third_at_most(app: ASGIApp) -> None:
    plain = packed = 0
    for script in SCRIPTS:
        answer = ask(app, script, headers=TAKES_GZIP)
        content = (FILES / script[1:]).read_bytes()
        assert gzip.decompress(answer.body) == content
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["vary"] == "Accept-Encoding"
        assert "immutable" in answer.headers["cache-control"]
        kind = "text/css" if script.endswith("css") else "application/javascript"
        assert answer.headers["content-type"].startswith(kind)
        plain, packed = plain + len(content), packed + len(answer.body)
    assert plain > 10**6
    assert packed < plain / 3


@pytest.mark.parametrize(
    "path", ["/static/js/none.js", "/static/js/../../index.js", "/static/media/a.woff2", "/map"]
)
def test_what_is_no_script_is_the_apps_own(path: str, app: ASGIApp) -> None:
    assert ask(app, path, headers=TAKES_GZIP).text == "the app's own"


def test_so_is_a_part_and_what_may_not_be_packed(app: ASGIApp) -> None:
    assert ask(app, SCRIPTS[0]).text == "the app's own"
    assert ask(app, SCRIPTS[0], "POST", TAKES_GZIP).text == "the app's own"
    part = TAKES_GZIP | {"range": "bytes=0-9"}
    assert ask(app, SCRIPTS[0], headers=part).text == "the app's own"


def test_the_base_path_of_the_server_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "news"}.get)
    app = with_packed_scripts(streamlit)
    assert gzip.decompress(ask(app, "/news" + SCRIPTS[0], headers=TAKES_GZIP).body)
    assert ask(app, SCRIPTS[0], headers=TAKES_GZIP).text == "the app's own"
