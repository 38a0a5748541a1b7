"""Tests of the page /timeline, run by AppTest."""

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dash.dates import last_day
from dash.dossier.model import Dossier
from tests import factories as make
from tests.pages.app import open_page, parts_of, text_of

PAGE = "pages/timeline.py"


def _rows(app: AppTest) -> dict[str, Any]:
    (rows,) = parts_of(app)
    return dict(json.loads(rows.proto.json))


def _shown(app: AppTest) -> set[str]:
    return set(_rows(app)["order"])


def test_the_storys_own_events_come_first_with_both_clocks_explained(shipped: Dossier) -> None:
    app = open_page(PAGE)
    story = {event["id"] for event in shipped.records("events") if event["in_story"]}
    assert _shown(app) <= story
    assert "biden-putin-call" in _shown(app)
    told = text_of(app)
    assert "The gallery, about 9 April 2021 (paragraphs 11 to 34)" in told.replace("**", "")
    assert "The article, 13 April 2021 (paragraphs 1 to 10)" in told.replace("**", "")
    assert "ends that fade are not known to the day" in told
    assert "Biden and Putin spoke on the phone" in told
    assert not app.dataframe


def test_an_event_in_the_address_opens_its_record_and_the_view_that_shows_it() -> None:
    app = open_page(PAGE, event="mh17")
    assert "Flight MH17 came down" in text_of(app)
    assert "mh17" in _shown(app)
    assert _rows(app)["chosen"] == "mh17"
    app = open_page(PAGE, event="call-statements")
    links = {link.proto.query_string for link in app.get("page_link")}
    assert {"quote=Q01", "difference=D14", "map_place=kremlin"} <= links
    assert "Reckoned from the day" in text_of(app)
    assert len([one for one in app.get("popover") if one.proto.popover.label == "Source"]) == 1


@pytest.mark.parametrize(("count", "rest"), [(12, []), (15, ["And 3 more"])])
def test_a_record_names_twelve_links_of_a_kind_and_counts_the_rest(
    count: int, rest: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    differences = [make.difference(id=f"D{n}", records="quarrel;Q1") for n in range(count)]
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path, differences=differences)))
    app = open_page(PAGE, event="quarrel")
    links = [link.proto.query_string for link in app.get("page_link")]
    assert [link for link in links if "difference=" in link] == [
        f"difference=D{n}" for n in range(12)
    ]
    assert re.findall(r"And \d+ more", text_of(app)) == rest


def test_every_event_opens_without_a_fault(each_shipped: Dossier) -> None:
    events = [event["id"] for event in each_shipped.records("events")]
    # Without a date, of a year alone, or of several days: none is like another.
    named = [event for event in events if event in ("possible-summit", "us-notice-2021-03-25")]
    for event in [*events[:2], *named]:
        app = open_page(PAGE, event=event)
        assert not app.exception
        assert each_shipped.events["title"][event] in text_of(app)


def test_the_legend_speaks_of_no_ground_that_is_not_drawn(each_shipped: Dossier) -> None:
    """Nothing of the mountain's story came after its article; much came after the call's."""
    told = text_of(open_page(PAGE))
    published = last_day(each_shipped.story.published or "")
    ends = [event["end"] or event["start"] for event in each_shipped.records("events")]
    later = any(end and last_day(end[:10]) > published for end in ends)
    assert ("Tinted ground" in told) == later


def test_previous_and_next_follow_the_order_of_time_and_close_ends_it() -> None:
    app = open_page(PAGE, event="biden-putin-call")
    app.button(key="timeline_next").click().run()
    assert app.query_params["event"] == "call-statements"
    app.button(key="timeline_previous").click().run()
    app.button(key="timeline_previous").click().run()
    assert app.query_params["event"] == "erdogan-meeting"
    app.button(key="timeline_close").click().run()
    assert "event" not in app.query_params


def _table(**query: str) -> pd.DataFrame:
    return open_page(PAGE, timeline_table="true", **query).dataframe[0].value


def test_filters_in_the_address_narrow_rows_and_table(shipped: Dossier) -> None:
    assert len(_table()) == shipped.events["in_story"].sum()
    context = _table(timeline_part="Context", timeline_actor="Turkey")
    assert set(context["Id"]) == {"us-notice-2021-03-25"}
    app = open_page(PAGE, timeline_lane="Warships", timeline_actor="Turkey")
    assert _shown(app) == {"turkey-discloses", "us-notice-march"}


def test_an_actor_brings_those_who_act_for_it() -> None:
    ids = set(_table(timeline_actor="Russia")["Id"])
    assert {"shoigu-remarks", "biden-putin-call"} <= ids
    assert "psaki-briefing" not in ids


def test_a_view_without_events_says_so() -> None:
    app = open_page(PAGE, timeline_actor="Donald Trump")
    assert not parts_of(app)
    assert "No event in this part of the timeline" in app.info[0].value
    app = open_page(PAGE, timeline_actor="Donald Trump", timeline_view="2014 to 2021")
    assert "trump-foes" in _shown(app)


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("timeline_view", "part of the timeline"),
        ("timeline_part", "kind of event"),
        ("timeline_lane", "lane"),
        ("timeline_actor", "actor"),
    ],
)
def test_an_unknown_filter_in_the_address_is_told(key: str, what: str) -> None:
    app = open_page(PAGE, **{key: "nobody"})
    assert not app.exception
    assert f"asks for the {what} 'nobody'" in text_of(app)


@pytest.mark.parametrize("table", ["quotes", "differences", "figures", "slides"])
def test_a_broken_side_table_takes_only_its_own_records(
    table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path)
    (folder / f"{table}.csv").write_bytes(b"\x81")
    monkeypatch.setenv("DOSSIER", str(folder))
    app = open_page(PAGE, event="quarrel")
    assert not app.exception
    assert not app.error
    assert _shown(app) == {"quarrel"}
    told = f"{table}.csv has a problem, so its records are not listed here." in text_of(app)
    assert told is (table in {"quotes", "differences"})
