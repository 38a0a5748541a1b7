"""Tests of dash.ui.sharing.citation: what a reader takes away of a record."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import factories as make

FOLD = "embed_statement_Q1"


def _draw() -> None:
    from dash.sharing.addresses import Subject  # noqa: PLC0415 - the source of this runs alone
    from dash.ui.sharing.citation import cite_and_embed  # noqa: PLC0415

    cite_and_embed("The Paper. https://paper.example/1", Subject("statement", "Q1"))


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """A page that shows the citation of one record."""
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path)))
    return AppTest.from_function(_draw)


def _reached_by(monkeypatch: pytest.MonkeyPatch, root: str | None) -> None:
    monkeypatch.setattr("dash.ui.sharing.root.root_of_browser", lambda: root)
    monkeypatch.setattr("dash.ui.sharing.citation.root_of_browser", lambda: root)


def test_the_code_is_drawn_when_it_is_asked_for(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reached_by(monkeypatch, "http://news.example")
    app.run()
    assert [expander.label for expander in app.expander] == ["Picture to post", "Embed"]
    assert len(app.code) == 1
    app.session_state[FOLD] = True
    app.run()
    assert not app.exception
    citation, code = (one.value for one in app.code)
    assert citation.startswith("The Paper")
    assert code.startswith('<iframe src="http://news.example/embed/statement/Q1" title="“We shall')
    assert "news.example/quotes?quote=Q1" in app.markdown[1].value.replace("\\", "")
    (frame,) = app.get("iframe")
    assert frame.proto.src == "http://news.example/embed/statement/Q1"


def test_where_the_host_says_its_address_that_one_is_copied(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reached_by(monkeypatch, "http://replica:8501")
    monkeypatch.setenv("DOSSIER_ADDRESS", "https://news.example/dossier")
    app.session_state[FOLD] = True
    app.run()
    assert 'src="https://news.example/dossier/embed/statement/Q1"' in app.code[1].value
    # The page may show what comes from its own address alone.
    assert app.get("iframe")[0].proto.src == "http://replica:8501/embed/statement/Q1"


def test_where_no_address_leads_to_a_record_none_is_offered(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reached_by(monkeypatch, None)
    app.run()
    assert "Embed" not in [expander.label for expander in app.expander]
    assert len(app.code) == 1
