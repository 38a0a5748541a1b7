"""Names in an article: words with a capital where the language asks for none.

A word at the start of a sentence has a capital anyway: alone it is no name, with others that have
one it begins a name. Where nouns have capitals too, two of them in a row make a name.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import takewhile

from dash.verification.languages import Language
from dash.verification.matching import TextRange

# A run of letters and digits with the apostrophes inside it, or an abbreviation like U.S.
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
# Stand inside names with small letters.
_CONNECTORS = frozenset(
    {"of", "de", "del", "della", "di", "da", "do", "dos", "du", "des", "van", "von", "der"}
    | {"den", "ter", "al", "el", "bin", "ibn", "zu", "la", "y", "e"}
)
_TITLES = frozenset(
    {"Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Sir", "Herr", "Frau", "M", "Mme", "Mlle", "Sr"}
    | {"Sra", "Don"}
)
_ABBREVIATED = _TITLES | {"Gen", "Col", "Lt", "Capt", "Sgt", "Maj", "Sen", "Rep", "Gov", "St"}
_JOINS = frozenset({" ", "\u00a0", "-", "\u2010", "\u2011"})
_STARTS = re.compile(r"[.!?…:•|\"“”„«»‘‚'\n]|^\W*[-–—]")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_ELIDED = re.compile(r"[A-Za-zÀ-ÿ]{1,2}['’](?=[^\W\d_])")
# From so many words on, a line whose words nearly all have capitals is a title and tells nothing.
_TITLE_WORDS, _TITLE_SHARE = 5, 0.8

Word = re.Match[str]


def common_words(paragraphs: Iterable[str]) -> frozenset[str]:
    """Return the words that a text has with a small letter somewhere: they begin no name."""
    return frozenset(
        word[0] for text in paragraphs for word in WORD.finditer(text) if word[0][0].islower()
    )


def names_in(
    paragraph: str, language: Language, common: Container[str] = ()
) -> Iterator[TextRange]:
    """Yield where names stand, their title of address (Mr) and the 's of the genitive left out.

    Args:
        paragraph: Where to look.
        language: In what language it is written.
        common: Words that begin no name at the start of a sentence: the, if.
    """
    words = list(WORD.finditer(paragraph))
    if _is_title(words):
        return
    place = 0
    while place < len(words):
        end = _run_end(paragraph, words, place)
        if end == place:
            place += 1
            continue
        starts = _starts(paragraph, words, place)
        if span := _name(words[place:end], starts, language, common):
            yield span
        place = end


def _is_title(words: Sequence[Word]) -> bool:
    long = [word[0] for word in words if len(word[0]) > 3]
    capital = sum(word[0].isupper() for word in long)
    return len(long) >= _TITLE_WORDS and capital >= _TITLE_SHARE * len(long)


def _run_end(text: str, words: Sequence[Word], place: int) -> int:
    """Return the place after the last word of the name that begins here."""
    end = place
    while end < len(words) and _is_capital(words[end][0]):
        end += 1
        if _POSSESSIVE.search(words[end - 1][0]):
            break
        last = end
        while last < len(words) and words[last][0] in _CONNECTORS and _joined(text, words, last):
            last += 1
        if last == len(words) or not _joined(text, words, last):
            break
        end = last if _is_capital(words[last][0]) else end
    return end


def _is_capital(word: str) -> bool:
    elided = _ELIDED.match(word)
    bare = word[elided.end() :] if elided and word[0].islower() else word
    return bare[0].isupper() and bare not in ("I", "I'm", "I’m", "I'd", "I’d", "I've", "I’ve")


def _joined(text: str, words: Sequence[Word], place: int) -> bool:
    before = words[place - 1]
    gap = text[before.end() : words[place].start()]
    if gap == ". ":
        return before[0] in _ABBREVIATED or len(before[0]) == 1
    return gap in _JOINS


def _starts(text: str, words: Sequence[Word], place: int) -> bool:
    """Tell whether a word is the first of a sentence, as far as the marks before it tell."""
    return place == 0 or bool(_STARTS.search(text[words[place - 1].end() : words[place].start()]))


def _name(
    run: Sequence[Word], starts: bool, language: Language, common: Container[str]
) -> TextRange | None:
    if starts and len(run) > 1 and run[0][0].lower() in common:
        run, starts = run[1:], False
    titles = sum(1 for _ in takewhile(lambda word: word[0] in _TITLES, run[:-1]))
    run, starts = run[titles:], starts and not titles
    acronym = sum(map(str.isupper, run[0][0])) > 1
    if len(run) == 1 and not acronym and (starts or language.nouns_are_capitalised):
        return None
    start, stop = run[0].start(), run[-1].end()
    if (elided := _ELIDED.match(run[0][0])) and run[0][0][0].islower():
        start += elided.end()
    if genitive := _POSSESSIVE.search(run[-1][0]):
        stop -= len(genitive[0])
    return start, stop
