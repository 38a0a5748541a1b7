"""The text of a web page, block by block, and which of its blocks are the article's.

Python 3.11's html.parser takes seconds for 15 kB of unclosed tags, and a full HTML5 parser grows
with the square of the nesting; what is needed here is less than either, and takes time in step
with the size of the page.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

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
# What a site puts around a story, and beside it.
_FURNITURE = ("nav", "footer", "button", "dialog")
# Of the letters of a page, so many make one <article> or <main> the story: the teasers of other
# stories are articles, too.
MOST_OF_A_PAGE = 0.5


class Block(NamedTuple):
    """The text of a block, and the elements around it that tell whether it is the story's.

    Attributes:
        text: What stands in it; it may be blank.
        article: The number of the outermost <article> around it; 0 outside of any.
        is_main: Whether a <main> is around it.
        is_furniture: Whether an element is around it that holds no story.
    """

    text: str
    article: int
    is_main: bool
    is_furniture: bool


def is_page(text: str) -> bool:
    """Return whether a text is an HTML page."""
    return _PAGE.match(text) is not None


def article_blocks(page: str) -> list[str]:
    """Return the blocks of a page without what stands around its article, as far as tags tell.

    That is its largest <article>, or else its <main>, where this holds most of the page's text.
    """
    blocks = [block for block in html_blocks(page) if block.text]
    told = [block for block in blocks if not block.is_furniture] or blocks
    letters = sum(len(block.text) for block in told)
    sizes = Counter[int]()
    for block in told:
        sizes[block.article] += len(block.text)
    largest = max(sizes, key=lambda article: sizes[article] * bool(article), default=0)
    for part in (
        [block for block in told if block.article == largest != 0],
        [block for block in told if block.is_main],
    ):
        if sum(len(block.text) for block in part) > MOST_OF_A_PAGE * letters:
            return [block.text for block in part]
    return [block.text for block in told]


def html_blocks(page: str) -> Iterator[Block]:
    """Return each block of an HTML page: what a browser begins on a line of its own.

    Tags are read as HTML's tokeniser does (https://html.spec.whatwg.org/#tokenization);
    scripts, styles and other content that is not shown are left out.
    """
    block: list[str] = []
    around, articles = Counter[str](), 0
    # One that is never closed would take the rest of the page with it.
    furniture = [tag for tag in _FURNITURE if _is_closed(page, tag)]

    def made() -> Block:
        text = " ".join("".join(block).split())
        within = articles if around["article"] else 0
        return Block(text, within, around["main"] > 0, any(around[tag] for tag in furniture))

    for tag, text in _tokens(page):
        block.append(html.unescape(text) + " " * (tag == "br"))
        name = tag.removeprefix("/")
        if tag and not _INLINE.fullmatch(name):
            yield made()
            block = []
            articles += tag == "article" and not around["article"]
            around[name] = max(0, around[name] + (1 if tag == name else -1))
    yield made()


def _is_closed(page: str, tag: str) -> bool:
    opened, closed = (len(re.findall(rf"<{end}{tag}\b", page, re.IGNORECASE)) for end in ("", "/"))
    return opened == closed


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
