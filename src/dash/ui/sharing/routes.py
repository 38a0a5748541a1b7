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
from dash.dossier.pictures import Picture
from dash.schema.problems import DossierError
from dash.sharing.addresses import OEMBED, SITEMAP, Subject, embed_path, exists, record_key
from dash.sharing.crawlers import robots, sitemap
from dash.sharing.drawing import Shown, drawn
from dash.sharing.embed import embed_page, image, policy
from dash.sharing.oembed import answer, as_xml, subject_of_address
from dash.slides import spell_picture
from dash.ui.data import current_dossier
from dash.ui.lasting import Lasting
from dash.ui.sharing.heads import teller_of
from dash.ui.sharing.root import base_path, root_of
from dash.ui.slideshow.pictures import address_of, current_pictures

# Embeds of some 5 kB each, for one dossier at a time.
MOST = 500
# Editors in a browser ask from their own address; the answer is public.
OPEN = {"Access-Control-Allow-Origin": "*"}
EMBED = {"Content-Security-Policy": policy(), "Cache-Control": "no-cache"}
NOTHING = "No such record: the address may be of another dossier, or the record was taken out."
BROKEN = "The dossier has a problem here: the page that shows this record tells it."
LONGEST = 10_000


def sharing_routes() -> list[Route]:
    """Return the routes, under the base path where the server has one.

    Crawlers ask for robots.txt at the root alone, so that under a base path there is none.
    """
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
    dossier, subject = current_dossier(), Subject(**request.path_params)
    if not exists(dossier, subject):
        raise HTTPException(404, NOTHING)
    page = _embeds(dossier)(subject, root_of(request.scope), _picture(dossier, subject))
    return Response(page, headers=EMBED, media_type="text/html")


@Lasting
def _embeds(dossier: Dossier) -> Callable[[Subject, str, Shown | None], bytes]:
    """Return what makes the embeds of a dossier; they are kept as long as it is."""
    teller = teller_of(dossier)

    @lru_cache(MOST)
    def made(subject: Subject, root: str, picture: Shown | None) -> bytes:
        shown = [picture] if picture else drawn(teller, subject)
        return embed_page(teller, subject, root, shown).encode(errors="replace")

    return made


def _picture(dossier: Dossier, subject: Subject) -> Shown | None:
    """Return the picture of a slide, where it has a sound one."""
    if subject.kind != "slide":
        return None
    number = record_key(dossier, subject.kind, subject.key)
    slide = dossier.record("slides", number or 0)
    picture = current_pictures(dossier).get(slide["number"])
    if not isinstance(picture, Picture):
        return None
    return image(address_of(picture), slide["alt"] or "", spell_picture(slide))


def _oembed(request: Request) -> Response:
    asked = request.query_params
    form, address, root = asked.get("format", "json"), asked.get("url"), root_of(request.scope)
    if not address or len(address) > LONGEST:
        raise HTTPException(400, "Say whose: ?url= with the address of a record.", OPEN)
    if form not in ("json", "xml"):
        raise HTTPException(501, "There is format=json and format=xml.", OPEN)
    teller = teller_of(current_dossier())
    subject = subject_of_address(teller, address, root)
    if subject is None:
        raise HTTPException(404, "No record of this dossier has this address.", OPEN)
    found = answer(teller, subject, root, _most(request, "maxwidth"), _most(request, "maxheight"))
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
    found = _listed(current_dossier(), root_of(request.scope))
    return Response(found, media_type="application/xml")


@Lasting
def _listed(dossier: Dossier, root: str) -> str:
    return sitemap(dossier, root)


def _robots(request: Request) -> Response:
    return Response(robots(root_of(request.scope)), media_type="text/plain")
