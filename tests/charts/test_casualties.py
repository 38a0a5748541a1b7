"""Tests of dash.charts.casualties."""

from pathlib import Path

from dash.charts.casualties import figures_alt, figures_chart
from dash.dossier import names
from dash.figures import describe
from dash.palette import LIGHT
from tests import factories as make


def test_each_figure_has_one_mark_with_its_own_ends(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    words = describe(dossier.figures, names(dossier.actors), dossier.story.populations)
    chart = figures_chart(dossier.figures, words, LIGHT).to_dict()
    floor, span = chart["data"]
    assert (floor["x"], span["x"]) == ([12.0], [10.0, 14.0])
    assert (floor["marker"]["color"], span["marker"]["color"]) == (LIGHT.accent, LIGHT.context)
    assert floor["marker"]["symbol"] != span["marker"]["symbol"]
    assert "more than 12" in chart["layout"]["annotations"][0]["text"]


def test_an_alt_sentence_names_every_figure(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    words = describe(dossier.figures, names(dossier.actors), dossier.story.populations)
    told = figures_alt(words)
    assert told.startswith("2 figures")
    assert "more than 12 (everyone; The mayor; 2020 to 6 May 2020)" in told
