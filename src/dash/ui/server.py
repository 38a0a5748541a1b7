"""The server that `streamlit run app.py` starts: warm before the first visitor."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from importlib import import_module
from pkgutil import walk_packages

import streamlit as st

import dash
from dash.dossier.model import Dossier
from dash.schema.problems import DossierError
from dash.ui import sockets
from dash.ui.casualties.choices import catalogue_of
from dash.ui.data import current_atlas, current_dossier
from dash.ui.home.questions import draw_maps_beforehand
from dash.ui.map import ground
from dash.ui.map.place import ties
from dash.ui.map.placing import place_beforehand
from dash.ui.quotes.prepared import prepared
from dash.ui.search.page import searched
from dash.ui.slideshow.pictures import current_pictures
from dash.ui.sources.source_list import rested_on

LOG = logging.getLogger(__name__)


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncGenerator[None]:
    """Make ready what every page needs, then answer, and make ready the rest meanwhile.

    A visitor who comes before that is done waits for what the page needs, and no longer.
    """
    await asyncio.to_thread(_attempt, _first())
    ground.announce()
    sockets.send_at_once()
    rest = asyncio.create_task(asyncio.to_thread(_attempt, _rest()))
    yield
    await rest


def _first() -> Iterator[Callable[[], object]]:
    for module in walk_packages(dash.__path__, "dash."):
        if not module.name.endswith("__main__"):
            yield partial(import_module, module.name)
    yield current_dossier


def _rest() -> Iterator[Callable[[], object]]:
    yield partial(_with_dossier, draw_maps_beforehand)
    yield lambda: place_beforehand(current_atlas())
    for make in (prepared, _figures, rested_on, ties, current_pictures, searched):
        yield partial(_with_dossier, make)


def _figures(dossier: Dossier) -> None:
    """Put all figures into words, as lists of them and comparisons need them."""
    catalogue = catalogue_of(dossier)
    catalogue.labels(list(catalogue.figures)[:1])
    _ = catalogue.comparisons


def _with_dossier(make: Callable[[Dossier], object]) -> object:
    return make(current_dossier())


def _attempt(tasks: Iterator[Callable[[], object]]) -> None:
    """Do one after the other; a server that starts cold is better than none."""
    for task in tasks:
        try:
            task()
        except DossierError:
            pass  # each page tells it
        except Exception:
            LOG.exception("The server starts cold: this could not be made ready beforehand")
