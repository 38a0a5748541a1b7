"""Tests of dash.maps.words, dash.maps.markers and the legend: the map for those who read it."""

from base64 import b64decode
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
        "Map, The valley. Places: The bridge. Drawn are: Places of the story. Selected: The bridge."
    )
    nothing = make.dossier(tmp_path, places=[make.place(latitude="60")])
    assert "No place of the dossier lies in it" in map_alt(scene(nothing))


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
        # The two layers of circles look alike, by intention.
        assert len(set(swatches)) == len(swatches) - 1
