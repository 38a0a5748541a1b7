"""Tests of dash.ties: what a dossier ties to a place."""

from pathlib import Path

from dash.dossier.model import Dossier
from dash.ties import Ties
from tests import factories as make


def test_every_table_that_names_a_place_is_asked(tmp_path: Path) -> None:
    dossier = make.dossier(
        tmp_path,
        figures=[make.context_figure(area="mill;bridge"), make.figure()],
        places=[make.place(), make.place(id="mill", longitude="2.2")],
        slides=[make.slide(places="bridge")],
        events=[make.event(places="mill; bridge")],
        differences=[make.difference(records="bridge;Q1")],
    )
    assert not dossier.problems
    found = {tied.table: tied.keys for tied in Ties(dossier).of("bridge")}
    assert found == {
        "quotes": ("Q1",),
        "events": ("quarrel",),
        "slides": (1,),
        "figures": ("hurt-many", "hurt-count"),  # the story's own first
        "differences": ("D1",),
    }
    assert [tied.keys for tied in Ties(dossier).of("mill")] == [
        (),
        ("quarrel",),
        (),
        ("hurt-count",),
        (),
    ]


def test_a_broken_table_hides_no_other(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    (folder / "quotes.csv").write_bytes(b"\x81")
    found = {tied.table: tied for tied in Ties(make.reopen(folder)).of("bridge")}
    assert not found["quotes"].readable
    assert found["figures"].keys == ("hurt-many", "hurt-count")


def test_places_that_share_a_point_know_each_other(shipped: Dossier) -> None:
    ties = Ties(shipped)
    assert ties.same_point("moscow") == ["russia", "kremlin"]
    assert ties.same_point("kyiv") == []
    assert ties.same_point("europe") == []
