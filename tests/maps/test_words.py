"""Tests of dash.maps.words, dash.maps.markers and the legend: the map for those who read it."""

from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from dash.dossier.model import Dossier
from dash.maps.atlas import gather_atlas
from dash.maps.legend import swatch
from dash.maps.words import figure_table, first_view, how_drawn, map_alt
from dash.palette import DARK, LIGHT
from tests import factories as make
from tests.maps.scenes import scene


def test_the_alt_names_view_places_layers_and_selection(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, places=[make.place(), make.place(id="far", latitude="60")])
    said = map_alt(scene(dossier, selected="bridge"))
    assert said == (
        "Map, The valley. Places named or marked are The bridge. Selected is The bridge."
    )
    nothing = make.dossier(tmp_path, places=[make.place(latitude="60")])
    assert "No place of the dossier lies in it" in map_alt(scene(nothing))


def test_the_alt_tells_only_what_its_view_shows(shipped: Dossier) -> None:
    region, world = map_alt(scene(shipped, "region")), map_alt(scene(shipped, "world"))
    crimea, donbas = map_alt(scene(shipped, "crimea")), map_alt(scene(shipped, "donbas"))
    assert "Rings to scale around Crimea show 32,700 (Khomchak, 30 March 2021)" in region
    assert "announced for April 2021 and then cancelled" in region
    assert "20 circles to scale" in region
    assert "Rings" not in world
    assert "circles" not in world
    assert "Washington" in world
    assert "Donbas" not in crimea
    assert "Line of contact" not in crimea
    assert "Rings to scale around Crimea" in crimea
    assert "around Russian-Ukrainian border" not in crimea
    assert "Rings" not in donbas
    assert "Line of contact, April 2021 (approximate)" in donbas


def test_the_alt_follows_the_day_and_the_claim(shipped: Dossier) -> None:
    day = replace(scene(shipped, "region"), day="2021-04-13")
    assert "Taran" not in map_alt(day)
    assert "The ring of 41,000 by Mendel stands out" in map_alt(day)
    chosen = replace(day, claim="khomchak-crimea-2021-03-30")
    assert "The ring of 32,700 by Khomchak stands out" in map_alt(chosen)
    assert "41,000 by Mendel" not in map_alt(chosen)


def test_a_town_leads_the_offices_at_its_point(tmp_path: Path) -> None:
    hall = make.place(id="hall", name="Town hall", kind="country")
    town = make.place(id="town", name="Upton", kind="city", source="report", locator="", exact="")
    (marker,) = gather_atlas(make.dossier(tmp_path, places=[hall, town])).markers
    assert (marker.id, marker.ids, marker.tip) == ("town", ("town", "hall"), "Upton, Town hall")
    assert marker.in_story


def test_a_place_without_a_view_of_its_own_gets_the_last(shipped: Dossier) -> None:
    views = shipped.story.views
    assert first_view(views, None).id == "region"
    assert first_view(views, (34.2, 45.3)).id == "region"
    assert first_view(views, (-77.0, 38.9)).id == "world"
    assert first_view(views, (0.0, -80.0)).id == views[-1].id


def test_every_place_with_a_point_lies_in_some_view(shipped: Dossier) -> None:
    drawn = gather_atlas(shipped)
    for key, point in drawn.points.items():
        west, south, east, north = first_view(shipped.story.views, point).bounds
        assert west <= point[0] <= east, key
        assert south <= point[1] <= north, key


def test_the_table_has_claimant_and_date_of_every_figure_on_the_map(shipped: Dossier) -> None:
    table = figure_table(shipped, gather_atlas(shipped))
    assert len(table) == sum(len(layer.figures) for layer in shipped.story.figure_layers)
    row = table.loc["mendel-border-2021-04-12"]
    assert (row["Area"], row["Number"]) == ("Russian-Ukrainian border", "41,000")
    assert "12 April 2021" in row["Time"]
    assert "Mendel" in row["Claimant"]
    assert table.loc["kuleba-troops-2021-04-20", "Area"] == (
        "Russian-Ukrainian border and Crimea (not stated)"
    )
    assert (table[["Area", "Number", "Claimant", "Time"]] != "").all(axis=None)


def test_how_it_is_drawn_tells_what_is_approximate(shipped: Dossier) -> None:
    said = " ".join(how_drawn(shipped.story))
    for words in ("three kilometres", "68/262", "Perekop", "UCDP", "none is added"):
        assert words in said


def test_every_line_of_the_legend_has_a_swatch_of_its_own(shipped: Dossier) -> None:
    drawn = gather_atlas(shipped)
    for palette in (LIGHT, DARK):
        swatches = [swatch(switch, drawn, palette) for switch in drawn.switches]
        for address in swatches:
            picture = b64decode(address.removeprefix("data:image/svg+xml;base64,"))
            assert ElementTree.fromstring(picture).tag.endswith("svg")  # noqa: S314 - our own
        assert len(set(swatches)) == len(swatches)
