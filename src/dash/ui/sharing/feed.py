"""The feed of corrections by an address of its own."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dash.schema.problems import DossierError
from dash.sharing.feed import FEED, MEDIA_TYPE, feed
from dash.ui.data import shared_dossier
from dash.ui.lasting import KeptWith
from dash.ui.sharing.root import base_path, root_of


def route() -> Route:
    """Return the route of the feed, under the base path where the server has one."""
    return Route(base_path() + FEED, _send)


async def _send(request: Request) -> Response:
    try:
        text = await asyncio.to_thread(lambda: _made(shared_dossier(), root_of(request.scope)))
    except DossierError as error:
        raise HTTPException(404, "The corrections of this dossier cannot be read.") from error
    headers = {"Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*"}
    return Response(text, headers=headers, media_type=MEDIA_TYPE)


_made = KeptWith(feed)
