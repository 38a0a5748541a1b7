"""The server that `streamlit run app.py` starts: warm before the first visitor."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st

from dash.schema.problems import DossierError
from dash.ui import sockets
from dash.ui.data import current_dossier
from dash.ui.map import ground

LOG = logging.getLogger(__name__)


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncGenerator[None]:
    """Read the dossier, then answer, and make ready the rest meanwhile.

    A visitor who comes before that is done waits for what the page needs, and no longer.
    """
    await asyncio.to_thread(_attempt, _first())
    ground.announce()
    sockets.send_at_once()
    rest = asyncio.create_task(asyncio.to_thread(_attempt, _rest()))
    yield
    await rest


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
