"""Tests of dash.ui.sharing.citation: what a reader takes away of a record."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash.ui.data import current_dossier
from dash.ui.sharing.versions import current_version
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


def _draw_sources() -> None:
    from dash.ui.data import current_dossier  # noqa: PLC0415
    from dash.ui.source import source_note  # noqa: PLC0415

    dossier = current_dossier()
    source = dossier.record("sources", "paper")
    source_note(dossier.record("events", "quarrel"), source)
    source_note(dossier.record("places", "bridge"), source)
    source_note(dossier.record("slides", 1), source)
    source_note(dossier.record("figures", "hurt-many"), source)


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
    citation, code, address = (one.value for one in app.code)
    assert citation.startswith("The Paper")
    assert code.startswith('<iframe src="http://news.example/embed/statement/Q1" title="“We shall')
    assert address == "http://news.example/quotes?quote=Q1"
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


def test_events_places_and_slides_are_cited_by_their_own_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path)))
    monkeypatch.setattr("dash.ui.links.page_link", lambda *_: None)
    _reached_by(monkeypatch, "http://news.example")
    app = AppTest.from_function(_draw_sources).run()
    assert not app.exception
    version = str(current_version(current_dossier()))
    told = [one.value.splitlines() for one in app.code]
    addresses = ["timeline?event=quarrel", "map?map_place=bridge", "slideshow?slide=1"]
    assert [lines[1] for lines in told[:3]] == [
        f"http://news.example/{address}&version={version}" for address in addresses
    ]
    assert all(lines[2].startswith("Dossier: version") for lines in told[:3])
    # A figure's record has a citation of its own beside this one, which is of the source.
    assert len(told[3]) == 1
    assert app.markdown[-1].value == "To cite the source:"
