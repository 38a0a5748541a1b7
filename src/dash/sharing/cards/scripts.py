"""Which letters of a card the types at hand do not have, and the card without them.

The package's types have Latin, Greek and Cyrillic letters, and a machine has others or has none.
Where it has none, a card would show a box for each letter: it says what is missing instead.
"""

import io
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from PIL import Image

from dash.counting import listed
from dash.drawings.svg import Drawing, holding, scaled, writing
from dash.sharing.cards.card import Card, Passage, run
from dash.sharing.cards.lettering import SANS, Face, Run, is_covered

# No letter has this number, so that it looks as a letter without a type does.
NO_LETTER = "\u0378"
CELL, SIZE = 60, 36
# Names of letters begin with that of their script; of some, with more words of it than one.
CJK = {"Chinese": "CJK SC", "Japanese": "CJK JP", "Korean": "CJK KR"}
SCRIPTS = {"Cjk": "Chinese", "Hiragana": "Japanese", "Katakana": "Japanese", "Hangul": "Korean"}

TAGS = re.compile("<[^>]*>")

# From a drawing to a PNG of it.
Paint = Callable[[Drawing], bytes]


def script_of(letter: str) -> str:
    """Return what a letter's script is called: Arabic; a sign that is no letter is itself."""
    if unicodedata.category(letter)[0] not in "LMN":
        return letter
    word = unicodedata.name(letter, "UNKNOWN").split()[0].capitalize()
    return SCRIPTS.get(word, word)


def samples(text: str) -> dict[str, str]:
    """Return a letter of each script that the package's types do not have, by the script."""
    found: dict[str, str] = {}
    for letter in text:
        # A mark that is set onto other letters looks different by itself.
        if not is_covered(letter) and unicodedata.category(letter)[0] not in "CMZ":
            found.setdefault(script_of(letter), letter)
    return found


def families_of(text: str, face: Face) -> tuple[str, ...]:
    """Return families that may have a text's letters, where the package's own types do not.

    Without them resvg takes the first type of the machine's that has the letters, whatever its
    weight. Noto calls its types by their scripts; DejaVu is there where hardly any other is.
    """
    scripts = [one for one in samples(text) if len(one) > 1]
    if not scripts:
        return ()
    kinds = ("Serif", "Sans") if face.family.endswith("Serif") else ("Sans",)
    noto = (f"Noto {kind} {CJK.get(one, one)}" for one in scripts for kind in kinds)
    return (*noto, "DejaVu Sans")


def not_at_hand(found: dict[str, str], paint: Paint) -> frozenset[str]:
    """Return the scripts for whose samples no type is at hand.

    Args:
        found: A letter of each script, as `samples` returns them.
        paint: What cards are painted with, with the machine's own types.
    """
    if not found:
        return frozenset()
    letters = (NO_LETTER, *found.values())
    look = {"x": 10, "y": 44, "font_size": SIZE, "font_family": f"'{SANS.family}', {SANS.behind}"}
    cells = [
        holding("svg", writing(letter, **look), x=number * CELL, width=CELL, height=CELL)
        for number, letter in enumerate(letters)
    ]
    painted = paint(scaled(CELL * len(letters), CELL, cells, ""))
    with Image.open(io.BytesIO(painted), formats=("PNG",)) as image:
        strip = image.convert("RGBA")
    shown = [strip.crop((x, 0, x + CELL, CELL)).tobytes() for x in range(0, strip.width, CELL)]
    missing = zip(found, shown[1:], strict=True)
    return frozenset(script for script, look_of in missing if look_of == shown[0])


def letters_of(card: Card) -> str:
    """Return all that is written on a card."""
    columns = [passage for column in card.columns for passage in column]
    runs = (one.words for passage in (*columns, *card.passages) for one in passage.runs)
    inset = TAGS.sub("", card.inset.svg) + card.inset.caption if card.inset else ""
    head = (words for words, _ in card.head)
    return "".join((*head, *runs, card.source, card.title, card.address, card.version, inset))


def without(card: Card, missing: Collection[str]) -> Card:
    """Return a card without letters that would be boxes: it says which, and where they are read.

    A passage or a line with a letter of a missing script goes as a whole, for what is left of it
    could say something else; a sign that is no letter goes by itself.
    """
    if not missing:
        return card
    kept = [_kept(passage, missing) for passage in card.passages]
    columns = tuple(
        tuple(filter(None, (_kept(passage, missing) for passage in column)))
        for column in card.columns
    )
    told = run(tell_missing(missing))
    note = (Passage(told, size=30, smallest=22, colour="orange", keep=4, ours=True),)
    scripts = any(len(one) > 1 for one in missing)
    return replace(
        card,
        head=tuple((words, colour) for words, colour in card.head if _sound(words, missing)),
        passages=(*filter(None, kept), *(note if scripts else ())),
        columns=columns if all(columns) else (),
        source=_line(card.source, missing),
        title=_line(card.title, missing),
        address=_line(card.address, missing),
        inset=card.inset if card.inset and _sound(TAGS.sub("", card.inset.svg), missing) else None,
    )


def tell_missing(missing: Iterable[str]) -> str:
    """Return a sentence that says which letters a picture lacks, and why."""
    names = listed(sorted(script for script in missing if len(script) > 1))
    return (
        f"What is written in {names} letters is not in this picture: the server that made it has "
        "no type with them. The record itself has all of its words."
    )


def _kept(passage: Passage, missing: Collection[str]) -> Passage | None:
    words = "".join(one.words for one in passage.runs)
    if not _sound(words, missing):
        return None
    runs = tuple(Run(_line(one.words, missing), one.change) for one in passage.runs)
    return replace(passage, runs=tuple(one for one in runs if one.words))


def _sound(text: str, missing: Collection[str]) -> bool:
    scripts = {one for one in missing if len(one) > 1}
    return not any(script_of(letter) in scripts for letter in text if not is_covered(letter))


def _line(text: str, missing: Collection[str]) -> str:
    """Return a line without missing signs; nothing of one with letters of a missing script."""
    if not _sound(text, missing):
        return ""
    kept = "".join(letter for letter in text if is_covered(letter) or letter not in missing)
    return kept if kept == text else " ".join(kept.split())
