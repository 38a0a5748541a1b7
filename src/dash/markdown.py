"""Text of a dossier inside Markdown: shown as the letters it is."""

import re
from urllib.parse import quote

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")

_ADDRESS = "%/:?#[]@!$&'()*+,;=~"


def escape(text: str) -> str:
    """Return text whose punctuation Markdown does not interpret.

    CommonMark lets a backslash stand before any ASCII punctuation
    (https://spec.commonmark.org/0.31.2/#backslash-escapes). Line breaks become
    spaces, so that no line can begin a list or a heading.
    """
    return PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def link(label: str, address: str) -> str:
    """Return a link whose label and address are read as nothing else.

    What Markdown could take for the end of the address is percent-encoded.
    """
    return f"[{escape(label)}](<{quote(address, safe=_ADDRESS)}>)"


def sentence(text: str) -> str:
    """Return text that begins with a capital; its other letters stay."""
    return text[:1].upper() + text[1:]
