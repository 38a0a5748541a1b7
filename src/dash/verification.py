"""Does a copy of the story still say what each record rests on?

Pure and without memory: a copy goes in, findings come out, nothing is kept.
Anchors are the `exact` words of the records (a text quote selector of the W3C
Web Annotation Data Model), counted in the paragraph that `locator` names.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dash.dossier import Dossier, records
from dash.matching import Passage, Searcher, Span, Typeset, find, plain, side_by_side, typeset
from dash.schema.tables import TABLES
from dash.schema.validation import key_of, table_columns

PARAPHRASE = "paraphrase"
# After a full stop, and any closing marks, before what does not begin with a small letter.
_SENTENCE_END = re.compile(r"""(?<=[.!?…])["'”’»)\]]*+\s+(?=[^a-z\s])""")


class Status(StrEnum):
    """What became of an anchor in a copy of the story."""

    ONCE = "found once"
    REPEATED = "found more than once"
    ELSEWHERE = "found elsewhere"
    DIFFERS = "wording differs"
    MISSING = "missing"


MEANINGS: Mapping[Status, str] = {
    Status.ONCE: "the words stand once in their paragraph",
    Status.REPEATED: "the words stand in their paragraph more than once, so they point to no "
    "single passage",
    Status.ELSEWHERE: "the words stand in another paragraph than the record says",
    Status.DIFFERS: "this copy has the passage in another wording: one of the two was edited, "
    "and this comparison does not say which",
    Status.MISSING: "no passage of this copy is close to the words",
}


@dataclass(frozen=True)
class Anchor:
    """Words of the story that a record rests on.

    Attributes:
        table: The record's table.
        key: The record's key.
        paragraph: Number of the paragraph that the record names.
        exact: The anchoring words.
        quotation: For a quotation, all its words, of which `exact` is a part.
    """

    table: str
    key: str | int
    paragraph: int
    exact: str
    quotation: str | None = None


@dataclass(frozen=True)
class Finding:
    """What became of one anchor.

    Attributes:
        anchor: The anchor that was looked for.
        status: What was found.
        expected: The paragraph of the copy in which it was looked for; another
            number than the record's where the copy's paragraphs have moved.
        paragraphs: The paragraphs of the copy that hold the words.
        nearest: The passage in another wording, where the status is DIFFERS.
        sought: The words that were not found, where the status is DIFFERS or MISSING.
    """

    anchor: Anchor
    status: Status
    expected: int
    paragraphs: tuple[int, ...] = ()
    nearest: Passage | None = None
    sought: str = ""

    @property
    def holds(self) -> bool:
        """Whether the record rests on this copy as it does on the story."""
        return self.status is Status.ONCE

    @property
    def moved(self) -> bool:
        """Whether the paragraph has another number in this copy."""
        return self.expected != self.anchor.paragraph


def spell_finding(finding: Finding) -> str:
    """Return what became of an anchor in one line of plain text."""
    where = ", ".join(f"P{number}" for number in finding.paragraphs)
    if finding.status is Status.ONCE:
        return f"{finding.status}, in {where}"
    if finding.status is Status.REPEATED:
        return f"{finding.status}: “{finding.anchor.exact}”"
    if finding.status is Status.ELSEWHERE:
        return f"{finding.status}, in {where}: “{finding.anchor.exact}”"
    if finding.nearest is None:
        return f"{finding.status}: “{finding.sought}”"
    parts = [
        (ours, theirs)
        for ours, theirs, same in side_by_side(finding.sought, finding.nearest.text)
        if not same
    ]
    change = "; ".join(f"{ours or '(nothing)'} → {theirs or '(nothing)'}" for ours, theirs in parts)
    return f"{finding.status}, in {where}: {change}"


@dataclass(frozen=True)
class Mark:
    """A passage of a paragraph, and the anchors that it carries."""

    span: Span
    anchors: tuple[Anchor, ...]


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


def _sentences(paragraph: str) -> Iterator[Span]:
    start = 0
    for end in _SENTENCE_END.finditer(paragraph):
        yield start, end.end()
        start = end.end()
    yield start, len(paragraph)


def anchors(dossier: Dossier) -> Iterator[Anchor]:
    """Return the anchors of all records that rest on the story; broken tables are left out."""
    for table in anchored_tables():
        for row in records(dossier.table(table)) if dossier.has(table) else ():
            if row["source"] == dossier.story.source and row["exact"] and row["locator"]:
                quoted = table == "quotes" and row["speech"] != PARAPHRASE
                yield Anchor(
                    table,
                    row[key_of(table)],
                    int(row["locator"].removeprefix("P")),
                    row["exact"],
                    row["text"] if quoted else None,
                )


def anchored_tables() -> list[str]:
    """Return the names of the tables whose records carry anchors."""
    return [name for name in TABLES if "exact" in table_columns(name)]


def verify(sought: Iterable[Anchor], paragraphs: Sequence[str]) -> Verification:
    """Look every anchor up in a copy of the story.

    Args:
        sought: What the records rest on.
        paragraphs: The copy's paragraphs, the first of which is P1.
    """
    copy = [typeset(paragraph) for paragraph in paragraphs]
    searcher = Searcher(copy)
    looked_up = [(anchor, _places(anchor.exact, copy)) for anchor in sought]
    alignment = _align(looked_up, len(copy))
    findings = tuple(
        _judge(anchor, places, alignment.place(anchor.paragraph), copy, searcher)
        for anchor, places in looked_up
    )
    return Verification(tuple(paragraphs), findings, _marks(findings, copy))


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


@dataclass(frozen=True)
class _Alignment:
    """By how much the story's paragraphs have moved, from each given number on."""

    shifts: tuple[tuple[int, int], ...]

    def place(self, paragraph: int) -> int:
        """Return the number, in the copy, of a paragraph of the story."""
        before = bisect_left(self.shifts, (paragraph + 1,)) - 1
        return paragraph + (self.shifts[before][1] if before >= 0 else 0)


def _align(looked_up: Iterable[tuple[Anchor, Mapping[int, int]]], length: int) -> _Alignment:
    """Tell which paragraph of a copy is which of the story's, judged by the anchors alone.

    A copy may have paragraphs more or fewer. A paragraph has moved where most
    of its anchors stand in another one, where the order stays, and where a
    neighbour has moved alike or it lies between neighbours that moved by less
    and by more. A single anchor in a wrong place proves nothing.
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
    return _Alignment(
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


def _marks(findings: Iterable[Finding], copy: Sequence[Typeset]) -> dict[int, tuple[Mark, ...]]:
    """Return the anchored passages of each paragraph, those that overlap as one."""
    spans: dict[int, list[tuple[Span, Anchor]]] = defaultdict(list)
    for finding in findings:
        for number in finding.paragraphs:
            for span in _spans(finding, copy[number - 1]):
                spans[number].append((span, finding.anchor))
    return {number: tuple(_merged(sorted(spans[number], key=_by_span))) for number in spans}


def _by_span(marked: tuple[Span, Anchor]) -> Span:
    return marked[0]


def _spans(finding: Finding, paragraph: Typeset) -> list[Span]:
    if finding.nearest:
        return find(plain(finding.nearest.text), paragraph)[:1]
    whole = finding.anchor.quotation
    spans = find(plain(whole), paragraph) if whole else []
    return spans or find(plain(finding.anchor.exact), paragraph)


def _merged(spans: Iterable[tuple[Span, Anchor]]) -> Iterator[Mark]:
    start, end, held = 0, 0, dict[Anchor, None]()
    for (begin, stop), anchor in spans:
        if held and begin >= end:
            yield Mark((start, end), tuple(held))
            held = {}
        if not held:
            start, end = begin, stop
        end, held[anchor] = max(end, stop), None
    if held:
        yield Mark((start, end), tuple(held))
