"""Tests of dash.maps.symbols: sizes are true, nothing is joined or added."""

from dataclasses import replace
from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.maps.symbols import Circle, reach_by_place, short_number
from dash.schema.rows import Figure
from tests import factories as make
from tests.maps.scenes import scene

LAYERS = """
[[figure_layers]]
id = "crowd"
name = "The crowd"
figures = ["hurt-many", "hurt-count", "hurt-four"]
style = "rings"
radius = 30.0

[[figure_layers]]
id = "boats"
name = "Boats that sailed"
style = "passage"
figures = ["hurt-many"]
path = ["bridge", "mill"]

[[figure_layers]]
id = "no-boats"
name = "Boats that did not"
style = "passage"
figures = ["hurt-count"]
path = ["bridge", "mill"]
dashed = true
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    figures = [
        make.figure(),
        make.context_figure(low="10", high="48", area="bridge"),
        make.figure(id="hurt-four", bound="exact", low="", best="4", area="bridge;mill"),
    ]
    places = [make.place(), make.place(id="mill", name="The mill", longitude="2.5", latitude="3.2")]
    folder = make.write(tmp_path, figures=figures, places=places)
    (folder / "dossier.toml").write_text(make.STORY + LAYERS, encoding="utf-8")
    return make.reopen(folder)


def _circles(dossier: Dossier) -> dict[str, Circle]:
    return {circle.figure: circle for circle in scene(dossier).circles}


def test_there_is_one_ring_a_figure_of_one_area_and_its_area_is_in_proportion(
    dossier: Dossier,
) -> None:
    assert not dossier.problems
    circles = _circles(dossier)
    # The figure of two areas is drawn at neither of them, and joined to nothing.
    assert set(circles) == {"hurt-many", "hurt-count"}
    assert circles["hurt-count"].radius == 30
    assert (circles["hurt-many"].radius / 30) ** 2 == pytest.approx(12 / 48)
    assert (circles["hurt-count"].inner / 30) ** 2 == pytest.approx(10 / 48)
    assert circles["hurt-many"].inner == 0


def test_rings_of_an_area_share_its_point_and_the_larger_comes_first(dossier: Dossier) -> None:
    drawn = scene(dossier).circles
    assert {circle.position for circle in drawn} == {(2.0, 3.0)}
    assert [circle.figure for circle in drawn] == ["hurt-count", "hurt-many"]
    assert reach_by_place(drawn) == {"bridge": 30.0}


def test_the_scale_stays_while_the_day_hides_a_ring(dossier: Dossier) -> None:
    early = replace(scene(dossier), day="2000")
    assert early.circles == []
    late = {circle.figure: circle.radius for circle in replace(early, day="2030").circles}
    assert late == {one.figure: one.radius for one in scene(dossier).circles}


def test_the_newest_ring_stands_out_until_another_is_chosen(dossier: Dossier) -> None:
    drawn = scene(dossier)
    lit = [circle.figure for circle in drawn.circles if circle.lit]
    assert len(lit) == 1
    (other,) = {"hurt-many", "hurt-count"} - set(lit)
    chosen = replace(drawn, claim=other)
    assert [circle.figure for circle in chosen.circles if circle.lit] == [other]
    # A claim of several areas has no ring: none stands out in its place.
    both = replace(drawn, claim="hurt-four")
    assert not [circle for circle in both.circles if circle.lit]


def test_a_circle_tells_claimant_and_date(dossier: Dossier) -> None:
    tip = _circles(dossier)["hurt-many"].tip
    assert tip == (
        "The bridge\nmore than 12 · People hurt (Everyone)\nThe mayor, 2020 to 6 May 2020"
    )


def test_a_passage_that_never_was_is_dashed_and_lies_apart(dossier: Dossier) -> None:
    sailed, cancelled = scene(dossier).courses
    assert (sailed.dashed, cancelled.dashed) == (False, True)
    assert sailed.path[0] == pytest.approx(cancelled.path[0])
    assert sailed.path[5] != pytest.approx(cancelled.path[5], abs=1e-4)
    assert scene(dossier, off={"boats"}).courses == [cancelled]


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ({"bound": "exact", "best": 41000, "low": None, "high": None}, "41,000"),
        ({"bound": "more_than", "best": None, "low": 100000, "high": None}, "> 100,000"),
        ({"bound": "range", "best": None, "low": 15000, "high": 25000}, "15,000–25,000"),
    ],
)
def test_numbers_keep_their_bound_in_short(figure: dict[str, object], text: str) -> None:
    assert short_number(make.row_of(Figure, unit="people", **figure)) == text
