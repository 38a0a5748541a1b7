"""Tests of dash.events: when an event can have been, and what belongs to it."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.events import (
    CONTEXT,
    IN_STORY,
    LATER,
    StatementsByEvent,
    differences_of,
    event_table,
    extent,
    in_order,
    lanes,
    overlaps,
    part_of,
    select,
    spans,
    spell_days,
    spell_precision,
    spell_reckoning,
)
from dash.schema.rows import Event
from dash.schema.story import Span
from tests import factories as make
from tests.factories import Row

APRIL = Span(name="April", start="2020-04", end="2020-04")


def _event(tmp_path: Path, **changes: str) -> Event:
    return make.dossier(tmp_path, events=[make.event(**changes)]).records("events")[0]


def _context(**changes: str) -> Row:
    outside = {"in_story": "false", "verification": "V", "source": "report"}
    return make.event(id="later") | outside | {"locator": "", "exact": ""} | changes


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({"start": "2020-05-05"}, (date(2020, 5, 5), date(2020, 5, 5))),
        ({"start": "2020", "precision": "year"}, (date(2020, 1, 1), date(2020, 12, 31))),
        (
            {"start": "2020-03", "end": "2020-04-13", "precision": "month"},
            (date(2020, 3, 1), date(2020, 4, 13)),
        ),
        ({"start": "2020-05-05", "precision": "week"}, (date(2020, 5, 2), date(2020, 5, 8))),
        ({"start": "", "precision": "open"}, None),
    ],
)
def test_an_event_spans_all_that_its_date_can_mean(
    changes: Row, days: tuple[date, date] | None, tmp_path: Path
) -> None:
    assert extent(_event(tmp_path, **changes)) == days


def test_the_storys_events_stand_apart_from_context_and_from_what_came_later(
    tmp_path: Path,
) -> None:
    rows = [
        make.event(start="2020-06-01"),
        _context(id="before", start="2020-05-06"),
        _context(id="after", start="2020-05-07"),
        _context(id="never", start="", precision="open"),
    ]
    dossier = make.dossier(tmp_path, events=rows)
    told = [part_of(event, dossier.story) for event in dossier.records("events")]
    assert told == [IN_STORY, CONTEXT, LATER, CONTEXT]


@pytest.mark.parametrize(
    ("start", "end", "precision", "shown"),
    [
        ("2020-04-30", "", "day", True),
        ("2020-05-01", "", "day", False),
        ("2020-03", "2020-04", "month", True),
        ("2020", "", "year", False),  # it covers all of April and says nothing in it
        ("2020-04", "", "month", True),
        ("", "", "open", False),
    ],
)
def test_a_span_shows_what_can_have_been_in_it(
    start: str, end: str, precision: str, shown: bool, tmp_path: Path
) -> None:
    event = _event(tmp_path, start=start, end=end, precision=precision)
    assert overlaps(event, APRIL) is shown


def test_events_are_selected_by_part_topic_and_actor(tmp_path: Path) -> None:
    rows = [make.event(), _context(actors="", start="2020-05-04")]
    dossier = make.dossier(tmp_path, events=rows)
    story, events = dossier.story, dossier.records("events")

    def ids(*chosen: Collection[str]) -> list[str]:
        return [event["id"] for event in select(events, story, *chosen)]

    assert ids((IN_STORY,), (), ()) == ["quarrel"]
    assert ids((CONTEXT,), ("toll",), ()) == ["later"]
    assert ids((IN_STORY, CONTEXT), (), ("mayor",)) == ["quarrel"]
    assert ids((), (), ()) == []


def test_events_stand_in_order_and_those_without_a_date_last() -> None:
    rows = [make.row_of(Event, start=day) for day in (None, "2020-05-04", None, "2014", "2020")]
    starts = [event["start"] for event in in_order(rows)]
    assert starts == ["2014", "2020", "2020-05-04", None, None]


def test_lanes_and_spans_are_there_without_being_declared(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    assert [lane.name for lane in lanes(dossier.records("events"), dossier.story)] == ["The toll"]
    (span,) = spans(dossier.records("events"), dossier.story)
    assert all(overlaps(event, span) for event in dossier.records("events"))


def test_a_relative_date_says_from_which_day_it_was_reckoned(shipped: Dossier) -> None:
    story = shipped.story
    told = spell_reckoning(shipped.record("events", "turkey-discloses"), story)
    assert told is not None
    assert "The gallery, about 9 April 2021 (paragraphs 11 to 34)" in told
    assert "to come" not in told.replace("as still to come", "")
    ahead = spell_reckoning(shipped.record("events", "erdogan-meeting"), story)
    assert ahead is not None
    assert ahead.endswith("Announced: on 9 April 2021 it was still to come.")
    assert spell_reckoning(shipped.record("events", "crimea-2014"), story) is None
    assert spell_reckoning(shipped.record("events", "mh17"), story) is None


def test_statements_belong_to_an_event_by_paragraph_and_topic_or_by_speaker_and_day(
    shipped: Dossier,
) -> None:
    statements = StatementsByEvent(shipped.records("quotes"))

    def told(event: str) -> list[str]:
        return statements.of(shipped.record("events", event))

    assert told("psaki-briefing") == ["Q07"]
    assert told("trump-foes") == ["Q11", "R24", "R25"]
    assert set(told("call-statements")) == {"Q01", "Q02", "Q03", "Q04", "R05"}
    assert told("crimea-2014") == []


def test_differences_name_their_events(shipped: Dossier) -> None:
    event = shipped.record("events", "exercises-end")
    assert differences_of(event, shipped.records("differences")) == ["D16"]


def test_the_table_says_what_the_chart_shows(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, events=[make.event(places="bridge")])
    (row,) = event_table(dossier.records("events"), dossier).to_dict("records")
    assert row == {
        "Date": "5 May 2020",
        "Precision": "the day is known",
        "Event": "They quarrel",
        "Part": IN_STORY,
        "Lane": "The toll",
        "Actors": "The mayor",
        "Places": "The bridge",
        "Note": "",
        "Id": "quarrel",
    }


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ({"start": "2020-05-05", "precision": "week"}, "about 5 May 2020"),
        ({"start": "2020-05-05", "precision": "day"}, "5 May 2020"),
        ({"start": "2020-05-05", "end": "2020-05-09", "precision": "week"}, "5 to 9 May 2020"),
        ({"start": "", "precision": "open"}, "no date"),
    ],
)
def test_a_day_known_to_the_week_is_told_as_about_that_day(
    dates: dict[str, str], told: str, tmp_path: Path
) -> None:
    event = make.dossier(tmp_path, events=[make.event(**dates)]).record("events", "quarrel")
    assert spell_days(event) == told


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"start": "1912-04-14T23:40"}, "14 April 1912, 23:40"),
        (
            {"start": "1912-04-14T23:40", "zone": "ship's time"},
            "14 April 1912, 23:40 (ship's time)",
        ),
        ({"start": "1912-04-14T23:40-03:00"}, "14 April 1912, 23:40 (UTC\u22123)"),
        ({"start": "0079-08-24"}, "24 August 79 AD"),
    ],
)
def test_a_time_says_by_whose_clock_it_is(
    changes: dict[str, str], words: str, tmp_path: Path
) -> None:
    event = _event(tmp_path, **changes)
    assert spell_days(event) == words
    assert spell_precision(event) == f"the {'time' if 'T' in changes['start'] else 'day'} is known"


def test_events_of_one_day_stand_in_the_order_of_their_times(tmp_path: Path) -> None:
    starts = {"b": "1912-04-14T23:40", "a": "1912-04-15T00:05", "c": "1912-04-14T09:00"}
    rows = [make.event(id=key, start=start) for key, start in starts.items()]
    events = make.dossier(tmp_path, events=rows).records("events")
    assert [event["id"] for event in in_order(events)] == ["c", "b", "a"]
