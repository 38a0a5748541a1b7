"""Words in a text, however they are typeset: find them, or the passage nearest to them.

Quotation marks, dashes, spaces, line ends, ligatures and soft hyphens differ
between copies of one text without a word being different. Both sides are
brought to one form, and each letter keeps its place in the original, so that
what is found can be marked there.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from dash.statements.wording import is_endless

TextRange = tuple[int, int]

_QUOTES = dict.fromkeys("‘’‚‛′´`‹›", "'") | dict.fromkeys("“”„‟″«»", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−⸺⸻", "-")
_FORMS = _QUOTES | _DASHES
_REPEATABLE = (" ", "-")
# A passage less alike than this is not taken for another wording of the same
# words: between "has killed 14,000 people" and "has killed 13,000 people" it is 0.96.
_ALIKE = 0.6
_STARTS_TRIED = 4
# So many votes are counted, those of the rarest words first.
_MOST_VOTES = 200_000
_STOPS = ".,;:!?"
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Typeset:
    """A text in one form, with the place in the original of each of its letters.

    Attributes:
        original: The text as given.
        text: The text in one form.
        places: For each letter of `text`, its index in `original`; one more for the end.
    """

    original: str
    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> TextRange:
        """Return the part of the original that a part of the text stands for."""
        return self.places[start], self.places[end - 1] + 1


def typeset(original: str) -> Typeset:
    """Bring a text to one form: NFKC letter by letter, plain marks, single spaces."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(original):
        for form in _form(letter):
            if form in _REPEATABLE and letters and letters[-1] == form:
                continue
            letters.append(form)
            places.append(place)
    return Typeset(original, "".join(letters), (*places, len(original)))


def _form(letter: str) -> str:
    if " " < letter < "\x7f" and letter != "`":
        return letter
    if letter in _FORMS:
        return _FORMS[letter]
    if letter.isspace():
        return " "
    if unicodedata.category(letter) == "Cf":  # soft hyphen, zero width, direction marks
        return ""
    return "".join(
        _FORMS.get(form, " " if form.isspace() else form)
        for form in unicodedata.normalize("NFKC", letter)
    )


def plain(words: str) -> str:
    """Return words in the form in which `find` looks for them."""
    return typeset(words).text.strip()


def find(sought: str, passage: Typeset) -> list[TextRange]:
    """Return where plain words stand in a text, as parts of the original.

    They must stand there as words: "14,000" is not found in "114,000", nor
    "kill" in "killed". Letters of scripts without capitals, of which many
    write no space between words, may follow one another.
    """
    spans, start = [], passage.text.find(sought) if sought else -1
    while start != -1:
        end = start + len(sought)
        if _is_whole(passage.text, start, end):
            spans.append(passage.span(start, end))
        start = passage.text.find(sought, start + 1)
    return spans


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (
        _joined(text[start - 1 : start + 1], text[max(start - 2, 0) : start + 1])
        or _joined(text[end - 1 : end + 1], text[end - 1 : end + 2])
    )


def _joined(neighbours: str, around: str) -> bool:
    """Tell whether two letters are of one word, or three of one number: 4,0 in 14,000."""
    if len(neighbours) == 2 and all(map(_is_word_letter, neighbours)):
        return True
    return re.fullmatch(r"\d[.,]\d", around) is not None


def _is_word_letter(letter: str) -> bool:
    return letter.isdigit() or letter.lower() != letter.upper()


@dataclass(frozen=True)
class Passage:
    """The passage of a text that is nearest to some words.

    Attributes:
        paragraph: Number of the paragraph, from 1.
        text: The passage as it stands there.
        likeness: From 0 to 1, the ratio of difflib.SequenceMatcher over the letters.
    """

    paragraph: int
    text: str
    likeness: float


class Searcher:
    """Finds the nearest passage in a text of several paragraphs."""

    def __init__(self, paragraphs: Sequence[Typeset]) -> None:
        """Take down where each word stands."""
        self._paragraphs = paragraphs
        self._words: list[str] = []
        self._spans: list[TextRange] = []
        self._firsts: list[int] = []
        self._places: dict[str, list[int]] = {}
        for paragraph in paragraphs:
            self._firsts.append(len(self._words))
            for match in _WORD.finditer(paragraph.text):
                self._places.setdefault(_bare(match[0]), []).append(len(self._words))
                self._words.append(match[0])
                self._spans.append(match.span())

    def nearest(self, words: str) -> Passage | None:
        """Return the passage most like the words, or None where none is alike enough.

        Each word that the text shares votes for the place where the passage
        would begin; only the places with most votes are compared letter by letter.
        """
        sought = plain(words).split()
        compared = [
            passage
            for start, _ in self._votes(sought).most_common(_STARTS_TRIED)
            for length in range(len(sought) - 1, len(sought) + 2)
            if (passage := self._compare(" ".join(sought), max(start, 0), length))
        ]
        best = max(compared, key=lambda passage: passage.likeness, default=None)
        return best if best and best.likeness >= _ALIKE else None

    def _votes(self, sought: Sequence[str]) -> Counter[int]:
        """Count, for each place where the passage may begin, the words that would fit it."""
        found = [self._places.get(_bare(word), []) for word in sought]
        rarest = sorted(range(len(found)), key=lambda position: len(found[position]))
        votes = accumulate(len(found[position]) for position in rarest)
        voting = {
            position
            for position, so_far in zip(rarest, votes, strict=True)
            if so_far <= _MOST_VOTES
        }
        return Counter(
            place - position
            for position, places in enumerate(found)
            if position in voting
            for place in places
        )

    def _compare(self, sought: str, start: int, length: int) -> Passage | None:
        number = bisect_right(self._firsts, start)
        last = self._firsts[number] if number < len(self._firsts) else len(self._words)
        end = min(start + length, last)
        if start >= end:
            return None
        paragraph = self._paragraphs[number - 1]
        begin, stop = paragraph.span(self._spans[start][0], self._spans[end - 1][1])
        likeness = _likeness(sought, " ".join(self._words[start:end]))
        passage = paragraph.original[begin:stop]
        return Passage(
            number, passage if sought[-1] in _STOPS else passage.rstrip(_STOPS), likeness
        )


def _likeness(one: str, other: str) -> float:
    """Return how alike two wordings are; 0 where their lengths alone rule out that they are.

    The ratio of difflib.SequenceMatcher is twice the letters shared over all letters, so that
    of a short wording and a giant word it can be told beforehand. What would take long letter by
    letter goes word by word.
    """
    shorter, longer = sorted((len(one), len(other)))
    if 2 * shorter < _ALIKE * (shorter + longer):
        return 0.0
    if not is_endless(one, other):
        return SequenceMatcher(None, one, other, autojunk=False).ratio()
    words, others = one.split(), other.split()
    if is_endless(words, others):
        return float(words == others)
    return SequenceMatcher(None, words, others, autojunk=False).ratio()


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'()[]-").lower()


def side_by_side(one: str, other: str) -> list[tuple[str, str, bool]]:
    """Return two wordings cut where they part and meet again.

    Returns:
        Runs of words of the one and of the other, and whether they are the
        same, typesetting aside. A blank run has nothing there. What would take long to compare is
        one run.
    """
    words, others = one.split(), other.split()
    one_plain, other_plain = ([plain(word) for word in side] for side in (words, others))
    if is_endless(one_plain, other_plain):
        return [(" ".join(words), " ".join(others), one_plain == other_plain)]
    matcher = SequenceMatcher(None, one_plain, other_plain, autojunk=False)
    return [
        (" ".join(words[a:b]), " ".join(others[c:d]), kind == "equal")
        for kind, a, b, c, d in matcher.get_opcodes()
    ]
