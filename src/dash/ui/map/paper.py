"""The map for paper, by an address of the server's own: a browser asks for it once it prints.

It is an image that is loaded late and not seen on a screen. Browsers load such images before they
print, and wait for them, so what is printed right after the page was opened has its map, too.
"""

import asyncio
import html
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dash.dossier.model import Dossier
from dash.drawings.paper_map import paper_map
from dash.maps.atlas import Atlas
from dash.maps.claims import days_of
from dash.maps.scene import Scene
from dash.palette import LIGHT
from dash.schema.problems import DossierError
from dash.ui.data import atlas_of, dossier_under
from dash.ui.map.claims import every_claim
from dash.ui.map.ground import FOLDER, OWN, folder, is_served
from dash.ui.map.placing import placed_once
from dash.ui.map.recorded import with_record
from dash.ui.sharing.root import base_path

NAME = "paper.svg"
# Drawn when it is printed, of the tables as they are then.
HEADERS = {"Cache-Control": "no-store"}


def paper_routes() -> list[Route]:
    """Return the routes of the map for paper, under the base path where the server has one."""
    folders = (FOLDER, f"{FOLDER}/{OWN}/{{token}}")
    return [Route(f"{base_path()}/{folder}/{NAME}", _send) for folder in folders]


def lay_paper(scene: Scene) -> None:
    """Lay a map for paper beside the one on the screen; nothing where it is not served."""
    if not is_served():
        return
    asked = {"view": scene.view.id, "on": sorted(scene.on), "place": scene.selected}
    asked |= {"day": scene.day, "claim": scene.claim}
    query = urlencode({key: value for key, value in asked.items() if value}, doseq=True)
    alt = html.escape(f"Map, {scene.view.name}")
    source = html.escape(f"{folder()}/{NAME}?{query}")
    with st.container(key="map_paper"):
        st.html(f'<img src="{source}" alt="{alt}" loading="lazy" width="100%">')


async def _send(request: Request) -> Response:
    try:
        token = request.path_params.get("token")
        return await asyncio.to_thread(_answer, token, request.query_params)
    except DossierError:
        return Response("The map cannot be drawn.", status_code=404, media_type="text/plain")


def _answer(token: str | None, asked: QueryParams) -> Response:
    dossier = dossier_under(token)
    scene = None if dossier is None else asked_scene(dossier, atlas_of(dossier), asked)
    if dossier is None or scene is None:
        return Response("No such map: reload the page.", status_code=404, media_type="text/plain")
    atlas, _ = with_record(dossier, scene.atlas, scene.on)
    scene = replace(scene, atlas=atlas)
    drawing = paper_map(scene, dossier.ground, placed_once(scene))
    return Response(drawing.svg, headers=HEADERS, media_type="image/svg+xml")


def asked_scene(dossier: Dossier, atlas: Atlas, asked: QueryParams) -> Scene | None:
    """Return what an address of the map for paper asks for; None where there is no such thing."""
    views = {view.id: view for view in dossier.story.views}
    claims = {claim.id for claim in every_claim(atlas)}
    view, place, claim, day = (asked.get(key) for key in ("view", "place", "claim", "day"))
    days = days_of(every_claim(atlas), atlas.story.published)
    known = ((view, views), (place, atlas.place_names), (claim, claims), (day, days))
    if view is None or any(value is not None and value not in among for value, among in known):
        return None
    layers = {layer for switch in atlas.switches for layer in switch.layers}
    on = layers & set(asked.getlist("on"))
    return Scene(atlas, {}, views[view], LIGHT, on, selected=place, day=day, claim=claim)
