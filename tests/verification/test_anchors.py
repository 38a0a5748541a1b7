"""Tests of dash.verification.anchors: which words each record rests on."""

from pathlib import Path

from dash.verification.anchors import anchors
from tests import factories as make


def test_the_anchors_are_those_of_the_storys_records(tmp_path: Path) -> None:
    found = list(anchors(make.dossier(tmp_path)))
    assert [anchor.key for anchor in found] == ["mayor", "bridge", "hurt-many", "Q1", 1, "quarrel"]
    assert [anchor.quotation for anchor in found if anchor.table == "quotes"] == [
        "We shall not pay."
    ]


def test_a_broken_table_leaves_the_others_to_be_looked_up(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, events=[make.event(precision="roughly")])
    assert "events" not in {anchor.table for anchor in anchors(dossier)}
