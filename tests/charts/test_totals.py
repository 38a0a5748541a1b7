"""Tests of dash.charts.totals: steps of one claimant each, and rises that need a word."""

from itertools import pairwise
from typing import Any

import pytest

from dash.charts.totals import spell_rises, totals_alt, totals_chart
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.selection import Rows, running_totals
from dash.palette import LIGHT


@pytest.fixture
def totals(shipped: Dossier) -> Rows:
    return running_totals(shipped.records("figures"), shipped.story)


@pytest.fixture
def drawn(shipped: Dossier, totals: Rows) -> dict[str, Any]:
    actors = names(shipped.records("actors"))
    whole: dict[str, Any] = totals_chart(totals, shipped.story, actors, LIGHT).to_dict()
    return whole


def _steps(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    return [trace for trace in drawn["data"] if trace["mode"] == "lines"]


def _at(values: str | list[str], place: int) -> str:
    return values if isinstance(values, str) else values[place]


def test_a_total_holds_until_it_is_replaced(drawn: dict[str, Any]) -> None:
    steps = _steps(drawn)
    assert steps
    assert {trace["line"]["shape"] for trace in steps} == {"hv"}


def test_only_totals_of_one_claimant_and_series_are_joined(
    shipped: Dossier, totals: Rows, drawn: dict[str, Any]
) -> None:
    rows = {row["id"]: row for row in totals}
    groups = [trace["customdata"] for trace in drawn["data"] if "customdata" in trace]
    joined = [keys for keys in groups if len(keys) > 1]
    for keys in joined:
        shared = {
            (rows[key]["claimant"], rows[key]["series"], rows[key]["population"]) for key in keys
        }
        assert len(shared) == 1
    ranged = [keys for keys in joined if any(rows[key]["bound"] == "range" for key in keys)]
    assert len(_steps(drawn)) == len(joined) + len(ranged)
    alone = {keys[0] for keys in groups if len(keys) == 1}
    assert {"prystaiko-killed-2019-12", "ukraine-killed-2021-04-13"} <= alone
    assert {row["id"] for row in totals if row["in_story"]} <= alone
    assert sorted(key for keys in groups for key in keys) == sorted(rows)
    assert shipped.story.series


def test_a_range_is_a_bar_and_how_a_number_is_meant_its_mark(drawn: dict[str, Any]) -> None:
    marks = {
        key: (
            trace["y"][place],
            trace["error_y"].get("array"),
            _at(trace["marker"]["symbol"], place),
        )
        for trace in drawn["data"]
        for place, key in enumerate(trace.get("customdata", []))
    }
    middle, halves, _ = marks["un-killed-2021-01-31"]
    assert middle == 13200
    assert halves == [0] * 6 + [100] * 6
    assert marks["killed-13000"] == (13000, None, "triangle-up-open")
    assert marks["un-civilians-killed-2017-05-15"][2] == "triangle-up"
    assert marks["un-forces-killed-2021-12-31"][2] == "diamond-open"


def test_each_group_of_people_has_a_panel_on_the_same_scale(drawn: dict[str, Any]) -> None:
    layout = drawn["layout"]
    panels = [layout[name] for name in ("yaxis", "yaxis2", "yaxis3", "yaxis4")]
    assert "yaxis5" not in layout
    per_share = {
        round(axis["range"][1] / (axis["domain"][1] - axis["domain"][0]), 3) for axis in panels
    }
    assert len(per_share) == 1
    assert all(axis["range"][0] == 0 for axis in panels)
    for above, below in pairwise(panels):
        assert above["domain"][0] > below["domain"][1]
    headings = [note["text"] for note in layout["annotations"] if "domain" in note["yref"]]
    assert headings == [
        "<b>Everyone</b>",
        "<b>Civilians</b>",
        "<b>Ukrainian forces</b>",
        "<b>Armed groups</b>",
    ]


def test_a_lines_last_number_and_name_stand_at_its_end(drawn: dict[str, Any]) -> None:
    notes = drawn["layout"]["annotations"]
    texts = [note["text"].replace("<br>", " ") for note in notes]
    assert "<b>14,200 to 14,400</b> UN human rights office (OHCHR)" in texts
    own = [note["text"] for note in notes if note.get("font", {}).get("color") == LIGHT.accent]
    assert own == [
        "<b>more than 13,000</b><br>nobody named",
        "<b>14,000</b><br>Ukraine",
        "<b>3,300</b><br>United Nations",
    ]
    # What others said of the same claimant has no second name.
    assert texts.count("<b>14,000</b> Ukraine") == 1


def test_names_at_the_end_do_not_run_into_each_other(drawn: dict[str, Any]) -> None:
    notes = drawn["layout"]["annotations"]
    places = sorted(note["ay"] for note in notes if note.get("ayref") == "y")
    assert len(places) == 5
    # A name has at least two lines, of some fifty people a pixel.
    assert min(above - below for below, above in pairwise(places)) > 2 * 15 * 50


def test_each_rise_is_marked_in_its_corner_and_told_with_the_count_of_the_same_time(
    shipped: Dossier, drawn: dict[str, Any]
) -> None:
    marks = {note["text"]: note["y"] for note in drawn["layout"]["annotations"]}
    assert (marks["①"], marks["②"]) == (10225, 13400)
    figures = {row["id"]: row for row in shipped.records("figures")}
    first, second = spell_rises(figures, shipped.story, names(shipped.records("actors")))
    assert first.startswith("① From at least 10,225 (15 August 2017) to 12,800 to 13,000")
    assert "168 to 257 (best estimate 243) for 2018" in first
    assert "174 to 220 (best estimate 208) for 2021" in second
    for told in (first, second):
        assert "no source at hand says so" in told
        assert "recount" in told


def test_the_alt_sentence_names_each_series(shipped: Dossier, totals: Rows) -> None:
    told = totals_alt(totals, shipped.story, names(shipped.records("actors")))
    assert "no two claimants are joined. UN human rights office (OHCHR), Everyone: 12" in told
    assert "the last 14,200 to 14,400 (14 April 2014 to 31 December 2021)" in told
    open_end = "(since 2014, up to when is not stated)"
    assert f"; The story, Ukraine, Everyone (not stated): 14,000 {open_end};" in told
    assert f"; The story, nobody named, Everyone: more than 13,000 {open_end};" in told
