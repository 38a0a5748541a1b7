"""Tests of the page /map, run by AppTest."""

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dash.dossier.model import Dossier
from dash.ui import recorded
from dash.ui.address import ON
from dash.ui.map.layers import LAYERS
from tests import factories as make
from tests.conftest import SHIPPED
from tests.pages.app import open_page, text_of

PAGE = "pages/map.py"
CROWD = """
[[figure_layers]]
id = "crowd"
name = "The crowd"
figures = ["hurt-many"]
"""
BROKEN = '\n[[layers]]\nid = "ground"\nfile = "ground.geojson"\nname = "Ground"\n'


def _deck(app: AppTest) -> Any:
    (deck,) = app.get("deck_gl_json_chart")
    return deck.proto


def _links(app: AppTest) -> list[tuple[str, str]]:
    links = [link.proto for link in app.get("page_link")]
    return [(link.page, link.query_string) for link in links if link.query_string]


def test_the_map_says_what_it_shows() -> None:
    alt = _deck(open_page(PAGE, map_view="crimea")).alt
    assert alt.startswith("Map, Crimea. Rings to scale around Crimea show ")
    assert "annexed by Russia in 2014; internationally recognised as Ukraine" in alt


def test_without_the_servers_address_the_ground_is_sent_inline_and_compact() -> None:
    deck = _deck(open_page(PAGE))
    layers = {layer["id"]: layer for layer in json.loads(deck.json)["layers"]}
    assert layers["ground-countries"]["data"]["type"] == "FeatureCollection"
    assert ": " not in deck.json[:100]
    assert len(deck.json.encode()) < 240_000


def test_a_place_shows_status_role_and_every_record_tied_to_it() -> None:
    app = open_page(PAGE, map_place="donetsk")
    said = text_of(app)
    assert "Donetsk" in [heading.value for heading in app.header]
    for words in (
        "**Recognised as:** Ukraine",
        "**Controlled by:** Russian-backed separatists",
        "**Since:** 2014",
        "**As of:** April 2021",
        "Held by separatists; home of the man on slide 5",
        "At the same point of the map",
    ):
        assert words in said, words
    links = _links(app)
    assert ("slideshow", "slide=5") in links
    assert ("timeline", "event=war-begins") in links
    assert ("casualties", "figure=ucdp-place-donetsk") in links
    assert not [link for page, link in links if page == "map"]
    (other,) = [button for button in app.button if "People" in button.label]
    shown = other.click().run()
    assert shown.query_params["map_place"] == "donetsk-peoples-republic"
    assert "Donetsk People" in shown.header[0].value


def test_a_long_list_is_shown_on_demand() -> None:
    app = open_page(PAGE, map_place="crimea")
    few = len(_links(app))
    (show_all,) = [toggle for toggle in app.toggle if toggle.key == "map_all_figures"]
    assert show_all.label == "Show all 11"
    assert len(_links(show_all.set_value(True).run())) == few + 8


def test_choosing_a_place_outside_the_view_changes_the_view() -> None:
    app = open_page(PAGE, map_view="crimea")
    (choice,) = [box for box in app.selectbox if box.label == "Place"]
    app = choice.select("washington").run()
    assert not app.exception
    assert _deck(app).alt.startswith("Map, World")
    assert "Washington" in [heading.value for heading in app.header]


def test_where_nobody_says_how_many_the_places_of_the_view_are_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DOSSIER", str(SHIPPED["everest"]))
    app = open_page(PAGE, map_view="summit")
    listed = [button for button in app.button if (button.key or "").startswith("turn_map_place_")]
    assert [button.label.replace("\\", "") for button in listed] == [
        ":primary[Mount Everest: The mountain, on whose summit two countries meet]",
        ":primary[South Col: The saddle where the second receiver of 1999 stood]",
        ":primary[South base camp: Where colleagues of Nepal's surveyors were to wait]",
    ]
    listed[0].click()
    assert "Mount Everest" in [header.value for header in app.run().header]


def test_a_link_to_a_far_place_opens_a_view_that_shows_it() -> None:
    app = open_page(PAGE, map_place="helsinki")
    assert _deck(app).alt.startswith("Map, World")
    assert "Selected is Helsinki" in _deck(app).alt


def test_a_place_without_a_point_is_told_without_a_mark() -> None:
    app = open_page(PAGE, map_place="third-country")
    assert not app.exception
    assert "A third country" in [heading.value for heading in app.header]
    assert "Without a point on any map: A third country, Europe" in text_of(open_page(PAGE))


@pytest.mark.parametrize(("key", "what"), [("map_place", "place"), ("map_view", "part of the map")])
def test_an_unknown_id_says_so_and_shows_the_map(
    key: str, what: str, each_shipped: Dossier
) -> None:
    app = open_page(PAGE, **{key: "atlantis"})
    assert f"asks for the {what} 'atlantis'" in text_of(app)
    assert _deck(app).alt.startswith(f"Map, {each_shipped.story.views[0].name}")


def _with_layers(app: AppTest) -> AppTest:
    app.session_state[LAYERS] = True
    return app.run()


def test_a_layer_can_be_switched_off_in_the_address() -> None:
    app = _with_layers(open_page(PAGE, map_oblasts="false"))
    switched = {box.key: box.value for box in app.checkbox}
    assert switched["map_oblasts"] is False
    assert switched["map_crimea"] is True
    assert switched["map_deaths"] is False


def test_the_legend_has_the_labels_word_for_word() -> None:
    app = open_page(PAGE)
    assert not app.checkbox, "sent to those who never open them"
    _with_layers(app)
    said, switches = text_of(app), {box.label for box in app.checkbox}
    for label in (
        "Crimea: annexed by Russia in 2014; internationally recognised as Ukraine "
        "(UN resolution 68/262)",
        "Line of contact, April 2021 (approximate)",
        "Places with most recorded deaths, 2014 to 2021 (UCDP)",
    ):
        assert label in said
        assert label in switches


def test_a_switch_of_the_legend_redraws_the_map() -> None:
    app = _with_layers(open_page(PAGE))
    (deaths,) = [box for box in app.checkbox if box.key == "map_deaths"]
    assert "most recorded deaths" not in _deck(app).alt
    app = deaths.check().run()
    assert "most recorded deaths" in _deck(app).alt
    (choice,) = [box for box in app.selectbox if box.label == "Place"]
    alt = _deck(choice.select("kyiv").run()).alt
    assert "most recorded deaths" in alt
    assert alt.endswith("Selected is Kyiv.")


def test_the_tables_are_written_when_they_are_opened_and_can_be_downloaded() -> None:
    app = open_page(PAGE)
    assert not app.dataframe
    app.session_state["map_tables"] = True
    app.run()
    places, figures = [table.value for table in app.dataframe]
    assert "Severomorsk" in set(places["Place"])
    assert "41,000" in set(figures["Number"])
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == [
        "Download the places of the map (CSV)",
        "Download the figures of the map (CSV)",
    ]


def test_an_overview_says_that_it_draws_no_figures() -> None:
    assert "drawn in the closer parts only" in text_of(open_page(PAGE, map_view="world"))
    assert "drawn in the closer parts only" not in text_of(open_page(PAGE, map_view="crimea"))


def test_broken_geometry_is_told_here_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path)
    (folder / "dossier.toml").write_text(make.STORY + BROKEN, encoding="utf-8")
    point = {"type": "Point", "coordinates": [200, 0]}
    feature = {"type": "Feature", "properties": {"id": "a"}, "geometry": point}
    ground = {"type": "FeatureCollection", "features": [feature]}
    (folder / "ground.geojson").write_text(json.dumps(ground), encoding="utf-8")
    monkeypatch.setenv("DOSSIER", str(folder))
    app = open_page(PAGE)
    assert not app.exception
    assert "This page cannot be shown: 1 problem" in text_of(app)
    told = app.dataframe[0].value.iloc[0]
    assert (told["File"], told["Column"]) == ("ground.geojson", "feature 1")
    assert not open_page("pages/quotes.py").error


@pytest.mark.parametrize("file", ["figures.csv", "actors.csv"])
def test_what_a_broken_table_takes_from_the_map_is_said(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path)
    (folder / "dossier.toml").write_text(make.STORY + CROWD, encoding="utf-8")
    monkeypatch.setenv("DOSSIER", str(folder))
    assert not open_page(PAGE).warning
    (folder / file).write_bytes(b"\x81")
    app = open_page(PAGE)
    assert not app.exception
    assert not app.error
    told = str(app.warning[0].value).replace("\\", "")
    for words in (
        "Left out of the map: “The crowd”",
        f"in {file}",
        "reload the page",
        "dash check",
    ):
        assert words in told, words
    assert _deck(app).alt.startswith("Map, The valley. Places named or marked are The bridge")
    app.session_state["map_tables"] = True
    assert len(app.run().dataframe) == 1


def test_a_broken_table_takes_only_its_own_records_from_the_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path)
    (folder / "figures.csv").write_bytes(b"\x81")
    monkeypatch.setenv("DOSSIER", str(folder))
    app = open_page(PAGE, map_place="bridge")
    assert not app.exception
    assert "figures.csv has a problem, so its records are not listed here." in text_of(app)
    assert ("quotes", "quote=Q1") in _links(app)


def test_deaths_by_place_are_computed_from_the_record_and_it_is_a_click_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # On a busy machine the record answers later than a page waits for it.
    monkeypatch.setattr(recorded, "PATIENCE_SECONDS", 60.0)
    app = open_page(PAGE, map_deaths=ON, map_view="donbas")
    assert "Computed from the recorded deaths: 19 of 20 numbers." in text_of(app)
    assert any(link.proto.label.endswith("All recorded deaths]") for link in app.get("page_link"))
