"""Tests of dash.charts.timeline: what is drawn for what is known."""

from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dash.charts.arrangement import arrange, short_label, within
from dash.charts.timeline import TINT, timeline_alt, timeline_chart
from dash.dossier.model import Dossier
from dash.events import lanes, overlaps, spans
from dash.palette import LIGHT
from dash.schema.rows import Event
from tests import factories as make

MILLISECONDS_OF_A_DAY = 86_400_000


def _traces(dossier: Dossier, chosen: str | None = None) -> list[dict[str, Any]]:
    (span,) = spans(dossier.records("events"), dossier.story)
    chart = timeline_chart(dossier.records("events"), dossier.story, span, LIGHT, chosen)
    return list(chart.to_dict()["data"])


def test_a_known_day_is_a_point_and_a_vague_date_a_band_that_fades(tmp_path: Path) -> None:
    rows = [make.event(), make.event(id="talks", start="2020-04", precision="month")]
    fading, bands, story, *_ = _traces(make.dossier(tmp_path, events=rows))
    assert bands["customdata"] == ["talks"]
    assert bands["base"] == ["2020-04-01T00:00"]
    assert bands["x"] == [30 * MILLISECONDS_OF_A_DAY]
    assert bands["marker"]["opacity"] == [0]
    begins = [datetime.fromisoformat(begin) for begin in fading["base"]]
    lengths = [timedelta(milliseconds=length) for length in fading["x"]]
    ends = [(begin, begin + length) for begin, length in zip(begins, lengths, strict=True)]
    for outer, inner in pairwise(ends):
        assert outer[0] < inner[0] < inner[1] < outer[1]
    # Where all lie over each other, they are as dark as the band of a known period.
    clear = (1 - fading["marker"]["opacity"]) ** len(ends)
    assert 1 - clear == pytest.approx(TINT)
    assert fading["hoverinfo"] == "skip"
    assert dict(zip(story["customdata"], story["marker"]["opacity"], strict=True)) == {
        "quarrel": 1,
        "talks": 0,
    }


def test_a_known_period_is_a_band_that_does_not_fade(tmp_path: Path) -> None:
    rows = [make.event(start="2020-05-01", end="2020-05-04")]
    fading, bands, *_ = _traces(make.dossier(tmp_path, events=rows))
    assert fading["x"] == []
    assert bands["x"] == [3 * MILLISECONDS_OF_A_DAY]
    assert bands["marker"]["opacity"] == [TINT]


def test_parts_differ_in_mark_and_in_the_style_of_their_labels(tmp_path: Path) -> None:
    outside = {"in_story": "false", "verification": "V", "source": "report"}
    blank = {"locator": "", "exact": ""}
    rows = [
        make.event(),
        make.event(id="before") | outside | blank,
        make.event(id="after", start="2020-05-20") | outside | blank,
    ]
    _, _, story, context, later, *_ = _traces(make.dossier(tmp_path, events=rows))
    symbols = [trace["marker"]["symbol"] for trace in (story, context, later)]
    assert symbols == ["circle", "circle-open", "diamond-open"]
    assert [trace["text"][0] for trace in (story, context, later)] == [
        "<b>They quarrel</b>",
        "They quarrel",
        "<i>They quarrel</i>",
    ]


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    rows = [make.event(title="<a href='x'>go</a>", label="<b>&")]
    _, _, story, *_ = _traces(make.dossier(tmp_path, events=rows))
    assert story["text"][0] == "<b>&lt;b&gt;&amp;</b>"
    assert "<a" not in story["hovertext"][0]


def test_the_chosen_event_has_a_ring(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    assert len(_traces(dossier, "quarrel")) == len(_traces(dossier)) + 1


def test_every_event_of_a_span_is_drawn_once(shipped: Dossier) -> None:
    story, events = shipped.story, shipped.records("events")
    for span in spans(events, story):
        closer = within(spans(events, story), span)
        drawn, _ = arrange(events, story, lanes(events, story), span, closer)
        shown = sorted(event["id"] for event in events if overlaps(event, span))
        assert sorted(mark.event["id"] for mark in drawn) == shown
        assert len(shown) > 30


def test_both_clocks_have_a_line_and_a_name(shipped: Dossier) -> None:
    events = shipped.records("events")
    close, _ = spans(events, shipped.story)
    layout = timeline_chart(events, shipped.story, close, LIGHT).to_dict()["layout"]
    told = {note["text"] for note in layout["annotations"]}
    assert {"The gallery, about 9 April 2021", "The article, 13 April 2021"} <= told
    lines = [shape["x0"].isoformat() for shape in layout["shapes"] if shape["type"] == "line"]
    assert lines == ["2021-04-09", "2021-04-13"]


def test_an_alt_sentence_names_lanes_events_and_clocks(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    (span,) = spans(dossier.records("events"), dossier.story)
    assert timeline_alt(dossier.records("events"), dossier.story, span) == (
        "Timeline, All of it. The toll, 1. In the story: 5 May 2020, They quarrel. "
        "Lines mark the days the text speaks from: The story, 6 May 2020."
    )
    assert "No event" in timeline_alt([], dossier.story, span)


def test_an_alt_sentence_tells_story_context_and_later_apart(shipped: Dossier) -> None:
    (span, *_) = spans(shipped.records("events"), shipped.story)
    told = timeline_alt(shipped.records("events"), shipped.story, span)
    warships = told.split("Warships, ")[1].split("Russian citizens")[0]
    story, context = warships.split(" Context: ")
    assert "9 April 2021, Turkey tells of warships" in story
    assert "19 to 24 March 2021, USS Monterey" in context.split(" Later knowledge: ")[0]
    assert "14 to 15 April 2021, US passage cancelled" in context.split(" Later knowledge: ")[1]


def test_a_long_title_is_shortened_where_there_is_no_label() -> None:
    assert short_label(make.row_of(Event, title="x" * 40)) == "x" * 26 + " …"
    assert short_label(make.row_of(Event, label="Talks", title="x" * 40)) == "Talks"
