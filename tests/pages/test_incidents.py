"""Tests of the page /incidents, run by AppTest."""

from pathlib import Path

import pytest
from pysail.spark import SparkConnectServer

from dash.__main__ import main
from dash.dossier.incidents import SETTING
from dash.importing import writing
from dash.site import offered
from dash.ui import data
from tests import factories as make
from tests.importing import events
from tests.pages.app import open_page, text_of
from tests.serving import free_port

PAGE = "pages/incidents.py"


@pytest.fixture(autouse=True)
def _anew() -> None:
    data._read.forget()


def test_the_sentence_says_how_many_who_where_and_what_others_count() -> None:
    app = open_page(PAGE)
    told = text_of(app)
    assert "7,749 people killed (7,291 to 8,652)" in told
    assert "The most in a month: 1,106, in August 2014." in told
    assert "Ukrainian forces 3,343; Armed groups 1,316; Civilians 1,240; Side not known" in told
    assert "4,980 of them at 408 places; of 2,769 the place is known no closer" in told
    assert "14,200 to 14,400" in told
    assert "they do not count the same" in told
    assert "Euromaidan" in told
    assert "Crimea" not in told.split("What this record counts")[0].split("Beside")[0]
    assert not app.error


def test_a_choice_in_the_address_is_what_is_counted() -> None:
    app = open_page(
        PAGE,
        incidents_from="2014-07",
        incidents_to="2014-07",
        incidents_party="deaths_civilians",
        incidents_where="spot",
    )
    told = text_of(app)
    assert "359 people killed: Civilians" in told
    assert "Low and high are on record for all parties together only" in told
    assert "All of them at" in told
    app = open_page(PAGE, incidents_place="38.6390,48.1384")
    assert "MH17 crash site" in text_of(app)
    assert "298 people killed" in text_of(app)
    assert len(app.dataframe) == 1
    assert list(app.dataframe[0].value["Month"]) == ["2014-07"]
    app.session_state["incidents_rows"] = True
    app.run()
    assert list(app.dataframe[1].value["Best"]) == [298]


def test_what_an_address_asks_for_in_vain_is_told() -> None:
    stale = {"incidents_to": "1999-01", "incidents_party": "x", "incidents_place": "here"}
    app = open_page(PAGE, **stale)
    assert len(app.warning) == 3
    assert "7,749 people" in text_of(app)
    app = open_page(PAGE, incidents_place="1.0000,1.0000")
    assert "No death is on record at this place" in app.info[0].value


def test_the_years_are_played_one_by_one_and_pause_keeps_the_year() -> None:
    app = open_page(PAGE)
    app.button(key="incidents_play").click().run()
    assert "4,395 people killed" in text_of(app)
    app.session_state["incidents_playing"] = 2015
    app.run()
    assert "1,726 people killed" in text_of(app)
    app.button(key="incidents_pause").click().run()
    assert "1,726 people killed" in text_of(app)
    assert app.query_params["incidents_from"] == "2015-01"


def test_a_figure_leads_to_the_selection_that_it_is_the_sum_of() -> None:
    app = open_page("pages/casualties.py", figure="ucdp-2014-civilians")
    queries = [link.proto.query_string for link in app.get("page_link")]
    (query,) = [query for query in queries if "incidents_from" in query]
    assert query == ("incidents_from=2014-01&incidents_to=2014-12&incidents_party=deaths_civilians")
    app = open_page(PAGE, **dict(part.split("=") for part in query.split("&")))
    assert "662 people killed: Civilians" in text_of(app)
    assert "April to December 2014" in text_of(app)
    assert not app.warning


def test_an_engine_that_fails_is_told_and_the_page_asks_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(SETTING, "http://somewhere")
    app = open_page(PAGE)
    assert "the address of a Spark Connect server" in app.error[0].value.replace("\\\\", "")
    assert "What this record counts" in text_of(app)
    monkeypatch.delenv(SETTING)
    app.button(key="incidents_again").click().run()
    assert "7,749 people" in text_of(app)


def test_a_server_that_is_gone_is_told_here_alone_and_answers_when_it_is_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    port = free_port()
    monkeypatch.setenv(SETTING, f"sc://127.0.0.1:{port}")
    app = open_page(PAGE)
    assert "The recorded deaths cannot be asked at present." in app.error[0].value
    assert "did not answer" in app.error[0].value
    assert not open_page("pages/map.py").error
    server = SparkConnectServer(ip="127.0.0.1", port=port)
    server.start(background=True)
    app.button(key="incidents_again").click().run()
    assert "7,749 people" in text_of(app)
    assert not app.error
    server.stop()


def test_a_dossier_without_recorded_deaths_has_no_such_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path / "none")
    assert "incidents" not in [page.name for page in offered(make.reopen(folder))]
    monkeypatch.setenv("DOSSIER", str(folder))
    assert "This dossier has no recorded deaths" in text_of(open_page(PAGE))


def test_a_small_dossier_is_drawn_and_a_damaged_file_is_told_here_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write_incidents(tmp_path, [make.incident()])
    monkeypatch.setenv("DOSSIER", str(folder))
    assert "2 people killed (1 to 3)" in text_of(open_page(PAGE))
    (folder / "incidents" / "deaths.parquet").write_bytes(b"torn")
    app = open_page(PAGE)
    assert "1 problem" in app.error[0].value
    assert not open_page("pages/map.py").error


def test_rows_whose_licence_forbids_it_are_not_shown_nor_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for about, closed in (({"may_be_published": "no"}, True), ({}, False)):
        folder = make.write_incidents(tmp_path / f"{closed}", [make.incident()], about)
        monkeypatch.setenv("DOSSIER", str(folder))
        app = open_page(PAGE, incidents_place="2.0000,3.0000")
        app.session_state["incidents_tables"] = True
        app.run()
        assert text_of(app).count("does not let its rows be passed on") == 2 * closed
        rows = {"recorded_deaths_rows", "incidents_rows"}
        parts = [*app.get("download_button"), *app.get("expander")]
        assert bool(rows & {part.key for part in parts}) != closed
        whole = text_of(open_page("pages/sources.py", sources_view="Tables"))
        assert ("not in it where their licence" in whole) == closed


def test_imported_events_are_drawn_by_year_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path / "dossier", make.STORY + make.INCIDENTS)
    later = events.ged(id=2, date_start="2016-02-01", date_end="2016-02-03", where_prec=4)
    file = events.write(tmp_path / "ged.csv", [events.ged(), later])
    monkeypatch.setattr(writing, "MOST_WAITING", 1)
    assert main(["incidents", str(file), str(folder)]) == 0
    assert len(list((folder / "incidents").glob("year=*/part-0.parquet"))) == 2
    monkeypatch.setenv("DOSSIER", str(folder))
    app = open_page(PAGE)
    assert "10 people killed (8 to 14)" in text_of(app)
    assert "5 of them at 1 place; of 5 the place is known no closer" in text_of(app)
    assert not app.exception
