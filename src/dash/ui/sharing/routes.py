"""What the server sends of records beside its pages: embeds, oEmbed, and lists for crawlers."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import lru_cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dash.dossier.model import Dossier
from dash.schema.problems import DossierError
from dash.sharing.addresses import OEMBED, SITEMAP, Subject, embed_path, exists
from dash.sharing.crawlers import robots, sitemap
from dash.sharing.drawing import Shown
from dash.sharing.embed import embed_page, policy
from dash.sharing.oembed import answer, as_xml, subject_of_address
from dash.ui.data import shared_dossier
from dash.ui.lasting import KeptWith
from dash.ui.sharing.heads import teller_of
from dash.ui.sharing.pictures import shown_of
from dash.ui.sharing.root import base_path, own_root, root_of
from dash.wording import NO_SUCH_RECORD

# Embeds of some 5 kB each, for one dossier at a time.
MOST = 500
# Editors in a browser ask from their own address; the answer is public.
OPEN = {"Access-Control-Allow-Origin": "*"}
EMBED = {"Content-Security-Policy": policy(), "Cache-Control": "no-cache"}
NOTHING = NO_SUCH_RECORD
BROKEN = "The dossier has a problem here: the page that shows this record tells it."
LONGEST = 10_000


def sharing_routes() -> list[Route]:
    """Return the routes, under the base path where the server has one.

    Crawlers ask for robots.txt at the root alone, so that under a base path there is none.

    Raises:
        ValueError: The address in the environment is none: better now than at each request.
    """
    own_root()
    base = base_path()
    routes = [
        Route(base + embed_path("{kind}", "{key}"), _answered(_embed)),
        Route(base + OEMBED, _answered(_oembed)),
        Route(base + SITEMAP, _answered(_sitemap)),
    ]
    return routes if base else [*routes, Route("/robots.txt", _answered(_robots))]


def _answered(make: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint that answers in a thread; what cannot be read is not there."""

    async def endpoint(request: Request) -> Response:
        try:
            return await asyncio.to_thread(make, request)
        except DossierError as error:
            raise HTTPException(404, BROKEN) from error

    return endpoint


def _embed(request: Request) -> Response:
    dossier, subject = shared_dossier(), Subject(**request.path_params)
    if not exists(dossier, subject):
        raise HTTPException(404, NOTHING)
    shown = shown_of(teller_of(dossier), subject)
    page = _embeds(dossier)(subject, root_of(request.scope), shown)
    return Response(page, headers=EMBED, media_type="text/html")


@KeptWith
def _embeds(dossier: Dossier) -> Callable[[Subject, str, tuple[Shown, ...]], bytes]:
    """Return what makes the embeds of a dossier; they are kept as long as it is."""
    teller = teller_of(dossier)

    @lru_cache(MOST)
    def made(subject: Subject, root: str, shown: tuple[Shown, ...]) -> bytes:
        return embed_page(teller, subject, root, shown).encode(errors="replace")

    return made


def _oembed(request: Request) -> Response:
    asked = request.query_params
    form, address, root = asked.get("format", "json"), asked.get("url"), root_of(request.scope)
    if not address or len(address) > LONGEST:
        raise HTTPException(400, "Say whose: ?url= with the address of a record.", OPEN)
    if form not in ("json", "xml"):
        raise HTTPException(501, "There is format=json and format=xml.", OPEN)
    teller = teller_of(shared_dossier())
    subject = subject_of_address(teller, address, root)
    if subject is None:
        raise HTTPException(404, "No record of this dossier has this address.", OPEN)
    limits = (_most(request, "maxwidth"), _most(request, "maxheight"))
    found = answer(teller, subject, root, shown_of(teller, subject), limits)
    if form == "xml":
        return Response(as_xml(found), headers=OPEN, media_type="text/xml")
    text = json.dumps(found, ensure_ascii=False)
    return Response(text, headers=OPEN, media_type="application/json")


def _most(request: Request, name: str) -> int | None:
    """Return a limit in pixels that the request names, or None.

    Raises:
        HTTPException: It is no whole number above nothing.
    """
    text = request.query_params.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text)):
        raise HTTPException(400, f"{name} is a whole number of pixels.", OPEN)
    return int(text)


def _sitemap(request: Request) -> Response:
    found = _listed(shared_dossier(), root_of(request.scope))
    return Response(found, media_type="application/xml")


@KeptWith
def _listed(dossier: Dossier, root: str) -> str:
    return sitemap(dossier, root)


def _robots(request: Request) -> Response:
    return Response(robots(root_of(request.scope)), media_type="text/plain")
