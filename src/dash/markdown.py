"""Text of a dossier inside Markdown: shown as the letters it is."""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from dash.bidi import isolate

# What Streamlit replaces in the finished text, where no backslash reaches: arrows and dashes,
# names of icons and emoji between colons, addresses.
REPLACED = re.compile(
    r"(?<=[<-])(?=[->])|(?<=[<>~])(?==)|(?<=:)(?=[\w/+-]+:)|(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)",
    re.IGNORECASE,
)
WORD_JOINER = "\u2060"
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# What makes more than text of a line: marks, and what Streamlit or a browser makes a link of.
MARKS = re.compile(
    r"[\\`*_\[\]<>$~|#&@{}]|:[\w/+-]+:|//|www\.|^\s*(?:\d+[.)]|[-+=])", re.IGNORECASE
)

_ADDRESS = "%/:?#[]@!$&'()*+,;=~"


@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    """Return text whose punctuation Markdown does not interpret.

    CommonMark lets a backslash stand before any ASCII punctuation
    (https://spec.commonmark.org/0.31.2/#backslash-escapes). Line breaks become
    spaces, so that no line can begin a list or a heading. Where a backslash does
    not help, an invisible word joiner (U+2060) parts the characters.

    What was escaped of late is kept: each run of a page writes the same words.
    """
    parted = REPLACED.sub(WORD_JOINER, " ".join(isolate(text).split()))
    return PUNCTUATION.sub(r"\\\1", parted)


def read_out(text: str) -> str:
    """Return text for a label that a screen reader is told as it is written, Markdown and all.

    It is escaped only where Markdown would read it as more than text.
    """
    return escape(text) if MARKS.search(text) else text


def highlight(pieces: Iterable[tuple[str, bool]]) -> str:
    """Return text in which the pieces that matched are bold italics on a ground of their own."""
    return "".join(
        f":yellow-background[***{escape_part(text)}***]" if matched else escape_part(text)
        for text, matched in pieces
    )


def escape_part(text: str) -> str:
    """Escape a part of a longer text, whose outer spaces count."""
    escaped = escape(text)
    before = " " if text[:1].isspace() else ""
    after = " " if escaped and text[-1:].isspace() else ""
    return f"{before}{escaped}{after}"


def link(label: str, address: str) -> str:
    """Return a link whose label and address are read as nothing else.

    What Markdown could take for the end of the address is percent-encoded.
    """
    return f"[{escape(label)}](<{quote(address, safe=_ADDRESS)}>)"


def sentence(text: str) -> str:
    """Return text that begins with a capital; its other letters stay."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """Return a sentence with its full stop, unless it ends with a mark of its own: snow or rock?"""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
