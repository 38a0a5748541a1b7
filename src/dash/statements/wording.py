"""Word by word: what the story printed beside what the source said.

Words are compared without case and without the punctuation around them. Words in square
brackets are an editor's and are shown, but not compared.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["same", "left_out", "added", "changed", "before", "after"]

TOKEN = re.compile(r"\[[^\]]*\]|\S+")
EDGES = re.compile(r"^[\W_]+|[\W_]+$")
AMPERSAND = "&"
# From here on two words count as forms of one: foe and foes, continue and continues.
ALIKE = 0.7
# Longer stretches are not searched for forms of one word: the time grows with the product.
# So do letters.
MOST_PAIRS, MOST_LETTERS = 400, 60_000
# Where more pairs of words or of letters are equal, nothing is compared.
MOST_EQUAL = 50_000
# In short: so many words stay beside a change, and so many of what the source says around it.
BESIDE, AROUND = 6, 12
# Below this share of the story's words, marks on single words would mean nothing.
COMPARABLE = 0.4


@dataclass(frozen=True)
class Piece:
    """A run of words that fared alike.

    Attributes:
        kind: same; left_out, the source's words missing inside the quotation; added, words that
            the source lacks; changed, other words in the same place; before and after, the
            source's words around what was quoted.
        printed: The story's words, in its letters; empty where it has none.
        original: The source's words; empty where it has none.
    """

    kind: Kind
    printed: str
    original: str


@dataclass(frozen=True)
class _Word:
    key: str
    letters: str


@lru_cache(maxsize=1024)
def diff_words(printed: str, original: str) -> tuple[Piece, ...]:
    """Return the two wordings in pieces, in the order of the words."""
    ours, theirs = _words(printed), _words(original)
    pieces = [piece for piece in _pieces(ours, theirs) if piece.printed or piece.original]
    if pieces and pieces[0].kind == "left_out":
        pieces[0] = Piece("before", "", pieces[0].original)
    if len(pieces) > 1 and pieces[-1].kind == "left_out":
        pieces[-1] = Piece("after", "", pieces[-1].original)
    return tuple(pieces)


def comparable(pieces: Sequence[Piece]) -> bool:
    """Return whether the wordings share enough words for marks on single words to mean much."""
    total = shared = 0
    for piece in pieces:
        words = len(_words(piece.printed))
        total += words
        if piece.kind == "same" or (piece.kind == "changed" and _alike(piece)):
            shared += words
    return total > 0 and shared >= COMPARABLE * total


def explain(pieces: Sequence[Piece]) -> list[str]:
    """Return in sentences what differs, the quoted words first; one sentence where nothing does."""
    inside = [piece for piece in pieces if piece.kind in ("left_out", "added", "changed")]
    around = [piece for piece in pieces if piece.kind in ("before", "after")]
    told = [_sentence(piece) for piece in inside + around]
    return told or ["The words are the same."]


def in_short(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with no more of what is alike than shows where a change stands."""
    last = len(pieces) - 1
    return [_shortened(piece, number == 0, number == last) for number, piece in enumerate(pieces)]


def places_in_source(parts: Sequence[str], original: str) -> list[int]:
    """Return for each part, in the story's order, which place it takes in the source's, from 1.

    A part that stands elsewhere in the source was moved: nothing is left out by it, or added.
    Where looking for them would take long, they keep their order.
    """
    theirs = [word.key for word in _words(original)]
    keys = [[word.key for word in _words(part)] for part in parts]
    if any(is_endless(theirs, ours) for ours in keys):
        return list(range(1, len(parts) + 1))
    starts = []
    for ours in keys:
        match = difflib.SequenceMatcher(None, theirs, ours, autojunk=False).find_longest_match()
        starts.append(match.a - match.b)
    ranked = sorted(range(len(parts)), key=starts.__getitem__)
    return [ranked.index(position) + 1 for position in range(len(parts))]


def _shortened(piece: Piece, first: bool, last: bool) -> Piece:
    words = piece.original.split()
    match piece.kind:
        case "before":
            head, tail = 0, AROUND
        case "after":
            head, tail = AROUND, 0
        case "same":
            head, tail = 0 if first else BESIDE, 0 if last else BESIDE
        case _:
            return piece
    if len(words) <= head + tail + 1:
        return piece
    shown = " ".join([*words[:head], "…", *words[len(words) - tail :]])
    return Piece(piece.kind, shown, shown)


def _sentence(piece: Piece) -> str:
    match piece.kind:
        case "left_out":
            return f"Left out: “{_bare(piece.original)}”."
        case "added":
            return f"Not in the source: “{_bare(piece.printed)}”."
        case "changed":
            source, story = _bare(piece.original), _bare(piece.printed)
            return f"Changed: “{source}” in the source, “{story}” in the story."
        case "before":
            return f"The source begins earlier: “{piece.original}”."
        case _:
            return f"The source goes on: “{piece.original}”."


def _words(text: str) -> list[_Word]:
    """Return the words that count; what does not is kept beside the word before or after."""
    words: list[_Word] = []
    ahead: list[str] = []
    for token in TOKEN.findall(text):
        if key := _key(token):
            words.append(_Word(key, " ".join([*ahead, token])))
            ahead = []
        elif words and not ahead and not token.startswith("["):
            words[-1] = _Word(words[-1].key, f"{words[-1].letters} {token}")
        else:
            ahead.append(token)
    if words and ahead:
        words[-1] = _Word(words[-1].key, " ".join([words[-1].letters, *ahead]))
    return words


def _key(token: str) -> str:
    """Return what a word is compared by; nothing for an editor's word or bare punctuation."""
    if token.startswith("["):
        return ""
    if token == AMPERSAND:
        return token
    return EDGES.sub("", token.replace("’", "'")).casefold()


def _pieces(ours: list[_Word], theirs: list[_Word]) -> Iterator[Piece]:
    keys = [word.key for word in ours], [word.key for word in theirs]
    if is_endless(*keys):
        yield Piece("changed", _letters(ours), _letters(theirs))
        return
    matcher = difflib.SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "replace":
            yield from _aligned(ours[a:b], theirs[c:d])
        elif tag == "equal":
            yield Piece("same", _letters(ours[a:b]), _letters(theirs[c:d]))
        else:
            kind: Kind = "added" if tag == "delete" else "left_out"
            yield Piece(kind, _letters(ours[a:b]), _letters(theirs[c:d]))


def is_endless(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether `difflib` would take long over two sequences of words or of letters.

    It goes through all pairs of equal ones again and again: from some thousand words of two kinds
    on, for minutes.
    """
    theirs = Counter(other)
    return sum(count * theirs[key] for key, count in Counter(one).items()) > MOST_EQUAL


def _aligned(ours: list[_Word], theirs: list[_Word]) -> Iterator[Piece]:
    """Pair forms of one word inside a stretch of different words."""
    few = len(ours) * len(theirs) <= MOST_PAIRS and _size(ours) * _size(theirs) <= MOST_LETTERS
    pairs = [
        (_likeness(one.key, other.key), row, column)
        for row, one in enumerate(ours if few else [])
        for column, other in enumerate(theirs)
    ]
    likeness, row, column = max(pairs, key=lambda pair: pair[0], default=(0.0, 0, 0))
    if likeness < ALIKE:
        kind: Kind = "changed" if ours and theirs else "added" if ours else "left_out"
        yield Piece(kind, _letters(ours), _letters(theirs))
        return
    yield from _aligned(ours[:row], theirs[:column])
    yield Piece("changed", ours[row].letters, theirs[column].letters)
    yield from _aligned(ours[row + 1 :], theirs[column + 1 :])


def _alike(piece: Piece) -> bool:
    one, other = (
        "".join(word.key for word in _words(text)) for text in (piece.printed, piece.original)
    )
    return _likeness(one, other) >= ALIKE


def _bare(text: str) -> str:
    """Return the words that count, without the punctuation around them."""
    words = [token for token in TOKEN.findall(text) if not token.startswith("[")]
    return EDGES.sub("", " ".join(words)) or text


def _likeness(one: str, other: str) -> float:
    if is_endless(one, other):
        return float(one == other)
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _size(words: Sequence[_Word]) -> int:
    return sum(len(word.key) for word in words)


def _letters(words: Sequence[_Word]) -> str:
    return " ".join(word.letters for word in words)
