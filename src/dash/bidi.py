"""Directional characters of Unicode, kept from reordering the text around them.

See Unicode Standard Annex 9, https://www.unicode.org/reports/tr9/.
"""

import re
import unicodedata

# Embeddings, overrides and isolates: they can make letters show in another order than they have.
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Marks without a shape of their own; harmless once the text around them is isolated.
MARKS = "\u200e\u200f\u061c"
# Languages whose usual script runs from right to left, and such scripts (ISO 639, ISO 15924).
RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"))
RIGHT_TO_LEFT_SCRIPTS = frozenset(("adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"))
SCRIPT_LETTERS = 4
FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE = "\u2068", "\u2069"


def isolate(text: str) -> str:
    """Return text that cannot change the order in which other text is shown.

    Characters that reorder are shown by their number, as [U+202E]. Text with letters written
    from right to left is set apart, so that its direction ends with it.
    """
    visible = REORDERING.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
    if text.isascii() or not any(map(_right_to_left, visible)):
        return visible
    return f"{FIRST_STRONG_ISOLATE}{visible}{POP_DIRECTIONAL_ISOLATE}"


def is_right_to_left(language: str) -> bool:
    """Return whether a language, given as a BCP 47 tag, is written from right to left."""
    primary, *subtags = language.lower().split("-")
    scripts = [subtag for subtag in subtags if len(subtag) == SCRIPT_LETTERS and subtag.isalpha()]
    return scripts[0] in RIGHT_TO_LEFT_SCRIPTS if scripts else primary in RIGHT_TO_LEFT


def _right_to_left(letter: str) -> bool:
    return letter in MARKS or unicodedata.bidirectional(letter) in ("R", "AL", "AN")
