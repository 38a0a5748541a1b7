"""Tests of dash.figures.table."""

from pathlib import Path

from dash.dossier.records import names
from dash.export import csv_text
from dash.figures.table import table_of
from dash.figures.words import in_words
from tests import factories as make


def test_the_table_of_figures_keeps_numbers_and_dates_to_sort_by(tmp_path: Path) -> None:
    open_figure = make.figure(supplied="population;area")
    dossier = make.dossier(tmp_path, figures=[open_figure, make.context_figure()])
    figures, actors = dossier.records("figures"), names(dossier.records("actors"))
    words = [in_words(figure, actors, dossier.story.populations) for figure in figures]
    table = table_of(figures, words, {"paper": "The Paper", "report": "The Paper"})
    assert table["Not stated"].tolist() == ["among whom, where", ""]
    assert table["Low"].tolist() == [12, 10]
    assert table["Up to"].tolist() == ["2020-05-06", "2020-05-06"]
    assert "=1+1" in csv_text(table.assign(Note="=1+1"))
    assert "'=1+1" in csv_text(table.assign(Note="=1+1"))
