"""Tests of dash.charts.totals: running totals that no line joins, and rises that need a word."""

from itertools import pairwise

from dash.charts.totals import HEIGHT, LABEL_HEIGHT, spell_rises, totals_alt, totals_chart
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.selection import running_totals
from dash.palette import LIGHT


def test_no_two_totals_are_joined(shipped: Dossier) -> None:
    totals = running_totals(shipped.records("figures"), shipped.story)
    drawn = totals_chart(totals, shipped.story, LIGHT).to_dict()
    assert {trace["mode"] for trace in drawn["data"]} == {"markers", "text"}


def test_a_range_is_a_bar_and_a_floor_an_arrow(shipped: Dossier) -> None:
    totals = running_totals(shipped.records("figures"), shipped.story)
    floors = [row for row in totals if row["bound"] == "at_least" and row["series"]]
    drawn = totals_chart(totals, shipped.story, LIGHT).to_dict()["data"]
    ohchr = drawn[0]
    place = ohchr["customdata"].index("un-killed-2021-01-31")
    assert (ohchr["y"][place], ohchr["error_y"]["array"][place]) == (13200, 100)
    assert ohchr["marker"]["symbol"].count("triangle-up") == len(floors) > 0
    assert ohchr["hoverinfo"].count("skip") == 2 * len(floors)


def test_every_total_has_its_mark_and_the_storys_are_labelled(shipped: Dossier) -> None:
    totals = running_totals(shipped.records("figures"), shipped.story)
    drawn = totals_chart(totals, shipped.story, LIGHT).to_dict()
    marked = [key for trace in drawn["data"] for key in trace.get("customdata", [])]
    assert sorted(marked) == sorted(row["id"] for row in totals)
    labels = [label["text"] for label in drawn["layout"]["annotations"]]
    assert labels == ["<b>14,000</b>", "<b>more than 13,000</b>", "<b>3,300</b>"]


def test_the_names_of_the_populations_stand_apart(shipped: Dossier) -> None:
    totals = running_totals(shipped.records("figures"), shipped.story)
    drawn = totals_chart(totals, shipped.story, LIGHT).to_dict()
    (names_of,) = (trace for trace in drawn["data"] if "Armed groups" in str(trace.get("text")))
    heights = sorted(names_of["y"])
    assert len(heights) == 4
    pixels = (drawn["layout"]["yaxis"]["range"][1]) / HEIGHT
    lines = [(above - below) / pixels for below, above in pairwise(heights)]
    assert min(lines) > LABEL_HEIGHT


def test_each_rise_is_marked_and_told_with_the_count_of_the_same_time(shipped: Dossier) -> None:
    totals = running_totals(shipped.records("figures"), shipped.story)
    drawn = totals_chart(totals, shipped.story, LIGHT).to_dict()
    texts = [text for trace in drawn["data"] for text in trace.get("text", [])]
    assert {"①", "②"} <= set(texts)
    figures = {row["id"]: row for row in shipped.records("figures")}
    first, second = spell_rises(figures, shipped.story, names(shipped.records("actors")))
    assert first.startswith("① From at least 10,225 (15 August 2017) to 12,800 to 13,000")
    assert "168 to 257 (best estimate 243) for 2018" in first
    assert "174 to 220 (best estimate 208) for 2021" in second
    for told in (first, second):
        assert "no source at hand says so" in told
        assert "recount" in told


def test_the_alt_sentence_names_each_series(shipped: Dossier) -> None:
    totals = running_totals(shipped.records("figures"), shipped.story)
    told = totals_alt(totals, shipped.story, names(shipped.records("actors")))
    assert "OHCHR" in told
    assert "the last 14,200 to 14,400 (14 April 2014 to 31 December 2021)" in told
    open_end = "(since 2014, up to when is not stated)"
    assert f"; The story, Ukraine, Everyone (not stated): 14,000 {open_end};" in told
    assert f"; The story, nobody named, Everyone: more than 13,000 {open_end};" in told
