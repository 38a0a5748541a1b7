"""Tests of dash.maps.symbols: sizes are true, nothing is joined or added."""

from math import dist
from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.maps.symbols import Circle, number_below, short_number
from dash.schema.rows import Figure
from tests import factories as make
from tests.maps.scenes import scene

LAYERS = """
[[figure_layers]]
id = "crowd"
name = "The crowd"
figures = ["hurt-many", "hurt-count", "hurt-four"]
radius = 30.0
[figure_layers.beside]
"bridge" = [60, 0]
"bridge;mill" = [0, 90]

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


def test_there_is_one_circle_a_figure_and_its_area_is_in_proportion(dossier: Dossier) -> None:
    assert not dossier.problems
    circles = _circles(dossier)
    assert set(circles) == {"hurt-many", "hurt-count", "hurt-four"}
    assert circles["hurt-count"].radius == 30
    assert (circles["hurt-many"].radius / 30) ** 2 == pytest.approx(12 / 48)
    assert (circles["hurt-four"].radius / 30) ** 2 == pytest.approx(4 / 48)


def test_several_circles_of_an_area_stand_side_by_side(dossier: Dossier) -> None:
    circles, camera = _circles(dossier), scene(dossier).camera
    one, other = circles["hurt-many"], circles["hurt-count"]
    apart = dist(camera.pixels(*one.position), camera.pixels(*other.position))
    assert apart > one.radius + other.radius


def test_a_circle_tells_claimant_and_date(dossier: Dossier) -> None:
    tip = _circles(dossier)["hurt-many"].tip
    assert tip == (
        "The bridge\nmore than 12 · People hurt (Everyone)\nThe mayor, 2020 to 6 May 2020"
    )


def test_a_figure_of_two_areas_is_joined_to_both_and_added_to_neither(dossier: Dossier) -> None:
    assert [end for _, end in scene(dossier).leaders] == [(2.0, 3.0), (2.0, 3.0), (2.5, 3.2)]
    assert _circles(dossier)["hurt-four"].text == "4"


def test_a_line_to_one_place_starts_at_the_nearest_circle(dossier: Dossier) -> None:
    drawn = scene(dossier)
    start, end = drawn.leaders[0]
    group = [circle for circle in drawn.circles if circle.area == ("bridge",)]
    at = drawn.camera.pixels(*end)
    nearest = min(group, key=lambda circle: dist(drawn.camera.pixels(*circle.position), at))
    assert len(group) == 2
    assert start == pytest.approx(nearest.position)


def test_a_number_stands_in_its_circle_where_it_fits_and_below_it_where_not() -> None:
    assert number_below("48", 30) == 0
    assert number_below("", 2) == 0
    assert number_below("15,000–\n25,000", 15) > number_below("15,000", 15) > 15


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
        ({"bound": "range", "best": None, "low": 15000, "high": 25000}, "15,000–\n25,000"),
    ],
)
def test_numbers_keep_their_bound_in_short(figure: dict[str, object], text: str) -> None:
    assert short_number(make.row_of(Figure, **figure)) == text
