"""The map for paper, by an address of the server's own: a browser asks for it once it prints.

It is an image that is loaded late and not seen on a screen. Browsers load such images before they
print, and wait for them, so what is printed right after the page was opened has its map, too.
"""

import asyncio
import html
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
from dash.ui.data import current_atlas, current_dossier
from dash.ui.map.claims import every_claim
from dash.ui.map.ground import FOLDER, is_served, under
from dash.ui.map.placing import placed_once

NAME = f"{FOLDER}/paper.svg"
# Drawn when it is printed, of the tables as they are then.
HEADERS = {"Cache-Control": "no-store"}


def route(base: str) -> Route:
    """Return the route of the map for paper, for the server's app.

    Args:
        base: The path under which the server shows its pages; blank for the root.
    """
    return Route(f"{under(base)}/{NAME}", _send)


def lay_paper(scene: Scene) -> None:
    """Lay a map for paper beside the one on the screen; nothing where it is not served."""
    if not is_served():
        return
    asked = {"view": scene.view.id, "on": sorted(scene.on), "place": scene.selected}
    asked |= {"day": scene.day, "claim": scene.claim}
    query = urlencode({key: value for key, value in asked.items() if value}, doseq=True)
    alt = html.escape(f"Map, {scene.view.name}")
    with st.container(key="map_paper"):
        st.html(f'<img src="{NAME}?{html.escape(query)}" alt="{alt}" loading="lazy" width="100%">')


async def _send(request: Request) -> Response:
    try:
        return await asyncio.to_thread(_answer, request.query_params)
    except DossierError:
        return Response("The map cannot be drawn.", status_code=404, media_type="text/plain")


def _answer(asked: QueryParams) -> Response:
    dossier, atlas = current_dossier(), current_atlas()
    scene = asked_scene(dossier, atlas, asked)
    if scene is None:
        return Response("No such map: reload the page.", status_code=404, media_type="text/plain")
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
