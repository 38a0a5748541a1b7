"""Tests of dash.ui.source: where a record comes from, told as letters."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash.schema.vocabulary import VERIFICATION
from tests import factories as make


def _note(folder: str) -> None:
    from pathlib import Path  # noqa: PLC0415 - AppTest runs the source of this function alone

    from dash.dossier.loaders import load_dossier  # noqa: PLC0415
    from dash.ui.source import source_note  # noqa: PLC0415

    dossier = load_dossier(Path(folder))
    quote = dossier.record("quotes", "Q1")
    source_note(quote, dossier.record("sources", quote["source"]))


@pytest.mark.parametrize(
    ("url", "way"),
    [
        ("https://paper.example/1", "https://paper.example/1#:~:text=We%20shall%20not%20pay."),
        ("", "No full address of the original is on record."),
    ],
)
def test_a_note_has_source_words_label_way_and_citation(
    url: str, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A link to a page needs the pages around it; the pages' own tests follow it.
    monkeypatch.setattr("dash.ui.source.source_link", lambda *_: None)
    sources = [make.source(url=url), make.source(id="report")]
    quotes = [make.quote(note="Said *twice*.")]
    folder = make.write(tmp_path, sources=sources, quotes=quotes)
    app = AppTest.from_function(_note, args=(str(folder),)).run()
    assert not app.exception
    written = app.markdown[0].value
    assert "\\*twice\\*" in written
    told = written.replace("\\", "")
    assert "**The Paper, “Quarrel”, 6 May 2020, paragraph 3**" in told
    assert "**It rests on the words:** “We shall not pay.”" in told
    assert VERIFICATION["ART"].label in told
    assert way in told
    assert app.code[0].value.startswith("The Paper, “Quarrel”, 6 May 2020, paragraph 3")
