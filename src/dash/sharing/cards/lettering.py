"""The letters of cards: the types, how wide words are in them, and where lines break.

The types that come with the package have Latin, Greek and Cyrillic letters. Any other script is
drawn in a type of the machine's, whose widths are not known here: they are taken to be generous.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

from dash.bidi import REORDERING

FONTS = Path(__file__).with_name("fonts")
# The letters that all four types have; tests.card_fonts cuts them so.
COVERED = re.compile(
    "["
    " -~\xa0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u0218-\u021b\u02c6-\u02cc"
    "\u02d8-\u02dd\u0300-\u0304\u0306-\u030c\u0323-\u0324\u0326-\u0329\u0386-\u038a\u038c"
    "\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0493\u0496-\u049b\u04ae-\u04b3"
    "\u04d4-\u04d9\u1ea0-\u1ef9\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026"
    "\u202f-\u2030\u2032-\u2033\u2039-\u203a\u20ac\u20b4\u20bd\u2116\u2122\u2190-\u2193"
    "\u2212\u2248\u2260\u2264-\u2265"
    "]"
)
# What XML cannot hold (XML 1.0, 2.2), and what has no shape: a cell of text may have either.
NO_LETTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Ems that a letter of another script takes: of Chinese, Japanese and Korean, and of any other.
WIDE, OTHER = 1.0, 0.65
# More of a text is never set; what is longer is cut before anything is measured.
MOST_LETTERS = 1200
# More marks on one letter say nothing more, and can be thousands.
MOST_MARKS = 3
ELLIPSIS = "…"
# Where an address that is longer than a line breaks: behind a part of it, or else behind a word.
BREAK = re.compile(".*[/?&=]|.*[-_~]")
UNITS = 1000

Change = Literal["same", "deleted", "inserted"]


@dataclass(frozen=True)
class Face:
    """A weight of a family.

    Attributes:
        family: As an SVG calls it.
        weight: As CSS counts weights.
        file: The file in FONTS.
        behind: What an SVG shall be drawn in where this type is not at hand.
    """

    family: str
    weight: int
    file: str
    behind: str


_SERIF = "'Source Serif 4', Georgia, 'Liberation Serif', serif"
_SANS = "'Source Sans 3', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
SERIF = Face("Dossier Serif", 400, "DossierSerif-Regular.ttf", _SERIF)
SERIF_BOLD = Face("Dossier Serif", 600, "DossierSerif-Semibold.ttf", _SERIF)
SANS = Face("Dossier Sans", 400, "DossierSans-Regular.ttf", _SANS)
SANS_BOLD = Face("Dossier Sans", 600, "DossierSans-Semibold.ttf", _SANS)
FACES = (SERIF, SERIF_BOLD, SANS, SANS_BOLD)


@dataclass(frozen=True)
class Run:
    """Words that are set alike.

    Attributes:
        words: The words.
        change: Whether they are as in the source, were deleted from it or inserted.
    """

    words: str
    change: Change = "same"


Line = tuple[Run, ...]


def plain(text: str) -> str:
    """Return a text as it can be set: no control characters, one space between words, not endless.

    Characters that reorder text are shown by their number, as `dash.bidi.isolate` does.
    """
    closing = "”" if text.endswith("”") else ""
    text = unicodedata.normalize("NFC", text[: 2 * MOST_LETTERS])
    visible = REORDERING.sub(lambda found: f"[U+{ord(found[0]):04X}]", NO_LETTERS.sub("", text))
    words = " ".join("".join(_few_marks(visible)).split())
    if len(words) <= MOST_LETTERS:
        return words
    return words[: MOST_LETTERS - 3].rstrip() + ELLIPSIS + closing


def _few_marks(text: str) -> Iterator[str]:
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= MOST_MARKS:
            yield letter


def is_covered(text: str) -> bool:
    """Return whether the package's own types have all letters of a text."""
    return all(map(_covered, text))


def begins_right_to_left(text: str) -> bool:
    """Return whether a paragraph runs from right to left: by its first letter that runs either way.

    See Unicode Standard Annex 9, rules P2 and P3.
    """
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


@lru_cache(4096)
def width(words: str, face: Face) -> float:
    """Return how wide words are, in ems."""
    ours = "".join(filter(_covered, words))
    others = sum(_ems(letter) for letter in words if not _covered(letter))
    return _font(face).getlength(ours) / UNITS + others


def set_lines(runs: Iterable[Run], face: Face, room: float) -> list[Line]:
    """Break words into lines.

    Args:
        runs: The words; between two runs there is a space.
        face: What they are set in.
        room: How long a line may be, in ems.
    """
    lines: list[list[Run]] = []
    used = 0.0
    space = width(" ", face)
    for word, change in _words(runs, face, room):
        wide = width(word.rstrip("\u200b"), face)
        glued = bool(lines) and bool(lines[-1]) and lines[-1][-1].words.endswith("\u200b")
        gap = 0.0 if glued else space
        if lines and used + gap + wide <= room:
            used += gap + wide
            _append(lines[-1], word, change, glued=glued)
        else:
            lines.append([Run(word, change)])
            used = wide
    return [
        tuple(Run(run.words.replace("\u200b", ""), run.change) for run in line) for line in lines
    ]


def cut_short(lines: Sequence[Line], most: int, face: Face, room: float) -> list[Line]:
    """Return no more than so many lines; the last ends with a sign that there is more.

    Args:
        lines: As `set_lines` returns them.
        most: How many there may be, at least one.
        face: What they are set in.
        room: How long a line may be, in ems.
    """
    if len(lines) <= most:
        return list(lines)
    *kept, last = lines[:most]
    end = ELLIPSIS + ("”" if lines[-1][-1].words.endswith("”") else "")
    while last and _length(last, face) + width(f" {end}", face) > room:
        last = _without_last_word(last)
    # A single word that is wider than the line ends amidst its letters.
    if not last:
        first = lines[most - 1][0]
        while len(first.words) > 1 and width(first.words + end, face) > room:
            first = Run(first.words[:-1], first.change)
        return [*kept, (Run(f"{first.words}{end}", first.change),)]
    return [*kept, (*last, Run(end))]


def _without_last_word(line: Line) -> Line:
    *before, last = line
    words = last.words.rpartition(" ")[0]
    return (*before, Run(words, last.change)) if words else tuple(before)


def _length(line: Line, face: Face) -> float:
    return width(" ".join(run.words for run in line), face)


def _append(line: list[Run], word: str, change: Change, *, glued: bool) -> None:
    if line[-1].change == change:
        line[-1] = Run(f"{line[-1].words}{'' if glued else ' '}{word}", change)
    else:
        line.append(Run(word, change))


def _words(runs: Iterable[Run], face: Face, room: float) -> Iterator[tuple[str, Change]]:
    """Yield words, and parts of words between which a line may break: those end with U+200B."""
    for run in runs:
        for word in run.words.split():
            *parts, last = _parts(word, face, room)
            yield from ((f"{part}\u200b", run.change) for part in parts)
            yield last, run.change


def _parts(word: str, face: Face, room: float) -> list[str]:
    """Return a word, or its parts where it is wider than a line or of letters that stand alone."""
    if word.isascii() and width(word, face) <= room:
        return [word]
    parts, used = [""], 0.0
    for letter in word:
        wide = width(letter, face)
        alone = _ems(letter) == WIDE and not _covered(letter)
        if parts[-1] and (alone or used + wide > room) and not unicodedata.combining(letter):
            part = parts.pop()
            found = None if alone else BREAK.match(part)
            end = found.end() if found else len(part)
            parts += [part[:end], part[end:]]
            used = width(parts[-1], face)
        parts[-1] += letter
        used += wide
    return parts


def _covered(letter: str) -> bool:
    return COVERED.match(letter) is not None


def _ems(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    return WIDE if unicodedata.east_asian_width(letter) in "WF" else OTHER


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / face.file, UNITS)
