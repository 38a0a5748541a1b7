"""The server that `streamlit run app.py` starts: warm before the first visitor."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from dash.schema.problems import DossierError
from dash.ui import protection, shelf, sockets, stylesheet
from dash.ui.data import current_dossier
from dash.ui.map import ground, paper
from dash.ui.packing import with_packed_scripts
from dash.ui.reconnecting import whole_page_first
from dash.ui.sharing import feed
from dash.ui.sharing.cards import card_routes
from dash.ui.sharing.heads import with_heads
from dash.ui.sharing.routes import sharing_routes
from dash.ui.slideshow.pictures import picture_routes

LOG = logging.getLogger(__name__)


# Any: st.App names a type for each of its arguments.
def parts() -> dict[str, Any]:
    """Return what the server's app has beside its script, as arguments of `st.App`."""
    routes = [*ground.ground_routes(), *paper.paper_routes(), *picture_routes()]
    routes += [*sharing_routes(), *card_routes(), feed.route(), stylesheet.route()]
    layers = [*protection.middleware(), Middleware(whole_page_first), Middleware(with_heads)]
    layers += [Middleware(with_packed_scripts)]
    return {"lifespan": warm_up, "routes": routes, "middleware": layers}


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncGenerator[None]:
    """Read the dossier, then answer, and make ready the rest meanwhile.

    A visitor who comes before that is done waits for what the page needs, and no longer.
    """
    await asyncio.to_thread(_attempt, _first())
    ground.announce()
    sockets.send_at_once()
    shelf.clear_up()
    rest = asyncio.create_task(asyncio.to_thread(_attempt, _rest()))
    sweeping = asyncio.create_task(shelf.keep_swept())
    yield
    sweeping.cancel()
    await rest
    with suppress(asyncio.CancelledError):
        await sweeping
    shelf.clear_up()


def _first() -> Iterator[Callable[[], object]]:
    yield current_dossier


def _rest() -> Iterator[Callable[[], object]]:
    yield from import_module("dash.ui.warming").tasks()


def _attempt(tasks: Iterator[Callable[[], object]]) -> None:
    """Do one after the other; a server that starts cold is better than none."""
    for task in tasks:
        try:
            task()
        except DossierError:
            pass  # each page tells it
        except Exception:
            LOG.exception("The server starts cold: this could not be made ready beforehand")
