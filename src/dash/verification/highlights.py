"""The passages of a copy that records rest on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dash.verification.anchors import Anchor
from dash.verification.matching import TextRange, Typeset, find, plain
from dash.verification.results import AnchorResult


@dataclass(frozen=True)
class Highlight:
    """A passage of a paragraph, and the anchors that it carries."""

    span: TextRange
    anchors: tuple[Anchor, ...]


def highlights_of(
    results: Iterable[AnchorResult], copy: Sequence[Typeset]
) -> dict[int, tuple[Highlight, ...]]:
    """Return the anchored passages of each paragraph, those that overlap as one."""
    spans: dict[int, list[tuple[TextRange, Anchor]]] = defaultdict(list)
    for result in results:
        for number in result.paragraphs:
            for span in _spans(result, copy[number - 1]):
                spans[number].append((span, result.anchor))
    return {number: tuple(_merged(sorted(spans[number], key=_by_span))) for number in spans}


def _by_span(marked: tuple[TextRange, Anchor]) -> TextRange:
    return marked[0]


def _spans(result: AnchorResult, paragraph: Typeset) -> list[TextRange]:
    if result.nearest:
        return find(plain(result.nearest.text), paragraph)[:1]
    whole = result.anchor.quotation
    spans = find(plain(whole), paragraph) if whole else []
    return spans or find(plain(result.anchor.exact), paragraph)


def _merged(spans: Iterable[tuple[TextRange, Anchor]]) -> Iterator[Highlight]:
    start, end, held = 0, 0, dict[Anchor, None]()
    for (begin, stop), anchor in spans:
        if held and begin >= end:
            yield Highlight((start, end), tuple(held))
            held = {}
        if not held:
            start, end = begin, stop
        end, held[anchor] = max(end, stop), None
    if held:
        yield Highlight((start, end), tuple(held))
