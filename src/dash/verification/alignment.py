"""Which paragraph of a copy is which of the story's, where some were added or taken out."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dash.verification.anchors import Anchor


@dataclass(frozen=True)
class Alignment:
    """By how much the story's paragraphs have moved, from each given number on."""

    shifts: tuple[tuple[int, int], ...]

    def place(self, paragraph: int) -> int:
        """Return the number, in the copy, of a paragraph of the story."""
        before = bisect_left(self.shifts, (paragraph + 1,)) - 1
        return paragraph + (self.shifts[before][1] if before >= 0 else 0)


def align(looked_up: Iterable[tuple[Anchor, Mapping[int, int]]], length: int) -> Alignment:
    """Tell which paragraph of a copy is which of the story's, judged by the anchors alone.

    A copy may have paragraphs more or fewer. A paragraph has moved where most
    of its anchors stand in another one, where the order stays, and where a
    neighbour has moved alike or it lies between neighbours that moved by less
    and by more. A single anchor in a wrong place proves nothing.

    Args:
        looked_up: Each anchor, and how often its words stand in the copy's paragraphs.
        length: How many paragraphs the copy has.
    """
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for anchor, places in looked_up:
        if anchor.paragraph in places:
            votes[anchor.paragraph][anchor.paragraph] += 1
        elif len(places) == 1:
            votes[anchor.paragraph].update(places.keys())
    pairs = _in_order([(told, votes[told].most_common(1)[0][0]) for told in sorted(votes)])
    shifts = [held - told for told, held in pairs]
    last = length - pairs[-1][0] if len(shifts) > 1 and shifts[-2] else 0
    return Alignment(
        tuple(
            (told, shift)
            for (told, _), one, shift, other in zip(
                pairs, [0, *shifts], shifts, [*shifts[1:], last], strict=False
            )
            if min(one, other) <= shift <= max(one, other)
        )
    )


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs, gaps allowed, in which both numbers rise."""
    lengths, previous = [1] * len(pairs), [-1] * len(pairs)
    for here, (_, held) in enumerate(pairs):
        for there in range(here):
            if pairs[there][1] < held and lengths[there] >= lengths[here]:
                lengths[here], previous[here] = lengths[there] + 1, there
    place = max(range(len(pairs)), key=lengths.__getitem__, default=-1)
    run = []
    while place != -1:
        run.append(pairs[place])
        place = previous[place]
    return run[::-1]
