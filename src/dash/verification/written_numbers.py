"""Numbers as an article writes them: in digits, grouped by any custom, or in words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dash.verification.languages import Language
from dash.verification.matching import TextRange

_DIGITS = (
    r"\d{1,2}[:h]\d{2}(?::\d{2})?(?![\d:])"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})++(?!\d)|\d++(?:[.,'’]\d++)*+"
)
# A digit that follows a capital, or a capital and a hyphen, belongs to a name: G7, F-16.
_NOT_OF_A_NAME = r"(?<!\d)(?<!(?-i:[A-Z]))(?<!(?-i:[A-Z])-)"
_NO_DIGIT = re.compile(r"\D")
_NO_WORD = r"(?!)"
# Longer than any number that a person writes: not reckoned out, and compared by its words alone.
_MOST_DIGITS, _MOST_WORDS = 30, 12


@dataclass(frozen=True)
class WrittenNumber:
    """A number in a text.

    Attributes:
        span: Where it stands.
        values: What it can mean: 1.517 is one and a half, or 1,517; 3 million is also a 3 whose
            unit is a million. Empty where it is not reckoned out.
    """

    span: TextRange
    values: frozenset[float]


def numbers_in(text: str, language: Language) -> Iterator[WrittenNumber]:
    """Yield the numbers of a text in their order."""
    for found in _pattern(language).finditer(text):
        digits, scale, words = found["digits"], found["scale"], found["words"]
        if digits:
            yield WrittenNumber(found.span(), _scaled(_readings(digits), scale, language))
        elif not _is_pronoun(text, found):
            yield WrittenNumber(found.span(), _reckoned(words, language))


def _is_pronoun(text: str, found: re.Match[str]) -> bool:
    """Tell whether a word is no number: one of them, no one, one another, one's."""
    if found["words"].lower() != "one":
        return False
    after = text[found.end() : found.end() + 9].lower()
    before = text[max(found.start() - 3, 0) : found.start()].lower()
    return before == "no " or after.startswith((" of ", " another", "'s", "’s", " day "))


@lru_cache
def _pattern(language: Language) -> re.Pattern[str]:
    numbers = _either({**language.numbers, **language.scales})
    scales = _either(language.scales)
    joined = r"(?:[ \u00a0-]|(?<=hundred) and |(?<=thousand) and |-et-)"
    # In German they are written in one word: zweihundertfünfzig.
    compound = rf"(?>{numbers}|ein|und)++" if language.nouns_are_capitalised else numbers
    return re.compile(
        rf"{_NOT_OF_A_NAME}(?P<digits>{_DIGITS})(?:[ \u00a0-]?(?P<scale>{scales})\b)?"
        rf"|\b(?P<words>(?!(?:ein|und)+\b)(?:{compound})\b(?:{joined}(?:{numbers})\b)*+)",
        re.IGNORECASE,
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or _NO_WORD


def _readings(digits: str) -> frozenset[float]:
    if re.search(r"[:hH]", digits) or len(digits) > _MOST_DIGITS:
        return frozenset()
    found = {float(_NO_DIGIT.sub("", digits))}
    if parted := re.fullmatch(r"(.*)[.,](\d+)", digits):
        found.add(float(f"{_NO_DIGIT.sub('', parted[1])}.{parted[2]}"))
    return frozenset(found)


def _scaled(values: frozenset[float], scale: str | None, language: Language) -> frozenset[float]:
    factor = _value(scale, language) if scale else None
    return values | {value * factor for value in values} if factor else values


def _reckoned(words: str, language: Language) -> frozenset[float]:
    """Return the value of number words by the rule of English, which many languages share."""
    parts = re.split(r"[\W_]+", words)
    if len(parts) > _MOST_WORDS:
        return frozenset()
    total, current = 0.0, 0.0
    for word in parts:
        value = _value(word, language)
        if value is None and word.lower() not in ("and", "et"):
            return frozenset()
        if value and word.lower() in _folded_scales(language) and value >= 1000:
            total, current = total + (current or 1) * value, 0.0
        elif value and word.lower() in _folded_scales(language):
            current = (current or 1) * value
        else:
            current += value or 0
    return frozenset({total + current})


def _value(word: str, language: Language) -> int | None:
    return _folded_scales(language).get(word.lower()) or _folded_numbers(language).get(word.lower())


@lru_cache
def _folded_scales(language: Language) -> dict[str, int]:
    return {word.lower(): value for word, value in language.scales.items()}


@lru_cache
def _folded_numbers(language: Language) -> dict[str, int]:
    return {word.lower(): value for word, value in language.numbers.items()}
