"""Tests of dash.charts.casualties: one mark per figure, by the way its number is meant."""

from pathlib import Path
from typing import Any

import pytest

from dash.charts.casualties import BAR, STEM, WIDTH, figures_alt, figures_chart
from dash.dossier.model import Dossier
from dash.figures.catalogue import Catalogue
from dash.figures.selection import Rows, in_order
from dash.palette import LIGHT
from tests import factories as make


def _drawn(dossier: Dossier, figures: Rows | None = None) -> dict[str, Any]:
    catalogue, populations = Catalogue(dossier), dossier.story.populations
    ordered = in_order(catalogue.rows if figures is None else figures, list(populations))
    groups = {"everyone": "Everyone"}
    drawn: dict[str, Any] = figures_chart(ordered, catalogue.words, LIGHT, groups).to_dict()
    return drawn


def _marks(drawn: dict[str, Any]) -> dict[str, tuple[float, str, str]]:
    """Return each figure's own mark; the heads of arrows and best estimates come after them."""
    trace = drawn["data"][1]
    marker = trace["marker"]
    cells = zip(trace["x"], marker["symbol"], marker["color"], strict=True)
    return dict(zip(trace["customdata"], cells, strict=False))


def test_each_figure_has_one_mark_where_its_number_is(tmp_path: Path) -> None:
    drawn = _drawn(make.dossier(tmp_path))
    assert _marks(drawn)["hurt-many"] == (12, "circle-open", LIGHT.accent)
    strokes = drawn["data"][0]
    bars = zip(strokes["base"], strokes["x"], strokes["width"], strict=True)
    assert (10, 4, BAR) in bars


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
    assert ("triangle-right" in drawn["data"][1]["marker"]["symbol"]) == arrow
    assert (STEM in drawn["data"][0]["width"]) == arrow


def test_a_best_estimate_is_drawn_only_where_the_source_gives_one(tmp_path: Path) -> None:
    rows = [make.figure(), make.context_figure(best="11"), make.context_figure(id="hurt-later")]
    drawn = _drawn(make.dossier(tmp_path, figures=rows))
    marks = drawn["data"][1]
    strokes = zip(marks["x"], marks["marker"]["symbol"], strict=True)
    assert [x for x, symbol in strokes if symbol == "line-ns"] == [11]


def test_a_small_number_has_whole_ticks(tmp_path: Path) -> None:
    rows = [make.figure(low="2"), make.context_figure(low="1", high="3")]
    assert _drawn(make.dossier(tmp_path, figures=rows))["layout"]["xaxis"]["dtick"] == 1


def test_labels_say_who_when_and_how_and_fit_a_phone(shipped: Dossier) -> None:
    killed = [row for row in shipped.records("figures") if row["measure"] == "killed"]
    drawn = _drawn(shipped, killed[:40])
    (labels,) = (trace["text"] for trace in drawn["data"] if trace.get("mode") == "text")
    own = next(label for label in labels if "<b>14,000</b>" in label)
    for said in ("Everyone", "in the story", "Ukraine", "up to when is not stated", "claimed"):
        assert said in own.replace("<br>", " ")
    lines = [line for label in labels for line in label.split("<br>") if "<span" in line]
    assert max(len(line.split(">")[1].split("<")[0]) for line in lines) <= WIDTH


def test_a_label_shows_markup_as_letters(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, actors=[make.actor(name="<b>Mayor</b>")])
    (labels,) = (trace["text"] for trace in _drawn(dossier)["data"] if trace.get("mode") == "text")
    assert any("&lt;b&gt;Mayor" in label for label in labels)


def test_no_chart_stacks_sums_or_averages(shipped: Dossier) -> None:
    drawn = _drawn(shipped, shipped.records("figures")[:8])
    strokes, *others = drawn["data"]
    # Each bar stands alone on a line of its own, from its low end.
    assert len(set(strokes["y"])) == len(strokes["y"]) == len(strokes["base"])
    assert {trace["type"] for trace in others} == {"scatter"}
    assert all("stackgroup" not in trace for trace in others)


def test_an_alt_sentence_names_every_figure(tmp_path: Path) -> None:
    catalogue = Catalogue(make.dossier(tmp_path))
    told = figures_alt(catalogue.said(catalogue.rows))
    assert told.startswith("2 figures")
    assert "more than 12 (Everyone; The mayor; 2020 to 6 May 2020; in the story)" in told
