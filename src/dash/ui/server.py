"""The server that `streamlit run app.py` starts: warm before the first visitor."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from pkgutil import walk_packages

import streamlit as st

import dash
from dash.schema.problems import DossierError
from dash.ui import sockets
from dash.ui.data import current_dossier
from dash.ui.map import ground
from dash.ui.slideshow.pictures import current_pictures


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncGenerator[None]:
    """Import the package and read the dossier, so that no visitor waits for either."""
    await asyncio.to_thread(_warm)
    ground.announce()
    sockets.send_at_once()
    yield


def _warm() -> None:
    for module in walk_packages(dash.__path__, "dash."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    with suppress(DossierError):
        current_pictures(current_dossier())
