"""Tests of figures on a small map."""

from collections.abc import Sequence
from math import pi
from pathlib import Path

import pytest

from dash.drawings.claims import Claim, Ground, claim_map, radius
from dash.drawings.ground import Frame
from dash.palette import DARK, LIGHT
from dash.schema.rows import Figure
from tests.drawings.records import elements, figures, texts

FRAME = Frame((0.0, 0.0, 10.0, 8.0), 360)
NOTHING = Ground((), {}, {})


def _claims(rows: Sequence[Figure], at: tuple[float, float] = (3.0, 4.0)) -> list[Claim]:
    return [Claim(row, "The bridge", at, "The mayor") for row in rows]


def test_the_area_of_a_ring_is_in_proportion_to_its_number() -> None:
    assert pi * radius(50, 100) ** 2 == pytest.approx(pi * radius(100, 100) ** 2 / 2)


def test_rings_of_one_place_share_their_centre_and_none_is_added(tmp_path: Path) -> None:
    rows = figures(tmp_path, {"bound": "exact", "best": "400"}, {"bound": "exact", "best": "100"})
    circles = elements(claim_map(_claims(rows), NOTHING, FRAME, LIGHT), "circle")
    assert len({(circle.get("cx"), circle.get("cy")) for circle in circles}) == 1
    assert {circle.get("r") for circle in circles} == {"40", "20"}


def test_every_number_is_written_with_who_says_so_and_when(tmp_path: Path) -> None:
    rows = figures(tmp_path, {"bound": "exact", "best": "400", "period_start": ""})
    drawing = claim_map(_claims(rows), NOTHING, FRAME, LIGHT)
    assert texts(drawing) == ["400", "The mayor, 6 May"]
    assert "The bridge: 400, The mayor, as of 6 May 2020." in drawing.alt


@pytest.mark.parametrize(
    ("bound", "dashed"), [("exact", False), ("about", True), ("more_than", True)]
)
def test_what_is_not_exact_has_no_closed_line(bound: str, dashed: bool, tmp_path: Path) -> None:
    column = "low" if bound == "more_than" else "best"
    rows = figures(tmp_path, {"bound": bound, column: "400"})
    drawing = claim_map(_claims(rows), NOTHING, FRAME, LIGHT)
    assert any(circle.get("stroke-dasharray") for circle in elements(drawing, "circle")) == dashed


def test_long_names_are_written_smaller_not_cut(tmp_path: Path) -> None:
    (row,) = figures(tmp_path, {"bound": "exact", "best": "400"})
    claim = Claim(row, "The bridge", (3.0, 4.0), "An office with a name of many words" * 2)
    _, said = elements(claim_map([claim], NOTHING, FRAME, LIGHT), "text")
    width = float(said.get("font-size") or 0) * 0.56 * len(said.text or "")
    assert float(said.get("x") or 0) + width <= FRAME.width


def test_a_name_is_not_written_over_a_ring(tmp_path: Path) -> None:
    rows = figures(tmp_path, {"bound": "exact", "best": "400"})
    ground = Ground((), {}, {"Upper": (3.0, 4.0), "Lower": (5.0, 1.0)})
    drawing = claim_map(_claims(rows), ground, FRAME, DARK)
    assert "LOWER" in texts(drawing)
    assert "UPPER" not in texts(drawing)


def test_without_land_nothing_is_drawn_as_sea() -> None:
    (ground,) = elements(claim_map([], NOTHING, FRAME, LIGHT), "rect")
    assert ground.get("fill") == LIGHT.panel


def test_a_claim_outside_the_frame_is_left_out(tmp_path: Path) -> None:
    rows = figures(tmp_path, {"bound": "exact", "best": "400"})
    drawing = claim_map(_claims(rows, at=(30.0, 4.0)), NOTHING, FRAME, LIGHT)
    assert not elements(drawing, "circle")
    assert "400" not in drawing.alt
