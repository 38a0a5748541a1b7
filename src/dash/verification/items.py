"""What an article holds that a dossier could record: quotations, numbers, dates and names.

They are told by their signs alone: quotation marks, digits and number words, the words of dates,
capital letters. Nothing is guessed, so some of it is not found, and some of what is found is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dash.verification.languages import Language
from dash.verification.matching import TextRange
from dash.verification.names import common_words, names_in
from dash.verification.quotation_marks import quotations_in
from dash.verification.written_dates import dates_in
from dash.verification.written_numbers import numbers_in


class Kind(StrEnum):
    """What something in an article is."""

    QUOTATION = "quotation"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True)
class Item:
    """Something in an article that a dossier could record.

    Attributes:
        kind: What it is.
        paragraph: Number of its paragraph, from 1.
        span: Where it stands in the paragraph.
        words: It, as it stands there.
    """

    kind: Kind
    paragraph: int
    span: TextRange
    words: str


def items_of(paragraphs: Sequence[str], language: Language) -> list[Item]:
    """Return what an article holds, in its order.

    What stands between quotation marks is a quotation and nothing beside: its numbers, dates and
    names are recorded with it. A date is no number, and neither is a name.
    """
    common = common_words(paragraphs) | language.openers
    return [
        Item(kind, number, span, paragraph[slice(*span)])
        for number, paragraph in enumerate(paragraphs, start=1)
        for kind, span in _spans(paragraph, language, common)
    ]


def _spans(
    paragraph: str, language: Language, common: frozenset[str]
) -> list[tuple[Kind, TextRange]]:
    finders = {
        Kind.QUOTATION: quotations_in(paragraph),
        Kind.DATE: (found.span for found in dates_in(paragraph, language)),
        Kind.NUMBER: (found.span for found in numbers_in(paragraph, language)),
        Kind.NAME: names_in(paragraph, language, common),
    }
    taken: list[tuple[Kind, TextRange]] = []
    for kind, spans in finders.items():
        taken += [(kind, span) for span in _apart(spans, [span for _, span in taken])]
        taken.sort(key=lambda found: found[1])
    return taken


def _apart(spans: Iterable[TextRange], taken: Sequence[TextRange]) -> Iterator[TextRange]:
    """Yield the spans that touch none of those taken; both in order, the latter side by side."""
    place = 0
    for start, end in spans:
        while place < len(taken) and taken[place][1] <= start:
            place += 1
        if place == len(taken) or end <= taken[place][0]:
            yield start, end
