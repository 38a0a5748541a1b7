"""Where names are written: beside their points, over nothing else, or not at all.

A greedy placement in order of rank, the classic for point features (Christensen,
Marks and Shieber, "An empirical study of algorithms for point-feature label
placement", ACM Transactions on Graphics 14, 1995, section 3.2), in pixels of a
preset view. Closer in there is only more room, so nothing comes to collide.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

LINE_HEIGHT = 1.15
# Widths in parts of the size, of a wide sans-serif, so that a narrower font fits too.
WIDE, NARROW, USUAL = 0.74, 0.36, 0.6
NARROW_LETTERS = frozenset("iljtfr.,:;'’!|()[] ")
MARGIN = 2.0
# Pixels: some names are wider, and most are not.
SQUARE = 64


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, *others: "Box") -> bool:
        """Say whether this rectangle shares a pixel with one of the others."""
        left, top, right, bottom = self.left, self.top, self.right, self.bottom
        # A loop, as this is asked thousands of times a map: any() would take three times as long.
        for other in others:
            if (
                left < other.right
                and other.left < right
                and top < other.bottom
                and other.top < bottom
            ):
                return True
        return False

    def holds(self, other: "Box") -> bool:
        """Say whether a rectangle lies inside this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
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
        freedom: How many lines a centred text may move aside: a sea's name far, an area's little.
        needed: Whether it may cross a line where there is no room without.
        own: The point's own rectangle, where the point is drawn only with its name.
    """

    text: str
    x: float
    y: float
    size: float
    gap: float | None
    freedom: float = 0.8
    needed: bool = False
    own: Box | None = None

    @cached_property
    def width(self) -> float:
        """About how wide the text is, in pixels."""
        return text_width(self.text, self.size)

    @cached_property
    def height(self) -> float:
        """The height of all its lines, in pixels."""
        return self.size * LINE_HEIGHT * (self.text.count("\n") + 1)


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


def place_labels(
    labels: Iterable[Label],
    obstacles: Iterable[Box],
    frame: Box | None = None,
    lines: Iterable[Box] = (),
) -> list[Placed | None]:
    """Write each label, the first ones first, where it covers no obstacle and no other label.

    Args:
        labels: What wants to be written.
        obstacles: What may not be covered.
        lines: What only a needed label may cover, where it finds no other room.
        frame: What is seen at first, if known: its edge may cut no text in two.

    Returns:
        One entry a label: its place, or None where there is no room for it.
    """
    taken, crossed = _Crowd(obstacles), _Crowd(lines)
    placed: list[Placed | None] = []
    for label in labels:
        found = _place(label, (taken, crossed), frame)
        if found is None and label.needed:
            found = _place(label, (taken,), frame)
        placed.append(found)
        if found is not None:
            taken.add(found.box)
            if label.own is not None:
                taken.add(label.own)
    return placed


class _Crowd:
    """Rectangles by the squares that they touch: one is compared with its neighbours alone."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._squares: dict[tuple[int, int], list[Box]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for square in _squares(box):
            self._squares.setdefault(square, []).append(box)

    def meets(self, box: Box) -> bool:
        squares = self._squares
        return any(box.meets(*squares[square]) for square in _squares(box) if square in squares)


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    across = range(int(box.left // SQUARE), int(box.right // SQUARE) + 1)
    down = range(int(box.top // SQUARE), int(box.bottom // SQUARE) + 1)
    return product(across, down)


def _place(label: Label, crowds: Sequence[_Crowd], frame: Box | None) -> Placed | None:
    if label.own is not None and any(crowd.meets(label.own) for crowd in crowds):
        return None
    for choice in _choices(label, frame):
        box = choice.box
        if frame is not None and box.meets(frame) and not frame.holds(box):
            continue
        if not any(crowd.meets(box) for crowd in crowds):
            return choice
    return None


def _choices(label: Label, frame: Box | None) -> Iterator[Placed]:
    """Yield where a label may stand, the best place first: right, left, above, below."""
    if label.gap is None:
        for shift in _shifts(label, frame):
            yield _placed(label, "middle", "center", shift)
        return
    gap = label.gap
    near = gap * 0.75
    for x, y in (1, 0), (-1, 0), (0, -1), (0, 1), *product((1, -1), (-1, 1)):
        anchor = {1: "start", -1: "end", 0: "middle"}[x]
        baseline = {1: "top", -1: "bottom", 0: "center"}[y]
        reach = (near, near) if x and y else (gap, gap)
        yield _placed(label, anchor, baseline, (x * reach[0], y * reach[1]))


def _shifts(label: Label, frame: Box | None) -> Iterator[tuple[float, float]]:
    """Yield how a centred text may move, in pixels: nearest first, sideways only on open water."""
    far, width = label.freedom * label.size, label.width
    yield 0.0, 0.0
    if far:
        yield from ((0.0, -min(far, width)), (0.0, min(far, width)))
        if frame is not None:
            yield _inward(label, frame), 0.0
    if far > width / 2:
        steps = (width / 2, width)
        yield from (
            (x * side, y) for x in steps for y in (0.0, far / 2, far, -far / 2) for side in (1, -1)
        )


def _inward(label: Label, frame: Box) -> float:
    """Return how far a centred text must move to stand in a frame; half its width at most."""
    half = label.width / 2
    least, most = frame.left + half + 2 * MARGIN, frame.right - half - 2 * MARGIN
    return max(-half, min(half, max(least, min(most, label.x)) - label.x))


def _placed(label: Label, anchor: str, baseline: str, offset: tuple[float, float]) -> Placed:
    width, height = label.width, label.height
    x, y = label.x + offset[0], label.y + offset[1]
    left = x - (0.0 if anchor == "start" else width if anchor == "end" else width / 2)
    top = y - (0.0 if baseline == "top" else height if baseline == "bottom" else height / 2)
    box = Box(left - MARGIN, top - MARGIN, left + width + MARGIN, top + height + MARGIN)
    return Placed(label, anchor, baseline, offset, box)
