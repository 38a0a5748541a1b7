"""A copy of the story beside the records that rest on it.

Pure and without memory: a copy goes in, findings come out, nothing is kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dash.verification.alignment import align
from dash.verification.anchors import Anchor
from dash.verification.findings import Finding, Status
from dash.verification.marks import Mark, marks_of
from dash.verification.matching import Searcher, Span, Typeset, find, plain, typeset

# After a full stop, and any closing marks, before what does not begin with a small letter.
_SENTENCE_END = re.compile(r"""(?<=[.!?…])["'”’»)\]]*+\s+(?=[^a-z\s])""")


@dataclass(frozen=True)
class Verification:
    """A copy of the story beside the records that rest on it.

    Attributes:
        paragraphs: The copy's paragraphs, as given; the first is number 1.
        findings: One for each anchor, in the order of the tables.
        marks: For each paragraph by number, its anchored passages in order.
    """

    paragraphs: tuple[str, ...]
    findings: tuple[Finding, ...]
    marks: Mapping[int, tuple[Mark, ...]]

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that do not hold."""
        return tuple(finding for finding in self.findings if not finding.holds)

    @property
    def moved(self) -> tuple[Finding, ...]:
        """The findings whose paragraph has another number in this copy."""
        return tuple(finding for finding in self.findings if finding.moved)

    @property
    def unanchored(self) -> tuple[tuple[int, str], ...]:
        """The sentences that no record rests on, each with the number of its paragraph."""
        return tuple(
            (number, paragraph[start:end].strip())
            for number, paragraph in enumerate(self.paragraphs, start=1)
            for start, end in _sentences(paragraph)
            if not any(
                mark.span[0] < end and start < mark.span[1] for mark in self.marks.get(number, ())
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
    findings = tuple(
        _judge(anchor, places, alignment.place(anchor.paragraph), copy, searcher)
        for anchor, places in looked_up
    )
    return Verification(tuple(paragraphs), findings, marks_of(findings, copy))


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
) -> Finding:
    count, found = places.get(expected, 0), tuple(places)
    if count > 1:
        return Finding(anchor, Status.REPEATED, expected, found)
    if count == 1 and anchor.quotation and not find(plain(anchor.quotation), copy[expected - 1]):
        return _other_wording(anchor, anchor.quotation, expected, searcher)
    if count == 1:
        return Finding(anchor, Status.ONCE, expected, (expected,))
    if found:
        return Finding(anchor, Status.ELSEWHERE, expected, found)
    return _other_wording(anchor, anchor.exact, expected, searcher)


def _other_wording(anchor: Anchor, words: str, expected: int, searcher: Searcher) -> Finding:
    nearest = searcher.nearest(words)
    status = Status.DIFFERS if nearest else Status.MISSING
    found = (nearest.paragraph,) if nearest else ()
    return Finding(anchor, status, expected, found, nearest, words)


def _sentences(paragraph: str) -> Iterator[Span]:
    start = 0
    for end in _SENTENCE_END.finditer(paragraph):
        yield start, end.end()
        start = end.end()
    yield start, len(paragraph)
