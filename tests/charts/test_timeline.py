"""Tests of dash.charts.timeline: what is drawn for what is known."""

from itertools import pairwise
from pathlib import Path

import pytest

from dash.charts.timeline import Row, Timeline, timeline, within
from dash.dossier.model import Dossier
from dash.events import in_order, overlaps, spans
from dash.schema.story import Span
from tests import factories as make


def _drawn(dossier: Dossier, place: int = 0) -> Timeline:
    events = dossier.records("events")
    return timeline(events, dossier.story, spans(events, dossier.story)[place])


def _rows(drawn: Timeline) -> dict[str, Row]:
    return {row.id: row for lane in drawn.lanes for row in lane.rows}


def test_a_known_day_is_a_day_and_a_vague_date_a_band_as_long_as_it(tmp_path: Path) -> None:
    rows = [
        make.event(),
        make.event(id="talks", start="2020-04", precision="month"),
        make.event(id="siege", start="2020-05-01", end="2020-05-04"),
    ]
    found = _rows(_drawn(make.dossier(tmp_path, events=rows)))
    assert {key: row.kind for key, row in found.items()} == {
        "quarrel": "day",
        "talks": "vague",
        "siege": "period",
    }
    lengths = {key: row.ends[1] - row.ends[0] for key, row in found.items() if row.ends}
    assert lengths["talks"] == pytest.approx(30 * lengths["quarrel"], rel=0.02)
    assert lengths["siege"] == pytest.approx(4 * lengths["quarrel"], rel=0.02)


def test_an_event_without_a_date_has_a_row_and_no_mark(tmp_path: Path) -> None:
    rows = [make.event(), make.event(id="someday", start="", precision="open")]
    row = _rows(_drawn(make.dossier(tmp_path, events=rows)))["someday"]
    assert (row.when, row.ends) == ("no date", None)


def test_rows_tell_the_parts_apart(tmp_path: Path) -> None:
    outside = {"in_story": "false", "verification": "V", "source": "report"}
    blank = {"locator": "", "exact": ""}
    rows = [
        make.event(),
        make.event(id="before") | outside | blank,
        make.event(id="after", start="2020-05-20") | outside | blank,
    ]
    found = _rows(_drawn(make.dossier(tmp_path, events=rows)))
    assert {key: row.part for key, row in found.items()} == {"quarrel": 0, "before": 1, "after": 2}


def test_every_event_of_a_span_is_drawn_once(shipped: Dossier) -> None:
    story, events = shipped.story, shipped.records("events")
    for place, span in enumerate(spans(events, story)):
        drawn = _drawn(shipped, place)
        shown = [e["id"] for e in events if e["start"] is None or overlaps(e, span)]
        closer = sum(one.count for lane in drawn.lanes for one in lane.closer)
        assert len(_rows(drawn)) + closer == len(shown) > 30
        assert set(drawn.order) == set(_rows(drawn)) <= set(shown)
        marks = [one for lane in drawn.lanes for one in lane.closer]
        assert all(len(one.marks) == one.count for one in marks)
        assert bool(marks) is bool(within(spans(events, story), span))


def test_the_lane_of_the_storys_own_event_comes_first_and_its_day_is_marked(
    shipped: Dossier,
) -> None:
    drawn = _drawn(shipped)
    assert drawn.own == "biden-putin-call"
    assert drawn.own in {row.id for row in drawn.lanes[0].rows}
    assert drawn.axis.marked == _rows(drawn)[drawn.own].ends


def test_without_an_event_of_its_own_a_story_keeps_its_lanes(tmp_path: Path) -> None:
    drawn = _drawn(make.dossier(tmp_path))
    assert (drawn.own, drawn.axis.marked, drawn.overview) == (None, None, None)
    assert [lane.name for lane in drawn.lanes] == ["The toll"]


def test_both_clocks_stand_in_the_middle_of_their_days(shipped: Dossier) -> None:
    drawn = _drawn(shipped)
    clocks = {name: at for at, name in drawn.axis.clocks}
    assert set(clocks) == {"The gallery, about 9 April 2021", "The article, 13 April 2021"}
    assert drawn.axis.marked
    first, last = drawn.axis.marked
    assert clocks["The article, 13 April 2021"] == pytest.approx((first + last) / 2, abs=0.01)
    assert drawn.axis.after == last


@pytest.mark.parametrize("place", [0, 1])
def test_ticks_are_few_and_run_forward(place: int, shipped: Dossier) -> None:
    drawn = _drawn(shipped, place)
    assert 5 < len(drawn.axis.ticks) < 10
    assert all(one < other for (one, _), (other, _) in pairwise(drawn.axis.ticks))


@pytest.mark.parametrize(
    ("start", "end", "first", "count"),
    [
        ("2021-04-01", "2021-04-30", "5 Apr", 4),
        ("2021-01-05", "2021-04-30", "11 Jan", 8),
        ("2021-01-05", "2021-07-30", "Feb 2021", 6),
        ("2020-10", "2021-09", "Nov 2020", 6),
        # Eleven months without the start of a year.
        ("2021-01-05", "2021-12-30", "Mar 2021", 5),
        ("2021-05", "2023-06", "Jul 2021", 4),
        ("2014", "2021", "2014", 8),
        ("1000", "2021", "1000", 9),
    ],
)
def test_a_span_of_any_length_has_ticks(
    start: str, end: str, first: str, count: int, shipped: Dossier
) -> None:
    span = Span(name="chosen", start=start, end=end)
    ticks = timeline(shipped.records("events"), shipped.story, span).axis.ticks
    assert (ticks[0][1], len(ticks)) == (first, count)


def test_a_year_is_named_beside_its_first_month(shipped: Dossier) -> None:
    span = Span(name="chosen", start="2020-10", end="2021-03")
    ticks = timeline(shipped.records("events"), shipped.story, span).axis.ticks
    assert [words for _, words in ticks] == ["Oct 2020", "Nov", "Dec", "Jan 2021", "Feb", "Mar"]


def test_the_bar_above_says_which_part_of_all_years_is_shown(shipped: Dossier) -> None:
    close, whole = _drawn(shipped).overview, _drawn(shipped, 1).overview
    assert close is not None
    assert whole is not None
    assert whole.shown == (0, 100)
    assert 85 < close.shown[0] < close.shown[1] < 95
    assert [year for _, year in close.years] == [str(year) for year in range(2014, 2022)]


def test_the_order_is_that_of_time(shipped: Dossier) -> None:
    drawn = _drawn(shipped)
    ordered = [event["id"] for event in in_order(shipped.records("events"))]
    assert drawn.order == [key for key in ordered if key in drawn.order]
