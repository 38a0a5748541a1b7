"""Tests of dash.provenance."""

from pathlib import Path

from dash.dossier import record
from dash.provenance import cite, spell_verification
from tests import factories as make


def test_a_source_is_cited_with_date_and_paragraph(tmp_path: Path) -> None:
    source = record(make.dossier(tmp_path).sources, "paper")
    assert cite(source, "P2") == "The Paper, “Quarrel”, 6 May 2020, paragraph 2"


def test_a_source_is_cited_as_far_as_known(tmp_path: Path) -> None:
    sources = [make.source(), make.source(id="report", published="", title="[A count]")]
    source = record(make.dossier(tmp_path, sources=sources).sources, "report")
    assert cite(source) == "The Paper, “[A count]”"


def test_a_label_comes_with_its_meaning() -> None:
    assert spell_verification("ART").startswith("ART: stated in the story")
