"""What the records of a dossier hold of an article, to be asked thing by thing.

A name is recorded by whatever record has its words, and a quotation by whatever row of quotes has
it. A number or a date is recorded by a record of its own paragraph alone: "two" means two ships in
one paragraph and two weeks in the next.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from dash.dossier.model import Dossier
from dash.schema.validation import table_columns
from dash.verification.items import Item, Kind
from dash.verification.languages import Language
from dash.verification.matching import Typeset, find, plain, typeset
from dash.verification.names import WORD
from dash.verification.results import AnchorResult
from dash.verification.written_dates import Reading, dates_in, reading_of
from dash.verification.written_numbers import numbers_in

# What these columns hold was read elsewhere, or is about the row and not about the story.
_NOT_OF_THE_STORY = frozenset({"original_text", "coordinate_source", "image_credit", "alt"})
# A note may tell any number or day beside the record's own.
_BESIDE = frozenset({"note"})
_NAMED = ("actors", "places")
_GENITIVE = re.compile(r"['’]s?$")
_PARTS = re.compile(r"[-\u2010\u2011]| (?:of|de|del|van|von|der) ")
_EDGES = " .,;:!?…"
# Up to this length capitals tell a word: US is not us.
_SHORT = 3


class Recorded:
    """The records that rest on an article, by paragraph of a copy of it."""

    def __init__(
        self, dossier: Dossier, results: Iterable[AnchorResult], language: Language
    ) -> None:
        """Take down which records rest on which paragraph, and the words of all."""
        self._language = language
        self._rows: dict[int, list[_Row]] = defaultdict(list)
        self._numbers: dict[int, tuple[set[str], set[float]]] = {}
        self._dates: dict[int, set[Reading]] = {}
        self._answers: dict[tuple[Kind, int, str], bool] = {}
        self._words: dict[str, set[int]] = defaultdict(set)
        self._spelled = {
            spelling: forms[0] for forms in dossier.story.spellings for spelling in forms
        }
        rows = []
        for result in results:
            anchor = result.anchor
            row = _Row(anchor.table, dossier.record(anchor.table, anchor.key), anchor.quotation)
            rows.append(row)
            for number in result.paragraphs:
                self._rows[number].append(row)
        rows += [
            _Row(name, row) for name in _NAMED if dossier.has(name) for row in dossier.records(name)
        ]
        self._quotations = {_bare(row.quotation) for row in rows if row.quotation}
        for place, row in enumerate(rows):
            for word in WORD.findall("\n".join(row.texts(_BESIDE))):
                self._words[self._key(word)].add(place)

    def holds(self, item: Item) -> bool:
        """Tell whether a record has it; asked again for the same words, it does not look again."""
        asked = item.kind, item.paragraph, item.words
        if asked not in self._answers:
            self._answers[asked] = self._look_up(item)
        return self._answers[asked]

    def _look_up(self, item: Item) -> bool:
        match item.kind:
            case Kind.QUOTATION:
                return self._has_quotation(item)
            case Kind.NAME:
                return self._has_name(item.words)
            case Kind.NUMBER:
                return self._has_number(item)
            case Kind.DATE:
                return self._has_date(item) or self._has_number(item)

    def _has_quotation(self, item: Item) -> bool:
        """Tell whether a row has it; one of the same paragraph may have more around it."""
        sought = _bare(item.words)
        return sought in self._quotations or any(
            find(sought, row.quoted) for row in self._rows[item.paragraph] if row.quotation
        )

    def _has_name(self, name: str) -> bool:
        """Tell whether one record has all words of a name, or of each of its parts."""
        return self._in_one_record(name) or all(map(self._in_one_record, _PARTS.split(name)))

    def _in_one_record(self, name: str) -> bool:
        words = [word for word in WORD.findall(name) if word[0].isupper()]
        places = sorted((self._words.get(self._key(word), set()) for word in words), key=len)
        return bool(places and set.intersection(*places))

    def _key(self, word: str) -> str:
        bare = _GENITIVE.sub("", word)
        spelled = self._spelled.get(bare, bare)
        return spelled if len(spelled) <= _SHORT else spelled.casefold()

    def _has_number(self, item: Item) -> bool:
        if item.paragraph not in self._numbers:
            self._numbers[item.paragraph] = self._numbers_of(item.paragraph)
        words, values = self._numbers[item.paragraph]
        sought = list(numbers_in(item.words, self._language))
        meant = {value for number in sought for value in number.values}
        return item.words.casefold() in words or bool(values & meant)

    def _numbers_of(self, paragraph: int) -> tuple[set[str], set[float]]:
        words, values = set[str](), set[float]()
        for row in self._rows[paragraph]:
            values.update(row.values)
            for text in row.texts():
                for number in numbers_in(text, self._language):
                    words.add(text[slice(*number.span)].casefold())
                    values.update(number.values)
        return words, values

    def _has_date(self, item: Item) -> bool:
        sought = [found for found in dates_in(item.words, self._language) if found.readings]
        if not sought:
            words = plain(item.words)
            return any(
                find(words, typeset(text))
                for row in self._rows[item.paragraph]
                for text in row.texts(_BESIDE)
            )
        if item.paragraph not in self._dates:
            self._dates[item.paragraph] = self._dates_of(item.paragraph)
        told = self._dates[item.paragraph]
        return any(any(map(reading.is_part_of, told)) for reading in sought[0].readings)

    def _dates_of(self, paragraph: int) -> set[Reading]:
        told = set[Reading]()
        for row in self._rows[paragraph]:
            told.update(map(reading_of, row.days))
            for text in row.texts():
                for found in dates_in(text, self._language):
                    told.update(found.readings)
        return told


@dataclass(frozen=True)
class _Row:
    """A record, and the words inside its quotation marks where it is a quotation."""

    table: str
    cells: Mapping[str, Any]
    quotation: str | None = None

    @cached_property
    def quoted(self) -> Typeset:
        """The words inside its quotation marks, as they are looked for."""
        return typeset(_bare(self.quotation or ""))

    def texts(self, beside: Container[str] = ()) -> Iterator[str]:
        """Yield what stands in its cells of text; of notes only where they are asked for."""
        for column in _text_columns(self.table):
            cell = self.cells.get(column)
            if cell and (column not in _BESIDE or column in beside):
                yield cell

    @property
    def values(self) -> set[float]:
        """Its numbers, where it is a figure."""
        ends = (self.cells.get(end) for end in ("low", "best", "high"))
        return {value for value in ends if value is not None}

    @property
    def days(self) -> set[str]:
        """Its dates, without those that the story leaves open."""
        supplied: Container[str] = self.cells.get("supplied", ())
        return {
            self.cells[column]
            for column, rule in table_columns(self.table).items()
            if rule.metadata["date"] and self.cells[column] and column not in supplied
        }


@cache
def _text_columns(table: str) -> tuple[str, ...]:
    return tuple(
        column
        for column, rule in table_columns(table).items()
        if rule.metadata["expected"].startswith(("text", "at most"))
        and column not in _NOT_OF_THE_STORY
    )


def _bare(quotation: str) -> str:
    return plain(quotation).strip(_EDGES).casefold()
