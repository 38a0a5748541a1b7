"""What an article holds, and what of it stands in no record.

Pure and without memory, like `dash.verification.verify`: a copy goes in, a list comes out. What
is found goes by signs alone (see `items`), so an empty list is no proof that nothing is missing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dash.clocks import paragraph_numbers
from dash.dossier.model import Dossier
from dash.schema.story import LeftOut
from dash.verification.article import MOST_PARAGRAPHS
from dash.verification.items import Item, Kind, items_of
from dash.verification.languages import language_of
from dash.verification.matching import TextRange, find, plain
from dash.verification.recorded import Recorded
from dash.verification.verify import Verification

# So many letters around an item are told with it.
_AROUND = 30


class State(StrEnum):
    """What became of something that an article holds."""

    OPEN = "open"
    LEFT_OUT = "left out"
    RECORDED = "recorded"


@dataclass(frozen=True)
class Finding:
    """Something that an article holds, and what became of it.

    Attributes:
        item: What was found, and where.
        state: Whether a record has it, it was left out on purpose, or it is open.
        before: A few words of the paragraph before it, an ellipsis where more stand there.
        after: A few words after it.
        reason: Why it was left out, where it was.
    """

    item: Item
    state: State
    before: str
    after: str
    reason: str | None = None


@dataclass(frozen=True)
class Coverage:
    """An article's quotations, numbers, dates and names beside the records of a dossier.

    Attributes:
        findings: All of them, in the order of the article.
        unmatched: What was left out on purpose, and does not stand in this copy where it says.
    """

    findings: tuple[Finding, ...]
    unmatched: tuple[LeftOut, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        """What stands in no record and was not left out on purpose."""
        return tuple(finding for finding in self.findings if finding.state is State.OPEN)

    @property
    def counts(self) -> Mapping[Kind, Counter[State]]:
        """How many of each kind are in each state."""
        counts = {kind: Counter[State]() for kind in Kind}
        for finding in self.findings:
            counts[finding.item.kind][finding.state] += 1
        return counts


def cover(dossier: Dossier, outcome: Verification) -> Coverage:
    """List what a copy of the article holds, and what became of each.

    Args:
        dossier: Its records, and what it leaves out on purpose.
        outcome: The copy, with the paragraphs in which the records' words were found.
    """
    language = language_of(dossier.story.language)
    recorded = Recorded(dossier, outcome.results, language)
    left_out = dossier.story.left_out
    spans = [list(_places(entry, outcome)) for entry in left_out]
    reasons = _Reasons(left_out, spans)
    return Coverage(
        tuple(
            _finding(item, outcome.paragraphs[item.paragraph - 1], recorded, reasons)
            for item in items_of(outcome.paragraphs, language)
        ),
        tuple(entry for entry, found in zip(left_out, spans, strict=True) if not found),
    )


def _finding(item: Item, paragraph: str, recorded: Recorded, reasons: "_Reasons") -> Finding:
    reason = reasons.of(item)
    if recorded.holds(item):
        state, reason = State.RECORDED, None
    else:
        state = State.OPEN if reason is None else State.LEFT_OUT
    start, end = item.span
    before, after = paragraph[max(start - _AROUND, 0) : start], paragraph[end : end + _AROUND]
    if start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if end + _AROUND < len(paragraph):
        after = after.rpartition(" ")[0] + " …"
    return Finding(item, state, before, after, reason)


def _places(entry: LeftOut, outcome: Verification) -> Iterator[tuple[int, TextRange]]:
    """Yield where in the copy something left out stands: paragraph and span."""
    words = plain(entry.text) if entry.text else None
    for number in _numbers(entry, outcome):
        if words is None:
            yield number, (0, len(outcome.paragraphs[number - 1]))
        else:
            yield from ((number, span) for span in find(words, outcome.copy[number - 1]))


def _numbers(entry: LeftOut, outcome: Verification) -> Iterable[int]:
    length = len(outcome.paragraphs)
    if entry.paragraphs is None:
        return range(1, length + 1)
    told = paragraph_numbers(entry.paragraphs)[: 2 * MOST_PARAGRAPHS]
    return [held for held in map(outcome.alignment.place, told) if 1 <= held <= length]


class _Reasons:
    """Why things were left out, by where they stand."""

    def __init__(
        self, entries: Sequence[LeftOut], spans: Sequence[Sequence[tuple[int, TextRange]]]
    ) -> None:
        self._spans: dict[int, list[tuple[TextRange, str]]] = {}
        for entry, found in zip(entries, spans, strict=True):
            for number, span in found:
                self._spans.setdefault(number, []).append((span, entry.reason))

    def of(self, item: Item) -> str | None:
        """Return why something was left out; None where no entry touches it."""
        start, end = item.span
        for (first, last), reason in self._spans.get(item.paragraph, ()):
            if first < end and start < last:
                return reason
        return None
