"""Where names are written: beside their points, over nothing else, or not at all.

A greedy placement in order of rank, the classic for point features (Christensen,
Marks and Shieber, "An empirical study of algorithms for point-feature label
placement", ACM Transactions on Graphics 14, 1995, section 3.2), in pixels of a
preset view. Closer in there is only more room, so nothing comes to collide.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

LINE_HEIGHT = 1.15
# Widths in parts of the size, of a wide sans-serif, so that a narrower font fits too.
WIDE, NARROW, USUAL = 0.74, 0.36, 0.6
NARROW_LETTERS = frozenset("iljtfr.,:;'’!|()[] ")
MARGIN = 2.0


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Say whether two rectangles share a pixel."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Label:
    """A name that wants to be written.

    Attributes:
        text: The name; line breaks are kept.
        x: Pixels right of the view's centre.
        y: Pixels below it.
        size: Height of the letters' line, in pixels.
        gap: Pixels between the point and the text; None centres the text on the point.
        freedom: Whether a centred text may move up and down a little.
    """

    text: str
    x: float
    y: float
    size: float
    gap: float | None
    freedom: bool = True


@dataclass(frozen=True)
class Placed:
    """A label with its place, as deck.gl's TextLayer takes it."""

    label: Label
    anchor: str
    baseline: str
    offset: tuple[float, float]
    box: Box


def text_width(text: str, size: float) -> float:
    """Return about how wide the widest line of a text is, in pixels."""
    return max(sum(_letter(letter) for letter in line) for line in text.split("\n")) * size


def _letter(letter: str) -> float:
    if letter in NARROW_LETTERS:
        return NARROW
    return WIDE if letter.isupper() or letter in "mwMW—" else USUAL


def place_labels(labels: Iterable[Label], obstacles: Iterable[Box]) -> list[Placed | None]:
    """Write each label, the first ones first, where it covers no obstacle and no other label.

    Returns:
        One entry a label: its place, or None where there is no room for it.
    """
    taken = list(obstacles)
    placed: list[Placed | None] = []
    for label in labels:
        free = (
            choice for choice in _choices(label) if not any(choice.box.meets(box) for box in taken)
        )
        found = next(free, None)
        placed.append(found)
        if found is not None:
            taken.append(found.box)
    return placed


def _choices(label: Label) -> Iterator[Placed]:
    """Yield where a label may stand, the best place first: right, left, above, below."""
    if label.gap is None:
        steps = (0.0, -0.7, 0.7, -1.4, 1.4, -2.1, 2.1) if label.freedom else (0.0,)
        for step in steps:
            yield _placed(label, "middle", "center", (0.0, step * label.size))
        return
    gap = label.gap
    near = gap * 0.75
    for x, y in (1, 0), (-1, 0), (0, -1), (0, 1), *product((1, -1), (-1, 1)):
        anchor = {1: "start", -1: "end", 0: "middle"}[x]
        baseline = {1: "top", -1: "bottom", 0: "center"}[y]
        reach = (near, near) if x and y else (gap, gap)
        yield _placed(label, anchor, baseline, (x * reach[0], y * reach[1]))


def _placed(label: Label, anchor: str, baseline: str, offset: tuple[float, float]) -> Placed:
    width = text_width(label.text, label.size)
    height = label.size * LINE_HEIGHT * (label.text.count("\n") + 1)
    x, y = label.x + offset[0], label.y + offset[1]
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    top = y - {"top": 0.0, "center": height / 2, "bottom": height}[baseline]
    box = Box(left - MARGIN, top - MARGIN, left + width + MARGIN, top + height + MARGIN)
    return Placed(label, anchor, baseline, offset, box)
