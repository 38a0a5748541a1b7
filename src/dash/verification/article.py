"""A copy of an article, as bytes or pasted text, cut into the paragraphs that locators count.

A paragraph is a line of a text that is not blank, or a block of a web page's article. Where the
lines of a text are cut at a width, it is what stands between blank lines.
The copy is a stranger's: nothing in it is run or fetched, its size is bounded,
and the time taken grows in step with it.
"""

import codecs
import re
import unicodedata
from itertools import groupby, pairwise

from dash.verification.web_pages import article_blocks, is_page

LARGEST_FILE = 2_000_000
LONGEST_TEXT = 300_000
MOST_PARAGRAPHS = 3_000
# Letters of a line that a width has made, and of a word; how many breaks of lines, and what share
# of them, must look as if a width had made them.
WIDTHS, LONGEST_WORD = range(50, 121), 40
FEWEST_BREAKS, MOST_OF_THEM = 2, 0.8

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
# Of the encodings that Python knows only those that the web uses for text.
_ENCODING = re.compile(
    r"utf-?8|windows-125\d|iso-8859-\d{1,2}|koi8-[ru]|gb18030|gbk|gb2312|big5|euc-(jp|kr)"
    r"|shift_jis",
    re.IGNORECASE,
)


class ArticleError(ValueError):
    """A copy cannot be compared; the message says why and what to do."""


def read_copy(content: bytes) -> str:
    """Return the text of a file.

    Raises:
        ArticleError: The file is too large, or holds no text.
    """
    if len(content) > LARGEST_FILE:
        raise ArticleError(
            f"The file has {len(content):,} bytes; at most {LARGEST_FILE:,} are compared. "
            "Save the article alone, without the pictures and scripts around it."
        )
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content:
        raise ArticleError(
            "The file is not text: it may be a PDF, a picture or a word processor's document. "
            "Save the article as plain text or HTML."
        )
    return _decode(content)


def _decode(content: bytes) -> str:
    named = _CHARSET.search(content[:4096])
    told = named[1].decode("ascii", errors="ignore") if named else ""
    for encoding in ("utf-8", told if _ENCODING.fullmatch(told) else "cp1252"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", errors="replace")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text or an HTML page, in order; the first is P1.

    Raises:
        ArticleError: There is no text, or more than is compared.
    """
    if len(text) > LARGEST_FILE:
        raise ArticleError(
            f"The text has {len(text):,} letters; at most {LARGEST_FILE:,} are read."
        )
    if is_page(text):
        found = article_blocks(text)
    elif is_wrapped(text):
        found = [" ".join(block) for block in _blocks(text)]
    else:
        found = text.splitlines()
    found = [unicodedata.normalize("NFC", line.strip()) for line in found if line.strip()]
    letters = sum(map(len, found))
    if not found:
        raise ArticleError("The copy holds no text. Give the article as plain text or HTML.")
    if letters > LONGEST_TEXT or len(found) > MOST_PARAGRAPHS:
        raise ArticleError(
            f"The copy has {letters:,} letters in {len(found):,} paragraphs; at most "
            f"{LONGEST_TEXT:,} letters in {MOST_PARAGRAPHS:,} paragraphs are compared. "
            "Leave out what does not belong to the article."
        )
    return found


def is_wrapped(text: str) -> bool:
    """Return whether the lines of a plain text are cut at a width, with blank lines between.

    So it is where the first word of a line would not have fitted at the end of the one before.
    """
    blocks = [] if is_page(text) else _blocks(text)
    breaks = [pair for block in blocks for pair in pairwise(block)]
    lines = [line for block in blocks for line in block]
    # A line with an address in it may be longer than the others.
    usual = (len(line) for line in lines if max(map(len, line.split())) <= LONGEST_WORD)
    width = max(usual, default=0)
    if len(blocks) < 2 or len(breaks) < FEWEST_BREAKS or width not in WIDTHS:
        return False
    full = sum(len(line) + 1 + len(after.split()[0]) > width for line, after in breaks)
    return full >= MOST_OF_THEM * len(breaks)


def _blocks(text: str) -> list[list[str]]:
    """Return the lines that stand together between blank ones."""
    lines = [line.strip() for line in text.splitlines()]
    return [list(group) for filled, group in groupby(lines, key=bool) if filled]
