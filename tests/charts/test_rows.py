"""Tests of dash.charts.rows: labels that collide at no width."""

from collections import defaultdict
from itertools import combinations

from dash.charts.rows import BESIDE, LETTER, NARROWEST, Mark, Place, pack
from hypothesis import given
from hypothesis import strategies as st

SHARES = st.floats(0, 1)
MARKS = st.lists(
    st.builds(
        lambda one, other, letters: Mark(min(one, other), max(one, other), letters),
        SHARES,
        SHARES,
        st.integers(1, 28),
    )
    | st.builds(lambda at, letters: Mark(at, at, letters), SHARES, st.integers(1, 28)),
    max_size=25,
)


def _covered(mark: Mark, place: Place, width: float) -> tuple[float, float]:
    """Return what a mark and its label cover in a plot of some width, in pixels."""
    first, last = mark.first * width, mark.last * width
    letters = mark.letters * LETTER
    if place.side == "right":
        return first, last + BESIDE + letters
    if place.side == "left":
        return first - BESIDE - letters, last
    return first, max(last, first + BESIDE + letters)


@given(MARKS, st.floats(NARROWEST, 2000), st.integers(0, 30))
def test_no_label_covers_another_at_any_width(
    marks: list[Mark], width: float, heading: int
) -> None:
    rows: dict[int, list[tuple[float, float]]] = defaultdict(list)
    rows[0].append((0, heading * LETTER))
    for mark, place in zip(marks, pack(marks, heading), strict=True):
        rows[place.row].append(_covered(mark, place, width))
    for taken in rows.values():
        for one, other in combinations(taken, 2):
            assert one[1] <= other[0] or other[1] <= one[0]


@given(SHARES, st.integers(1, 24))
def test_a_label_of_a_point_stays_inside_the_plot(at: float, letters: int) -> None:
    mark = Mark(at, at, letters)
    (place,) = pack([mark])
    low, high = _covered(mark, place, NARROWEST)
    assert low >= 0
    assert high <= NARROWEST


def test_marks_that_a_closer_view_shows_keep_the_first_row_free() -> None:
    assert pack([Mark(0.5, 0.5, 5)], crowd=[Mark(0.5, 0.52, 0)]) == [Place(1, "right")]
