"""The head of a served page: what a link's preview, a search engine and an editor read.

https://ogp.me names the properties of Open Graph; https://oembed.com, section 4, the discovery.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from dash.links import shorten
from dash.sharing.addresses import (
    CARD_SIZE,
    OEMBED,
    PAGE,
    Subject,
    card_path,
    embed_path,
    page_subject,
    record_path,
)
from dash.sharing.feed import FEED, MEDIA_TYPE
from dash.sharing.linked_data import dossier_data, record_data
from dash.sharing.markup import script_of, written
from dash.sharing.telling import LONGEST_SENTENCE, Teller
from dash.site import HOME, named_for, page_of

TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)


@dataclass(frozen=True)
class Head:
    """What the head of one address says.

    Attributes:
        title: Of the page: the record's, and the dossier's.
        description: One sentence.
        path: The address that stands for all that show the same, from the server's root on.
        data: The same for schema.org; empty for a page of many records.
        card: The path of its picture, where it has one.
        about: The record, where it is one.
    """

    title: str
    description: str
    path: str
    data: dict[str, Any]
    card: str | None = None
    about: Subject | None = None


def title_of(label: str, story: str) -> str:
    """Return what the browser's tab calls a page: Quotes · A quarrel over a bridge."""
    return f"{label} · {story}" if label else story


def record_head(teller: Teller, subject: Subject, root: str) -> Head:
    """Return the head of the page that shows one record.

    Raises:
        DossierError: A table that it needs has problems.
    """
    dossier, told = teller.dossier, teller.tell(subject)
    path = record_path(dossier, subject.kind, subject.key)
    return Head(
        title_of(told.title, dossier.story.title),
        told.sentence,
        path,
        record_data(dossier, subject, told, root + path),
        card_path(subject.kind, subject.key),
        subject,
    )


def page_head(teller: Teller, page: str, root: str) -> Head:
    """Return the head of a page without a record.

    Raises:
        DossierError: dossier.toml or sources.csv has problems.
    """
    story, shown = teller.dossier.story, named_for(page_of(page), teller.dossier)
    at_home = shown == HOME
    told = " ".join((story.subtitle or story.summary or story.title).split())
    description = told if at_home else f"{shown.label}. {told}"
    return Head(
        title_of("" if at_home else shown.label, story.title),
        shorten(description, LONGEST_SENTENCE),
        shown.path,
        dossier_data(teller.dossier, root + shown.path) if at_home else {},
        card_path(PAGE, page_subject(teller.dossier, shown).key),
    )


def tags(head: Head, story: str, language: str, root: str) -> str:
    """Return a head as HTML; whatever stands in the dossier, it ends no tag.

    The title says its language. The page's own stays: its menu and buttons are English, and
    `landmarks.js` marks what is the dossier's.

    Args:
        head: What it says.
        story: The dossier's title.
        language: The dossier's language, a BCP 47 tag.
        root: The server's address; blank where it is not known, and with it what needs one.
    """
    return "\n".join(
        (
            f'<title lang="{written(language)}">{written(head.title)}</title>',
            *(
                f'<meta {kind}="{name}" content="{written(content)}" />'
                for kind, name, content in _properties(head, story, language, root)
            ),
            *(_links(head, root) if root else ()),
            *(
                [f'<script type="application/ld+json">{script_of(head.data)}</script>']
                if head.data
                else []
            ),
        )
    )


def unlisted(label: str, story: str, language: str) -> str:
    """Return the head of what no search engine should list, as HTML.

    Args:
        label: What is there: a page's name, or that there is none.
        story: The dossier's title.
        language: Its language, a BCP 47 tag.
    """
    title = f'<title lang="{written(language)}">{written(title_of(label, story))}</title>'
    return f'{title}\n<meta name="robots" content="noindex" />'


def with_head(page: str, head: str, without_script: str = "") -> str:
    """Return a served page with its title replaced by a whole head.

    Args:
        page: The page as Streamlit has it.
        head: The head, as HTML.
        without_script: What a browser shows that runs no script, as HTML.
    """
    page = TITLE.sub(lambda _: head, page, count=1)
    return page.replace("<noscript>", f"<noscript>{without_script}", 1)


def without_script(head: Head, language: str, root: str) -> str:
    """Return a page as HTML for who runs no script: in a sentence, and its embed, which needs none.

    Args:
        head: What the page's head says.
        language: The dossier's language, a BCP 47 tag.
        root: The server's address; blank where it is not known.
    """
    told = f'<p lang="{written(language)}" dir="auto">{written(head.description)}</p>'
    if not head.about or not root:
        return told
    address = written(root + embed_path(head.about.kind, head.about.key))
    return f'{told}<p><a href="{address}">Read this record without JavaScript</a></p>'


def _properties(head: Head, story: str, language: str, root: str) -> Iterator[tuple[str, str, str]]:
    yield "name", "description", head.description
    yield "property", "og:type", "article" if head.about else "website"
    yield "property", "og:title", head.title
    yield "property", "og:description", head.description
    yield "property", "og:site_name", story
    # Open Graph joins language and territory by an underscore, and takes no script.
    if re.fullmatch("[A-Za-z]{2,3}-[A-Za-z]{2}", language):
        yield "property", "og:locale", language.replace("-", "_")
    if root:
        yield "property", "og:url", root + head.path
    with_card = root and head.card
    yield "name", "twitter:card", "summary_large_image" if with_card else "summary"
    yield "name", "twitter:title", head.title
    yield "name", "twitter:description", head.description
    if with_card:
        yield "property", "og:image", f"{root}{head.card}"
        for name, size in zip(("width", "height"), CARD_SIZE, strict=True):
            yield "property", f"og:image:{name}", str(size)
        yield "property", "og:image:alt", head.description
        yield "name", "twitter:image", f"{root}{head.card}"
        yield "name", "twitter:image:alt", head.description


def _links(head: Head, root: str) -> Iterator[str]:
    yield f'<link rel="canonical" href="{written(root + head.path)}" />'
    address = written(root + FEED)
    yield f'<link rel="alternate" type="{MEDIA_TYPE}" href="{address}" title="Corrections" />'
    if head.about:
        for kind, form in (("application/json+oembed", "json"), ("text/xml+oembed", "xml")):
            asked = urlencode({"url": root + head.path, "format": form})
            address = written(f"{root}{OEMBED}?{asked}")
            title = written(head.title)
            yield f'<link rel="alternate" type="{kind}" href="{address}" title="{title}" />'
