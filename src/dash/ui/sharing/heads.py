"""Streamlit's page, served with a head that says what stands at its address.

Streamlit sends one page for every address and fills it by script: whoever reads only what is sent,
as a link's preview does, sees "Streamlit". This wraps the app and answers for the pages itself.
"""

import asyncio
import logging
import re
from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dash.dossier.model import Dossier
from dash.schema.problems import DossierError
from dash.schema.story import Story
from dash.sharing.addresses import Subject, subject_at
from dash.sharing.head import page_head, record_head, tags, unlisted, with_head, without_script
from dash.sharing.telling import Teller
from dash.site import FIGURES, OPEN, PAGES
from dash.ui import stylesheet, uploads
from dash.ui.data import shared_dossier
from dash.ui.lasting import KeptWith
from dash.ui.sharing.root import base_path, root_of

LOG = logging.getLogger(__name__)
# Some 12 kB each, for one dossier at a time.
MOST = 500
NO_SUCH_PAGE, NOT_FOUND = "No such page", HTTPStatus.NOT_FOUND
NAMES = {page.path: page.name for page in (*PAGES, FIGURES)}

# How the addresses of pages are written: one word.
PAGE = re.compile(r"/[\w-]{1,100}")

Page = tuple[bytes, str]


# Made once for each dossier, for all readers.
teller_of = KeptWith(Teller)


def with_heads(app: ASGIApp) -> ASGIApp:
    """Answer for the dashboard's pages with a head of their own; all else is the app's."""
    base = base_path()

    async def headed(scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_page(scope, base):
            plain = _is_unlisted(scope, base)
            await (_with_plain_head(app, base) if plain else app)(scope, receive, send)
            return
        page = await asyncio.to_thread(_page, scope, base)
        if page is None:
            await _plain(_streamlits_page())(scope, receive, send)
            return
        body, tag = page
        headers = {"Cache-Control": "no-cache", "ETag": tag}
        if Headers(scope=scope).get("if-none-match") == tag:
            await Response(status_code=304, headers=headers)(scope, receive, send)
            return
        answer = Response(body, headers=headers, media_type="text/html")
        await answer(scope, receive, send)

    return headed


def _with_plain_head(app: ASGIApp, base: str) -> ASGIApp:
    """Let an app answer, but put our rules and the dossier's title into Streamlit's page.

    Streamlit sends its page where no page is, too, and says by script that there is none: that
    is a 404. The page that opens another dossier is there, where the host lets it be.
    """

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        kept: list[Message] = []

        async def keep(message: Message) -> None:
            kept.append(message)

        await app(scope, receive, keep)
        if kept and _is_a_page(kept[0]):
            is_there = _path(scope, base) == OPEN.path and uploads.is_open()
            story = await asyncio.to_thread(_story)
            page = _unlisted(story, is_there=is_there) if story else _streamlits_page()
            status = HTTPStatus.OK if is_there or not story else NOT_FOUND
            await _plain(page, status)(scope, receive, send)
            return
        for message in kept:
            await send(message)

    return answered


def _unlisted(story: Story, *, is_there: bool) -> str:
    label = OPEN.label if is_there else NO_SUCH_PAGE
    return with_head(_streamlits_page(), unlisted(label, story.title, story.language))


def _plain(page: str, status: int = HTTPStatus.OK) -> Response:
    """Return the answer with a page that the browser asks for again each time."""
    body = page.encode(errors="replace")
    return Response(body, status, {"Cache-Control": "no-cache"}, "text/html")


def _is_a_page(start: Message) -> bool:
    """Return whether an answer that begins so is HTML, and no error already."""
    kind = Headers(raw=start["headers"]).get("content-type", "")
    return start["status"] == HTTPStatus.OK and kind.startswith("text/html")


def _story() -> Story | None:
    """Return what the dossier says of itself; None where that cannot be read."""
    try:
        dossier = shared_dossier()
    except Exception:
        LOG.exception("No head for an address without a page")
        return None
    return dossier.story if dossier.knows_story else None


def _is_unlisted(scope: Scope, base: str) -> bool:
    """Return whether an address looks like that of a page, and is none of those with records."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    return PAGE.fullmatch(_path(scope, base)) is not None


def _is_page(scope: Scope, base: str) -> bool:
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    return _path(scope, base) in NAMES


def _path(scope: Scope, base: str) -> str:
    path: str = scope["path"]
    # Without its slash, the address of the home page is led to the one with it.
    return path.removeprefix(base) if path.startswith(base) else ""


def _page(scope: Scope, base: str) -> Page | None:
    """Return a page with its head; None where nothing can be said, and Streamlit's stays."""
    name, query = NAMES[_path(scope, base)], scope["query_string"].decode("latin-1")
    try:
        dossier = shared_dossier()
        try:
            subject = subject_at(dossier, name, query)
        except DossierError:
            subject = None  # the page tells what is wrong with the table
        return _pages(dossier)(name, subject, root_of(scope))
    except DossierError:
        return None
    except Exception:
        LOG.exception("No head for the page %s", name)
        return None


@KeptWith
def _pages(dossier: Dossier) -> Callable[[str, Subject | None, str], Page]:
    """Return what makes the pages of a dossier; they are kept as long as it is."""
    teller = teller_of(dossier)

    @lru_cache(MOST)
    def made(name: str, subject: Subject | None, root: str) -> Page:
        head = None
        if subject:
            try:
                head = record_head(teller, subject, root)
            except DossierError:
                head = None  # another table that the record needs is broken
        story = dossier.story
        head = head or page_head(teller, name, root)
        told = tags(head, story.title, story.language, root)
        plain = without_script(head, story.language, root)
        body = with_head(_streamlits_page(), told, plain).encode(errors="replace")
        return body, f'"{sha256(body).hexdigest()[:20]}"'

    return made


@cache
def _streamlits_page() -> str:
    file = Path(st.__file__).parent / "static" / "index.html"
    return stylesheet.with_rules(file.read_text(encoding="utf-8"))
