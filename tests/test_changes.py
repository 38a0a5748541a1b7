"""Tests of what became of a dossier, record by record."""

from pathlib import Path

import pytest

from dash.changes import Change, Field, changes, count
from dash.dossier.model import Dossier
from dash.schema.problems import DossierError
from tests import factories as make
from tests.factories import Row


def _between(folder: Path, story: str = make.STORY, /, **tables: list[Row]) -> list[Change]:
    return changes(make.dossier(folder / "old"), make.dossier(folder / "new", story, **tables))


def test_the_same_said_again_is_no_change(shipped: Dossier) -> None:
    assert changes(shipped, shipped) == []


def test_a_changed_cell_is_told_by_its_column(tmp_path: Path) -> None:
    rows = [make.figure(low="13", note="Corrected."), make.context_figure()]
    (change,) = _between(tmp_path, figures=rows)
    assert (change.table, change.key, change.kind) == ("figures", "hurt-many", "changed")
    assert change.label == "People hurt: more than 13 people, The mayor, as of 6 May 2020"
    assert change.fields == (Field("low", "12", "13"), Field("note", None, "Corrected."))


def test_added_and_withdrawn_records_say_what_they_say(tmp_path: Path) -> None:
    found = _between(tmp_path, events=[make.event(id="peace", title="They make peace")])
    assert found == [
        Change("events", "peace", "added", "They make peace"),
        Change("events", "quarrel", "withdrawn", "They quarrel"),
    ]
    assert count(found) == {"added": 1, "withdrawn": 1, "changed": 0}


def test_a_list_of_ids_is_one_cell(tmp_path: Path) -> None:
    (change,) = _between(tmp_path, differences=[make.difference(records="Q1;slide-1")])
    assert change.fields == (Field("records", "hurt-many; slide-1; Q1", "Q1; slide-1"),)


def test_the_frame_is_told_key_by_key(tmp_path: Path) -> None:
    story = make.STORY.replace("Names imply no opinion.", "None.").replace(
        "2020-05-06", "2020-05-07", 1
    )
    found = _between(tmp_path, story)
    assert [(change.table, change.key) for change in found] == [
        ("dossier.toml", "disclaimer"),
        ("dossier.toml", "published"),
    ]
    assert found[0].fields == (Field("disclaimer", "Names imply no opinion.", "None."),)


def test_within_the_frame_only_what_differs_is_told(tmp_path: Path) -> None:
    story = make.STORY.replace('label = "People hurt"', 'label = "Hurt"')
    story = story.replace('credits = ["Somebody"]', 'credits = ["Somebody", "Nobody"]')
    found = {change.key: change.fields for change in _between(tmp_path, story)}
    assert found == {
        "credits": (Field("credits", None, "Nobody"),),
        "measures": (Field("measures.hurt.label", "People hurt", "Hurt"),),
    }


def test_a_day_that_the_source_leaves_open_is_not_told(tmp_path: Path) -> None:
    rows = [make.figure(low="13", supplied="as_of"), make.context_figure()]
    (change,) = _between(tmp_path, figures=rows)
    assert change.label == "People hurt: more than 13 people, The mayor"


def test_slides_are_told_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    rows = [make.slide(number=str(number)) for number in (1, 10, 9)]
    assert [change.key for change in _between(tmp_path, slides=rows)] == ["9", "10"]


def test_of_a_broken_dossier_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(DossierError):
        _between(tmp_path, quotes=[make.quote(topic="nothing")])
