"""Tests of the page /timeline, run by AppTest."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash.dossier.model import Dossier
from tests import factories as make
from tests.pages.app import open_page, text_of

PAGE = "pages/timeline.py"


def _chart(app: AppTest) -> str:
    (chart,) = app.get("plotly_chart")
    return str(chart.proto.alt)


def test_the_close_view_comes_first_with_both_clocks_explained() -> None:
    app = open_page(PAGE)
    assert _chart(app).startswith("Timeline, March and April 2021.")
    told = text_of(app)
    assert "The gallery, about 9 April 2021 (paragraphs 11 to 34)" in told.replace("**", "")
    assert "The article, 13 April 2021 (paragraphs 1 to 10)" in told.replace("**", "")
    assert "ends that fade are not known to the day" in told


def test_an_event_in_the_address_opens_its_record_and_the_view_that_shows_it() -> None:
    app = open_page(PAGE, event="mh17")
    assert "Flight MH17 came down" in text_of(app)
    assert _chart(app).startswith("Timeline, 2014 to 2021.")
    app = open_page(PAGE, event="call-statements")
    links = {link.proto.query_string for link in app.get("page_link")}
    assert {"quote=Q01", "difference=D14", "map_place=kremlin"} <= links
    assert "Reckoned from the day" in text_of(app)
    assert len(app.get("popover")) == 1


def test_every_event_opens_without_a_fault(shipped: Dossier) -> None:
    for event in ("possible-summit", "un-3300", "us-notice-2021-03-25", "minsk-2"):
        app = open_page(PAGE, event=event)
        assert not app.exception
        assert shipped.events["title"][event] in text_of(app)


def test_filters_in_the_address_narrow_chart_and_table(shipped: Dossier) -> None:
    everything = open_page(PAGE).dataframe[0].value
    assert len(everything) == len(shipped.events)
    story = open_page(PAGE, timeline_part="In the story").dataframe[0].value
    assert len(story) == shipped.events["in_story"].sum()
    app = open_page(PAGE, timeline_lane="Warships", timeline_actor="Turkey")
    assert set(app.dataframe[0].value["Id"]) == {
        "turkey-discloses",
        "us-notice-march",
        "us-notice-2021-03-25",
    }
    assert "Warships, 3" in _chart(app)


def test_an_actor_brings_those_who_act_for_it() -> None:
    ids = set(open_page(PAGE, timeline_actor="Russia").dataframe[0].value["Id"])
    assert {"shoigu-remarks", "biden-putin-call", "passport-decree"} <= ids
    assert "psaki-briefing" not in ids


def test_a_view_without_events_says_so() -> None:
    app = open_page(PAGE, timeline_actor="Donald Trump")
    assert not app.get("plotly_chart")
    assert "No event in this part of the timeline" in app.info[0].value
    app = open_page(PAGE, timeline_actor="Donald Trump", timeline_view="2014 to 2021")
    assert "Trump speaks of foes" in _chart(app)


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
    (folder / f"{table}.csv").write_bytes(b"\xff")
    monkeypatch.setenv("DOSSIER", str(folder))
    app = open_page(PAGE, event="quarrel")
    assert not app.exception
    assert not app.error
    assert app.get("plotly_chart")
    told = f"{table}.csv has a problem, so its records are not listed here." in text_of(app)
    assert told is (table in {"quotes", "differences"})
