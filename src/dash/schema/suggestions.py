"""Did you mean: of the words that are known, the one that an unknown word is nearest to."""

import re
from collections.abc import Iterable, Mapping

# How much of two words is the same: all but two letters of seven.
LEAST_ALIKE = 0.7
# One slip in a shorter word makes another word of it.
SHORTEST = 3
BETWEEN_WORDS = re.compile(r"[\s_-]+")


def nearest(found: str, known: Iterable[str]) -> str | None:
    """Return the known word that another is most like, whatever its case; None where none is.

    Likeness is the optimal string alignment distance, in which two letters that changed places
    count as one slip, over the length of the longer word.
    """
    # Here alone: most dossiers have no slip, and a server that starts has none.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    match = process.extractOne(
        found, list(known), scorer=OSA.normalized_similarity, processor=plain
    )
    if match is None:
        return None
    word, likeness, _ = match
    one_slip = len(word) >= SHORTEST and OSA.distance(found, word, processor=plain) == 1
    return str(word) if one_slip or likeness >= LEAST_ALIKE else None


def did_you_mean(found: str, known: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    """Return the question that a message ends with; empty where nothing known is near.

    Args:
        found: What names nothing.
        known: What it may name.
        names: What is called otherwise, by that name: the id of each actor by what it is called.
    """
    names = names or {}
    called = next((name for name in names if plain(name) == plain(found)), None)
    near = nearest(found, known) if called is None else names[called]
    if near is None:
        called = nearest(found, names)
        near = None if called is None else names[called]
    return "" if near is None else f"Did you mean `{near}`?"


def plain(word: str) -> str:
    """Return a word as it is compared: in small letters, with a space for each hyphen or line."""
    return BETWEEN_WORDS.sub(" ", word).casefold()
