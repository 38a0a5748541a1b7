"""What stands between quotation marks, in the marks of many languages.

A quotation that no mark closes goes on to the end of its paragraph: the next one opens it anew.
Speech after a dash (— Bonjour, dit-il) has no marks, and is not found.
"""

import re
from collections.abc import Iterator

from dash.verification.matching import TextRange

# What closes what, by the Unicode names of the marks and the habits of the languages.
_CLOSED_BY = {
    '"': '"',
    "“": "”“",
    "”": "”",
    "„": "“”„",
    "‟": "”",
    "«": "»",
    "»": "«»",
    "＂": "＂",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "《": "》",
}
_SINGLE = {"'": "'", "‘": "’‘", "‚": "‘’", "‹": "›", "›": "‹›", "〈": "〉"}
# Only a mark of these can both open and close; where it opens, a word begins.
_BY_PLACE = frozenset("\"”»'’›＂")
# After them a mark closes.
_STOPS = frozenset(".,;!?…")
_MARK = re.compile(f"[{''.join({*_CLOSED_BY, *''.join(_CLOSED_BY.values())})}]")
_SINGLE_MARK = re.compile(f"[{''.join({*_SINGLE, *''.join(_SINGLE.values())})}]")


def quotations_in(paragraph: str) -> list[TextRange]:
    """Return where quotations stand, without their marks; those inside others are left out."""
    double = list(_pairs(paragraph, _MARK, _CLOSED_BY, to_the_end=True))
    single = _pairs(paragraph, _SINGLE_MARK, _SINGLE, to_the_end=False)
    apart, place = [], 0
    for start, end in single:
        while place < len(double) and double[place][1] <= start:
            place += 1
        if place == len(double) or end <= double[place][0]:
            apart.append((start, end))
    return sorted(double + apart)


def _pairs(
    text: str, mark: re.Pattern[str], closed_by: dict[str, str], *, to_the_end: bool
) -> Iterator[TextRange]:
    """Yield what pairs of marks enclose.

    Of single ones, which are apostrophes as well, the last that opens counts; of the others the
    first.
    """
    opened: re.Match[str] | None = None
    for found in mark.finditer(text):
        if opened and found[0] in closed_by[opened[0]] and _closes(text, found.start()):
            yield from _filled(text, opened.end(), found.start())
            opened = None
        elif found[0] in closed_by and (opened is None or not to_the_end):
            opened = found if _opens(text, found) else opened
    if opened and to_the_end:
        yield from _filled(text, opened.end(), len(text))


def _filled(text: str, start: int, end: int) -> Iterator[TextRange]:
    inner = text[start:end]
    start, end = start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
    if any(map(str.isalnum, inner)):
        yield start, end


def _opens(text: str, mark: re.Match[str]) -> bool:
    before, after = text[max(mark.start() - 1, 0) : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] in _SINGLE and after.isdigit():  # the '90s
        return False
    if mark[0] not in _BY_PLACE:
        return True
    return not (before.isalnum() or before in _STOPS or after.isspace() or not after)


def _closes(text: str, place: int) -> bool:
    return text[place] not in _BY_PLACE or not text[place + 1 : place + 2].isalnum()
