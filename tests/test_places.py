"""Tests of dash.places: places with their status, for readers."""

from pathlib import Path

from dash import places
from tests import factories as make


def test_places_are_told_with_status_and_blanks_as_text(tmp_path: Path) -> None:
    held = make.place(recognised_as="Upland", controlled_since="2014", as_of="2021-04")
    table = places.place_table(make.dossier(tmp_path, places=[held]).records("places"))
    told = table[["Recognised as", "Held by", "Since", "As of"]]
    assert told.to_numpy().tolist() == [["Upland", "", "2014", "April 2021"]]


def test_where_no_place_has_a_status_there_is_no_column_for_it(tmp_path: Path) -> None:
    table = places.place_table(make.dossier(tmp_path).records("places"))
    assert list(table.columns) == ["Place", "Role in the story", "Point from"]
