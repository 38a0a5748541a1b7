"""Tests of dash.method."""

from pathlib import Path

from dash.dossier.model import Dossier
from dash.method import makers_notes
from tests import factories as make


def test_the_makers_notes_are_the_readme_without_dictionary_and_pictures(
    shipped: Dossier, tmp_path: Path
) -> None:
    notes = makers_notes(shipped)
    assert "How each verification label was earned" in notes
    assert "| `id` |" not in notes
    dossier = make.dossier(tmp_path)
    assert makers_notes(dossier) == ""
    (tmp_path / "README.md").write_text("# T\n\nSee ![x](https://a.example/x.png)", "utf-8")
    assert makers_notes(dossier) == "See [x](https://a.example/x.png)"
