"""A copy of an article, as bytes or pasted text, cut into the paragraphs that locators count.

A paragraph is a line of a text that is not blank, or a block of an HTML page. Where the lines of
a text are cut at a width, it is what stands between blank lines.
The copy is a stranger's: nothing in it is run or fetched, its size is bounded,
and the time taken grows in step with it. (Python 3.11's html.parser takes
seconds for 15 kB of unclosed tags, and a full HTML5 parser grows with the
square of the nesting; what is needed here is less than either.)
"""

import codecs
import html
import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise

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
_PAGE = re.compile(r"\s*<(!doctype|html|head|body|article|main|div|p|h1)\b", re.IGNORECASE)
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9-]*")
_QUOTE_OR_END = re.compile(r"=\s*+[\"']|>")
_UNSEEN = {
    tag: re.compile(f"</{tag}", re.IGNORECASE)
    for tag in ["script", "style", "template", "noscript", "title", "textarea", "svg", "iframe"]
}
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt"
    "|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
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
        found = list(html_blocks(text))
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


def is_page(text: str) -> bool:
    """Return whether a text is an HTML page."""
    return _PAGE.match(text) is not None


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


def html_blocks(page: str) -> Iterator[str]:
    """Return the text of each block of an HTML page: what a browser begins on a line of its own.

    Tags are read as HTML's tokeniser does (https://html.spec.whatwg.org/#tokenization);
    scripts, styles and other content that is not shown are left out.
    """
    block: list[str] = []
    for tag, text in _tokens(page):
        block.append(html.unescape(text) + " " * (tag == "br"))
        if tag and not _INLINE.fullmatch(tag.removeprefix("/")):
            yield " ".join("".join(block).split())
            block = []
    yield " ".join("".join(block).split())


def _tokens(page: str) -> Iterator[tuple[str, str]]:
    """Return each tag's name with the text before it; every step goes forward only."""
    place = 0
    while (start := page.find("<", place)) != -1:
        text = page[place:start]
        name = _NAME.match(page, start + 1)
        if name is None:
            place = _past_declaration(page, start)
            yield ("", text) if place > start + 1 else ("", text + "<")
            continue
        tag = name[0].lower()
        yield tag, text
        place = _past_tag(page, name.end())
        if tag in _UNSEEN:
            end = _UNSEEN[tag].search(page, place)
            place = end.start() if end else len(page)
    yield "", page[place:]


def _past_declaration(page: str, start: int) -> int:
    """Return where a comment or declaration ends; one letter on for a sign that is none."""
    if page.startswith("<!--", start):
        return _after(page, "-->", start + 4)
    if page.startswith(("<!", "<?", "</"), start):
        return _after(page, ">", start + 2)
    return start + 1


def _past_tag(page: str, place: int) -> int:
    """Return where a tag ends; a sign inside the quotation marks of an attribute ends none."""
    while match := _QUOTE_OR_END.search(page, place):
        if match[0] == ">":
            return match.end()
        place = _after(page, match[0][-1], match.end())
    return len(page)


def _after(page: str, mark: str, place: int) -> int:
    found = page.find(mark, place)
    return len(page) if found == -1 else found + len(mark)
