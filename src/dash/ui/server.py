"""The server that `streamlit run app.py` starts: warm before the first visitor."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib import import_module
from pkgutil import walk_packages

import streamlit as st

import dash
from dash.schema.problems import DossierError
from dash.ui.data import current_dossier
from dash.ui.map import ground
from dash.ui.slideshow.pictures import current_pictures

LOG = logging.getLogger(__name__)


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncGenerator[None]:
    """Import the package and read the dossier, so that no visitor waits for either."""
    await asyncio.to_thread(_warm)
    ground.announce()
    yield


def _warm() -> None:
    for module in walk_packages(dash.__path__, "dash."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    try:
        current_pictures(current_dossier())
    except DossierError:
        pass  # each page tells it
    except Exception:  # a server that starts cold is better than none
        LOG.exception("The server starts cold: the dossier could not be read beforehand")
