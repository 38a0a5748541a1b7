"""All records of a dossier, made ready once to be found by words and by numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from dash.dossier.model import Dossier
from dash.finding.entries import KINDS, Entries, Entry, left_out
from dash.finding.numbers import numbers_in, plain_query
from dash.statements.search import MOST_WORDS, Hits, SearchIndex, Texts, is_marked, pieces

WEIGHTS = {"words": 10.0, "about": 5.0, "more": 1.0, "numbers": 8.0}


@dataclass(frozen=True)
class Found:
    """What a search over all records found.

    Attributes:
        hits: The search itself.
        by_kind: Positions of the entries found by table, best first; the kind that holds the
            best match comes first.
        numbers: The numbers asked for, as plain digits.
    """

    hits: Hits
    by_kind: Mapping[str, list[int]]
    numbers: frozenset[str]

    @property
    def count(self) -> int:
        """How many records were found."""
        return len(self.hits.positions)


class Records:
    """All records with one index; once made it is only read, so that threads may share it."""

    def __init__(self, dossier: Dossier) -> None:
        """Make them ready; a table with a problem takes its kind away."""
        told = Entries(dossier)
        self.keys = told.keys
        self.left_out = left_out(dossier)
        self.kinds = frozenset(table for table, _ in self.keys)
        tables = list(KINDS)
        self._kinds = np.array([tables.index(table) for table, _ in self.keys], np.int8)
        self._index = SearchIndex(
            {
                "words": Texts(len(told), lambda at: told[at].words),
                "about": Texts(len(told), lambda at: told[at].about),
                "more": Texts(len(told), lambda at: told[at].more),
                "numbers": Texts(len(told), lambda at: " ".join(_numbers(told[at]))),
            },
            list(WEIGHTS.values()),
            dossier.story.spellings,
        )

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self.keys)

    def find(self, text: str) -> Found:
        """Return the records that hold every word and number of what was typed."""
        query = plain_query(text)
        hits = self._index.search(query)
        positions = np.array(hits.positions, np.int64)
        kinds = self._kinds[positions]
        # The first position of each kind says in which order the kinds come.
        present, first = np.unique(kinds, return_index=True)
        order = present[np.argsort(first)] if hits.ranked else present
        found = {list(KINDS)[kind]: positions[kinds == kind].tolist() for kind in order}
        return Found(hits, found, frozenset(number for *_, number in numbers_in(query)))

    def without(self, text: str) -> list[tuple[str, int]]:
        """Return each word that could be dropped, and how many records there would be then."""
        words = text.split()[:MOST_WORDS]
        rest = [(word, " ".join(words[:at] + words[at + 1 :])) for at, word in enumerate(words)]
        counted = [(word, self.find(others).count) for word, others in rest if others]
        return [(word, count) for word, count in counted if count]

    def marked(self, found: Found, position: int, column: str) -> list[tuple[str, bool]]:
        """Return a column's text in pieces, each with whether it matched."""
        marked = self._index.marked(found.hits, position, column)
        return _mark_numbers(pieces(marked), found.numbers)

    def elsewhere(self, found: Found, position: int) -> list[tuple[str, bool]]:
        """Return the part of what else is on record that matched; nothing where none did."""
        snippet = self._index.snippet(found.hits, position, "more")
        parts = _mark_numbers(pieces(snippet), found.numbers)
        return parts if is_marked(snippet) or any(matched for _, matched in parts) else []


def _numbers(entry: Entry) -> Iterable[str]:
    text = " \n".join((entry.words, entry.about, entry.more))
    # Years and the like stand in the words already, as they are.
    return dict.fromkeys([*entry.numbers, *(number for *_, number in numbers_in(text))])


def _mark_numbers(parts: list[tuple[str, bool]], sought: frozenset[str]) -> list[tuple[str, bool]]:
    """Mark the numbers sought in the pieces that are not marked yet."""
    if not sought:
        return parts
    marked = []
    for text, matched in parts:
        at = 0
        for start, end, number in () if matched else numbers_in(text):
            if number in sought:
                marked += [(text[at:start], False), (text[start:end], True)]
                at = end
        marked.append((text[at:], matched))
    return [part for part in marked if part[0]]
