"""Tests of the strip of days."""

from datetime import date
from pathlib import Path

from dash.drawings.days import days
from dash.palette import LIGHT
from tests.drawings.records import elements, events

TOLD = date(2020, 5, 6)


def test_days_stand_in_their_order_and_what_was_to_come_is_open(tmp_path: Path) -> None:
    told = events(
        tmp_path, {"start": "2020-05-01"}, {"start": "2020-05-05"}, {"start": "2020-05-09"}
    )
    drawing = days(told, "e1", TOLD, LIGHT)
    dots = elements(drawing, "circle")
    places = [float((dot.get("cx") or "").rstrip("%")) for dot in dots]
    assert places == sorted(places)
    assert [dot.get("fill") == LIGHT.paper for dot in dots] == [False, False, True]
    bold = [text.text for text in elements(drawing, "text") if text.get("font-weight")]
    assert bold == ["5 May"]
    # All three dates have room, though the bold one stands nearer to an end than a third.
    assert {text.text for text in elements(drawing, "text")} == {"1 May", "5 May", "9 May"}
    assert "5 May 2020: They quarrel, marked" in drawing.alt
    assert "9 May 2020: They quarrel, then still to come" in drawing.alt


def test_a_long_time_has_its_years_and_room_for_a_mark_at_its_ends(tmp_path: Path) -> None:
    told = events(tmp_path, {"start": "1856-03-01"}, {"start": "2020-12-08"})
    drawing = days(told, "e1", None, LIGHT)
    first, last = (float(dot.get("cx", "").rstrip("%")) for dot in elements(drawing, "circle"))
    assert first > 1.5
    assert last < 98.5
    assert [text.text for text in elements(drawing, "text")] == ["8 December 2020", "1 March 1856"]


def test_a_single_day_stands_in_the_middle(tmp_path: Path) -> None:
    (dot,) = elements(days(events(tmp_path, {}), "e0", TOLD, LIGHT), "circle")
    assert dot.get("cx") == "50%"


def test_events_of_one_day_stand_above_each_other(tmp_path: Path) -> None:
    told = events(
        tmp_path, {"start": "2020-05-05"}, {"start": "2020-05-05"}, {"start": "2020-05-09"}
    )
    dots = elements(days(told, None, TOLD, LIGHT), "circle")
    assert dots[0].get("cx") == dots[1].get("cx")
    assert dots[0].get("cy") != dots[1].get("cy")


def test_a_date_that_is_not_exact_is_no_dot(tmp_path: Path) -> None:
    told = events(
        tmp_path,
        {"start": "2020-05-01", "end": "2020-05-07", "precision": "week"},
        {"start": "2020-05", "precision": "month"},
    )
    drawing = days(told, None, TOLD, LIGHT)
    assert not elements(drawing, "circle")
    assert len(elements(drawing, "rect")) == 2


def test_an_event_without_a_date_is_not_drawn(tmp_path: Path) -> None:
    (undated,) = events(tmp_path, {"start": "", "precision": "open"})
    assert days([undated], "e0", TOLD, LIGHT).alt == ""
