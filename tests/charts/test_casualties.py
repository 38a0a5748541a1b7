"""Tests of dash.charts.casualties: one mark per figure, by the way its number is meant."""

from pathlib import Path
from typing import Any

import pytest

from dash.charts.casualties import WIDTH, figures_alt, figures_chart
from dash.dossier import Dossier, names
from dash.figures import describe
from dash.palette import LIGHT
from dash.selection import in_order
from tests import factories as make


def _drawn(dossier: Dossier) -> dict[str, Any]:
    figures = in_order(dossier.figures, list(dossier.story.populations))
    words = describe(figures, names(dossier.actors), dossier.story.populations)
    drawn: dict[str, Any] = figures_chart(figures, words, LIGHT, {"everyone": "Everyone"}).to_dict()
    return drawn


def _marks(drawn: dict[str, Any]) -> dict[str, tuple[float, str, str]]:
    (trace,) = (trace for trace in drawn["data"] if "customdata" in trace)
    marker = trace["marker"]
    cells = zip(trace["x"], marker["symbol"], marker["color"], strict=True)
    return dict(zip(trace["customdata"], cells, strict=True))


def test_each_figure_has_one_mark_where_its_number_is(tmp_path: Path) -> None:
    drawn = _drawn(make.dossier(tmp_path))
    assert _marks(drawn)["hurt-many"] == (12, "circle-open", LIGHT.accent)
    lines = [trace for trace in drawn["data"] if "line" in trace and trace["mode"] == "lines"]
    assert [trace["x"][:2] for trace in lines] == [[10, 14]]


@pytest.mark.parametrize(
    ("values", "symbol", "arrow"),
    [
        ({"bound": "exact", "low": "", "best": "9"}, "circle", False),
        ({"bound": "about", "low": "", "best": "9"}, "diamond-open", False),
        ({"bound": "at_least", "low": "9"}, "circle", True),
        ({"bound": "more_than", "low": "9"}, "circle-open", True),
    ],
)
def test_the_mark_shows_how_the_number_is_meant(
    values: dict[str, str], symbol: str, arrow: bool, tmp_path: Path
) -> None:
    rows = [make.figure(**values), make.context_figure()]
    drawn = _drawn(make.dossier(tmp_path, figures=rows))
    assert _marks(drawn)["hurt-many"][:2] == (9, symbol)
    heads = [trace["marker"].get("symbol") for trace in drawn["data"] if "marker" in trace]
    assert ("triangle-right" in heads) == arrow


def test_a_best_estimate_is_drawn_only_where_the_source_gives_one(tmp_path: Path) -> None:
    rows = [make.figure(), make.context_figure(best="11"), make.context_figure(id="hurt-later")]
    drawn = _drawn(make.dossier(tmp_path, figures=rows))
    strokes = [trace["x"] for trace in drawn["data"] if trace.get("marker", {}).get("size") == 24]
    assert strokes == [[11]]


def test_labels_say_who_when_and_how_and_fit_a_phone(shipped: Dossier) -> None:
    figures = in_order(shipped.figures[shipped.figures["measure"] == "killed"].head(40), [])
    words = describe(figures, names(shipped.actors), shipped.story.populations)
    drawn = figures_chart(figures, words, LIGHT, {}).to_dict()
    (labels,) = (trace["text"] for trace in drawn["data"] if trace["mode"] == "text")
    own = next(label for label in labels if "<b>14,000</b>" in label)
    for said in ("Everyone", "in the story", "Ukraine", "2014 to 13 April 2021", "claimed"):
        assert said in own.replace("<br>", " ")
    lines = [line for label in labels for line in label.split("<br>") if "<span" in line]
    assert max(len(line.split(">")[1].split("<")[0]) for line in lines) <= WIDTH


def test_a_label_shows_markup_as_letters(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, actors=[make.actor(name="<b>Mayor</b>")])
    (labels,) = (trace["text"] for trace in _drawn(dossier)["data"] if trace["mode"] == "text")
    assert any("&lt;b&gt;Mayor" in label for label in labels)


def test_no_chart_stacks_sums_or_averages(shipped: Dossier) -> None:
    figures = in_order(shipped.figures.head(8), [])
    words = describe(figures, {}, {})
    drawn = figures_chart(figures, words, LIGHT, {}).to_dict()
    assert {trace["type"] for trace in drawn["data"]} == {"scatter"}
    assert all("stackgroup" not in trace for trace in drawn["data"])


def test_an_alt_sentence_names_every_figure(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    words = describe(dossier.figures, names(dossier.actors), dossier.story.populations)
    told = figures_alt(words)
    assert told.startswith("2 figures")
    assert "more than 12 (everyone; The mayor; 2020 to 6 May 2020; in the story)" in told
