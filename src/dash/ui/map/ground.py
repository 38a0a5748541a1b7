"""The map's ground by an address of the server's own, so that it travels once to a browser.

The address carries a digest of the content and may be cached for ever. A page that runs where
this address is not served (under another server, or in a test) sends the ground inline.
"""

import asyncio
import threading
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dash.dossier.model import Dossier
from dash.schema.problems import DossierError
from dash.ui import uploads
from dash.ui.data import dossier_under
from dash.ui.keeping import FOR_EVER, IN_TWO_FORMS, NEVER, PACKED
from dash.ui.lasting import Lasting
from dash.ui.sharing.root import base_path

FOLDER, OWN = "geo", "own"
HEADERS = {**FOR_EVER, **IN_TWO_FORMS}
OWN_HEADERS = {**HEADERS, **NEVER}
TYPE = "application/geo+json"


def ground_routes() -> list[Route]:
    """Return the routes of the ground, under the base path where the server has one."""
    base = base_path()
    return [
        Route(f"{base}/{FOLDER}/{{digest}}.geojson", _send),
        Route(f"{base}/{FOLDER}/{OWN}/{{token}}/{{digest}}.geojson", _send),
    ]


def folder() -> str:
    """Return what the addresses of the session's dossier begin with, relative to a page."""
    upload = uploads.shown()
    return FOLDER if upload is None else f"{FOLDER}/{OWN}/{upload.token}"


def announce() -> None:
    """Say that this process serves the route."""
    _served().set()


def is_served() -> bool:
    """Return whether this process serves the map's addresses."""
    return _served().is_set()


def ground_data(dossier: Dossier) -> Mapping[str, Any]:
    """Return, by layer id, the address of the ground relative to the page, or the ground itself.

    Raises:
        DossierError: A file of the geography cannot be used.
    """
    if is_served():
        return {key: f"{folder()}/{layer.digest}.geojson" for key, layer in dossier.ground.items()}
    return {
        key: {"type": "FeatureCollection", "features": list(layer.features)}
        for key, layer in dossier.ground.items()
    }


@Lasting
def _served() -> threading.Event:
    return threading.Event()


async def _send(request: Request) -> Response:
    token = request.path_params.get("token")
    dossier = await asyncio.to_thread(dossier_under, token)
    headers = HEADERS if token is None else OWN_HEADERS
    try:
        layers = [] if dossier is None else list(dossier.ground.values())
    except DossierError:
        layers = []
    for layer in layers:
        if layer.digest == request.path_params["digest"]:
            if "gzip" in request.headers.get("accept-encoding", ""):
                packed = {**headers, **PACKED}
                return Response(layer.compressed, headers=packed, media_type=TYPE)
            return Response(layer.content, headers=headers, media_type=TYPE)
    return Response("No such layer: reload the page.", status_code=404, media_type="text/plain")
