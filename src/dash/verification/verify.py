"""A copy of the story beside the records that rest on it.

Pure and without memory: a copy goes in, results come out, nothing is kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dash.verification.alignment import Alignment, align
from dash.verification.anchors import Anchor
from dash.verification.highlights import Highlight, highlights_of
from dash.verification.matching import Searcher, TextRange, Typeset, find, plain, typeset
from dash.verification.results import AnchorResult, Status

# After a full stop, and any closing marks, before what does not begin with a small letter.
_SENTENCE_END = re.compile(r"""(?<=[.!?…])["'”’»)\]]*+\s+(?=[^a-z\s])""")


@dataclass(frozen=True)
class Verification:
    """A copy of the story beside the records that rest on it.

    Attributes:
        paragraphs: The copy's paragraphs, as given; the first is number 1.
        results: One for each anchor, in the order of the tables.
        highlights: For each paragraph by number, its anchored passages in order.
        copy: The paragraphs in the form in which words are looked for.
        alignment: Which paragraph of the copy is which of the story's.
    """

    paragraphs: tuple[str, ...]
    results: tuple[AnchorResult, ...]
    highlights: Mapping[int, tuple[Highlight, ...]]
    copy: tuple[Typeset, ...]
    alignment: Alignment

    @property
    def failing(self) -> tuple[AnchorResult, ...]:
        """The results that do not hold."""
        return tuple(result for result in self.results if not result.holds)

    @property
    def moved(self) -> tuple[AnchorResult, ...]:
        """The results whose paragraph has another number in this copy."""
        return tuple(result for result in self.results if result.moved)

    @property
    def unanchored(self) -> tuple[tuple[int, str], ...]:
        """The sentences that no record rests on, each with the number of its paragraph."""
        return tuple(
            (number, paragraph[start:end].strip())
            for number, paragraph in enumerate(self.paragraphs, start=1)
            for start, end in _sentences(paragraph)
            if not any(
                marked.span[0] < end and start < marked.span[1]
                for marked in self.highlights.get(number, ())
            )
        )


def verify(sought: Iterable[Anchor], paragraphs: Sequence[str]) -> Verification:
    """Look every anchor up in a copy of the story.

    Args:
        sought: What the records rest on.
        paragraphs: The copy's paragraphs, the first of which is P1.
    """
    copy = [typeset(paragraph) for paragraph in paragraphs]
    searcher = Searcher(copy)
    looked_up = [(anchor, _places(anchor.exact, copy)) for anchor in sought]
    alignment = align(looked_up, len(copy))
    results = tuple(
        _judge(anchor, places, alignment.place(anchor.paragraph), copy, searcher)
        for anchor, places in looked_up
    )
    highlights = highlights_of(results, copy)
    return Verification(tuple(paragraphs), results, highlights, tuple(copy), alignment)


def _places(words: str, copy: Sequence[Typeset]) -> dict[int, int]:
    """Return how often the words stand in each paragraph, by its number."""
    sought = plain(words)
    counts = {number: len(find(sought, text)) for number, text in enumerate(copy, start=1)}
    return {number: count for number, count in counts.items() if count}


def _judge(
    anchor: Anchor,
    places: Mapping[int, int],
    expected: int,
    copy: Sequence[Typeset],
    searcher: Searcher,
) -> AnchorResult:
    count, found = places.get(expected, 0), tuple(places)
    if count > 1:
        return AnchorResult(anchor, Status.REPEATED, expected, found)
    if count == 1 and anchor.quotation and not find(plain(anchor.quotation), copy[expected - 1]):
        return _other_wording(anchor, anchor.quotation, expected, searcher)
    if count == 1:
        return AnchorResult(anchor, Status.ONCE, expected, (expected,))
    if found:
        return AnchorResult(anchor, Status.ELSEWHERE, expected, found)
    return _other_wording(anchor, anchor.exact, expected, searcher)


def _other_wording(anchor: Anchor, words: str, expected: int, searcher: Searcher) -> AnchorResult:
    nearest = searcher.nearest(words)
    status = Status.DIFFERS if nearest else Status.MISSING
    found = (nearest.paragraph,) if nearest else ()
    return AnchorResult(anchor, status, expected, found, nearest=nearest, sought=words)


def _sentences(paragraph: str) -> Iterator[TextRange]:
    start = 0
    for end in _SENTENCE_END.finditer(paragraph):
        yield start, end.end()
        start = end.end()
    yield start, len(paragraph)
