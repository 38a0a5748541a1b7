"""Pictures by address: sent once, kept by the browser, and never part of a rerun's message."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dash.dossier.model import Dossier
from dash.dossier.pictures import FOLDER, Picture, Refusal, picture_files, read_again, read_pictures
from dash.schema.problems import DossierError
from dash.schema.rows import Slide
from dash.ui import uploads
from dash.ui.data import dossier_under
from dash.ui.keeping import FOR_EVER, NEVER
from dash.ui.lasting import KeptWith

# Streamlit takes an address as a picture where it begins with /app/static/ and lets an app
# answer there itself (st.App, routes); its own static serving stays off.
ADDRESS = "/app/static/pictures"
OWN = f"{ADDRESS}/own"
HEADERS = {
    **FOR_EVER,
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
}
OWN_HEADERS = {**HEADERS, **NEVER}


def current_pictures(dossier: Dossier) -> Mapping[int, Picture | Refusal]:
    """Return the pictures of the dossier's slides, opened once and again when a file changes."""
    return _read(dossier, _stamp(dossier.folder, dossier.records("slides")))


def address_of(picture: Picture) -> str:
    """Return the address of a picture of the dossier that this session's pages show."""
    upload = uploads.shown()
    folder = ADDRESS if upload is None else f"{OWN}/{upload.token}"
    return f"{folder}/{picture.digest}"


def thumbnail_address(picture: Picture) -> str:
    """Return the address of a picture's thumbnail."""
    return f"{address_of(picture)}/thumbnail"


def picture_routes() -> list[Route]:
    """Return the routes that answer these addresses."""
    return [
        Route(f"{folder}/{{digest}}{ending}", send)
        for folder in (ADDRESS, f"{OWN}/{{token}}")
        for ending, send in (("", _send_picture), ("/thumbnail", _send_thumbnail))
    ]


async def _send_picture(request: Request) -> Response:
    picture = await asyncio.to_thread(_find, request.path_params)
    content = await asyncio.to_thread(read_again, picture)
    if content is None:
        raise HTTPException(404, "The picture has changed: reload the page.")
    return Response(content, media_type=picture.media_type, headers=_headers(request))


async def _send_thumbnail(request: Request) -> Response:
    picture = await asyncio.to_thread(_find, request.path_params)
    return Response(picture.thumbnail, media_type="image/webp", headers=_headers(request))


def _headers(request: Request) -> Mapping[str, str]:
    return OWN_HEADERS if "token" in request.path_params else HEADERS


def _find(asked: Mapping[str, str]) -> Picture:
    """Return a picture by the parts of its address."""
    dossier = dossier_under(asked.get("token"))
    if dossier is None:
        raise HTTPException(404, "This dossier is closed.")
    try:
        pictures = current_pictures(dossier).values()
    except DossierError as error:
        raise HTTPException(404, "The slides of this dossier cannot be read.") from error
    for picture in pictures:
        if isinstance(picture, Picture) and picture.digest == asked["digest"]:
            return picture
    raise HTTPException(404, "No slide of this dossier has this picture.")


@KeptWith
def _read(
    dossier: Dossier,
    stamp: tuple[object, ...],  # noqa: ARG001 - part of the key
) -> Mapping[int, Picture | Refusal]:
    return read_pictures(dossier.folder, dossier.records("slides"))


def _stamp(folder: Path, slides: Sequence[Slide]) -> tuple[object, ...]:
    """Return what changes when a slide names another file, or a file changes."""
    stamp: list[object] = []
    for number, name in picture_files(slides).items():
        try:
            found = (folder / FOLDER / name).lstat()
            stamp += [number, name, found.st_mtime_ns, found.st_size]
        except (OSError, ValueError):
            stamp += [number, name, None]
    return tuple(stamp)
