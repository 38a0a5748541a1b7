"""The passages of a copy that records rest on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dash.verification.anchors import Anchor
from dash.verification.findings import Finding
from dash.verification.matching import Span, Typeset, find, plain


@dataclass(frozen=True)
class Mark:
    """A passage of a paragraph, and the anchors that it carries."""

    span: Span
    anchors: tuple[Anchor, ...]


def marks_of(findings: Iterable[Finding], copy: Sequence[Typeset]) -> dict[int, tuple[Mark, ...]]:
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
