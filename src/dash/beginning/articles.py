"""An article to begin from: its paragraphs as `verify` counts them, and what its file tells."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dash.dates import first_day
from dash.verification.article import is_wrapped, paragraphs
from dash.verification.documents import read_document
from dash.verification.languages import likely_tag
from dash.verification.web_pages import is_page

LONGEST_TITLE = 200
_META = re.compile(r"<meta\b([^<>]{1,2000})>", re.IGNORECASE)
_LINK = re.compile(r"<link\b([^<>]{1,2000})>", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"<html\b[^<>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z0-9-]{2,35})", re.IGNORECASE
)
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,1000})<", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What a page tells search engines in JSON (schema.org), and the first time that it shows.
_DATED = re.compile(
    r"\"datePublished\"\s*:\s*\"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"|<time\b[^<>]{0,500}?\bdatetime\s*=\s*[\"']?([0-9]{4}-[0-9]{2}-[0-9]{2})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+")
# Under which names web pages tell of themselves: Open Graph first, then HTML's own and others.
TITLES = ("og:title", "twitter:title")
PUBLISHERS = ("og:site_name", "publisher", "application-name")
DATES = ("article:published_time", "datepublished", "date", "dc.date", "pubdate")


@dataclass(frozen=True)
class Article:
    """What is known of a story before anybody has read it.

    Attributes:
        title: Its title, or what stands for one.
        paragraphs: Its paragraphs; the first is P1.
        publisher: Who published it.
        published: When, as a day.
        language: Its language, as a BCP 47 tag: as a page says, or else as its small words tell.
        url: Its address.
        wrapped: Whether its lines were cut at a width and have been put together.
    """

    title: str
    paragraphs: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    wrapped: bool = False


def read_article(file: Path) -> Article:
    """Read an article: plain text, a web page, a Word document or a PDF.

    Raises:
        ArticleError: The file holds no text, too much, or cannot be read.
        OSError: It is not there, or may not be read.
    """
    text = read_document(file.read_bytes())
    found = tuple(paragraphs(text))
    title = found[0] if len(found[0]) <= LONGEST_TITLE else file.stem
    likely = likely_tag(" ".join(found))
    if not is_page(text):
        return Article(title, found, language=likely, wrapped=is_wrapped(text))
    told = dict(_told(text))
    language = _LANGUAGE.search(text)
    return Article(
        title=_first(told, TITLES) or _title(text) or title,
        paragraphs=found,
        publisher=_first(told, PUBLISHERS),
        published=next(filter(_exists, _days(text, told)), None),
        language=language[1] if language else likely,
        url=_address(text, told),
    )


def _told(page: str) -> Iterator[tuple[str, str]]:
    """Yield what a page's meta elements say, by their name in small letters, the last first."""
    for match in reversed(list(_META.finditer(page))):
        given = _attributes(match[1])
        name = given.get("property") or given.get("name") or given.get("itemprop")
        if name and given.get("content", "").strip():
            yield name.lower(), given["content"].strip()


def _attributes(text: str) -> dict[str, str]:
    return {
        match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(text)
    }


def _first(told: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((told[name] for name in names if name in told), None)


def _days(page: str, told: dict[str, str]) -> Iterator[str]:
    """Yield the days that a page may have been published on, the surest first."""
    if day := _DAY.match(_first(told, DATES) or ""):
        yield day[0]
    found = [match.groups() for match in _DATED.finditer(page)]
    yield from (day for day, _ in found if day)
    yield from (day for _, day in found if day)


def _title(page: str) -> str | None:
    found = _TITLE.search(page)
    return html.unescape(found[1]).strip() or None if found else None


def _address(page: str, told: dict[str, str]) -> str | None:
    links = (_attributes(match[1]) for match in _LINK.finditer(page))
    canonical = (link.get("href", "") for link in links if link.get("rel") == "canonical")
    given = (*canonical, told.get("og:url", ""))
    return next((address for address in given if _ADDRESS.fullmatch(address)), None)


def _exists(day: str) -> bool:
    try:
        first_day(day)
    except ValueError:
        return False
    return True
