"""Rows of a timeline's labels: packed so that no label covers another at any width.

A label is as wide as its letters, and the room between two marks grows with
the chart. What does not collide in the narrowest chart collides in none, so
the packing is done once, for a phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

# Pixels. The narrowest plot is that of a phone of 360 pixels, less the page's margins.
NARROWEST = 320
LETTER = 6.1
BESIDE = 9
GAP = 6


@dataclass(frozen=True)
class Mark:
    """A mark to be labelled: its ends as shares of the axis, 0 to 1, and the label's letters."""

    first: float
    last: float
    letters: int


@dataclass(frozen=True)
class Place:
    """Where a label stands: its row from 0, and on which side of its mark."""

    row: int
    side: str


def pack(marks: Sequence[Mark], heading: int = 0, crowd: Sequence[Mark] = ()) -> list[Place]:
    """Give each mark, in the order of time, the first row in which it and its label have room.

    Args:
        marks: What is to be labelled.
        heading: Letters of a heading at the left end of the first row.
        crowd: Marks without a label that share the first row, whether they collide or not.
    """
    rows = [[(0.0, heading * LETTER), *(_room(mark, "right") for mark in crowd)]]
    places = []
    for mark in marks:
        side = _side(mark)
        start, end = _room(mark, side)
        row = next((n for n, taken in enumerate(rows) if _is_free(start, end, taken)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append((start, end))
        places.append(Place(row, side))
    return places


def _is_free(start: float, end: float, taken: Sequence[tuple[float, float]]) -> bool:
    return all(end + GAP <= low or high + GAP <= start for low, high in taken)


def _side(mark: Mark) -> str:
    width = mark.letters * LETTER
    if (mark.last - mark.first) * NARROWEST >= width + BESIDE:
        return "inside"
    right = mark.last * NARROWEST + BESIDE + width
    return "right" if right <= NARROWEST or mark.last + mark.first < 1 else "left"


def _room(mark: Mark, side: str) -> tuple[float, float]:
    first, last = mark.first * NARROWEST, mark.last * NARROWEST
    width = mark.letters * LETTER + BESIDE
    if side == "right":
        return first - BESIDE, last + width
    return (first - width if side == "left" else first - BESIDE), last + BESIDE
