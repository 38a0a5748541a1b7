"""Tests of the scale that figures share: where it begins, and its ticks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash.drawings.scale import MOST_STEPS, are_too_near, scale_of, spell_start
from dash.schema.rows import Figure
from tests.drawings.records import figures
from tests.factories import row_of


def _exact(*values: float) -> list[Figure]:
    return [row_of(Figure, bound="exact", best=value, unit="EUR") for value in values]


@pytest.mark.parametrize(
    ("largest", "step", "end"),
    [("14000", 5000, 15000), ("7", 2, 8), ("15000", 5000, 20000), ("0", 1, 1), ("1", 1, 2)],
)
def test_a_scale_begins_at_0_and_holds_the_largest_with_room(
    largest: str, step: float, end: float, tmp_path: Path
) -> None:
    (figure,) = figures(tmp_path, {"bound": "exact", "best": largest})
    scale = scale_of([figure])
    assert (scale.step, scale.end) == (step, end)
    assert scale.share(0) == 0
    assert scale.share(float(largest)) < 1


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((-3.2, 5.1), [-5, 0, 5, 10]),
        ((-80, -20), [-100, -50, 0]),
        ((0.3, 0.4), [0, 0.2, 0.4, 0.6]),
        ((0.1, 0.25), [0, 0.1, 0.2, 0.3]),
    ],
)
def test_a_scale_has_the_steps_that_its_numbers_ask_for(
    values: tuple[float, ...], ticks: list[float]
) -> None:
    scale = scale_of(_exact(*values))
    assert scale.has_zero
    assert scale.ticks == ticks


def test_dots_that_would_run_into_each_other_stand_on_a_scale_that_begins_elsewhere() -> None:
    near = _exact(1490, 1503, 1517)
    assert scale_of(near).start == 0  # a bar's length stands for its number
    scale = scale_of(near, from_zero=False)
    assert scale.start == 1480
    assert spell_start(scale, "EUR million") == "The scale begins at EUR 1,480 million, not at 0."
    assert scale_of(_exact(13000, 14000), from_zero=False).start == 0


@pytest.mark.parametrize(
    ("low", "high", "near"),
    [
        (1490, 1517, True),
        (13000, 14000, False),
        (5, 5, False),
        (-1, 1, False),
        (-1517, -1490, True),
    ],
)
def test_too_near_are_marks_within_a_twentieth(low: float, high: float, near: bool) -> None:
    assert are_too_near(low, high) == near


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=5), st.booleans())
def test_every_number_stands_on_the_scale(values: list[int], from_zero: bool) -> None:
    scale = scale_of(_exact(*map(float, values)), from_zero=from_zero)
    assert 1 <= scale.steps <= MOST_STEPS
    assert scale.has_zero or not from_zero
    assert all(0 <= scale.share(value) <= 1 for value in values)
