"""The server that `streamlit run app.py` starts: warm before the first visitor."""

import asyncio
import gc
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

import streamlit as st

# Imported here so that no visitor waits for them: together about two seconds.
from dash import maps  # noqa: F401
from dash.charts import casualties  # noqa: F401
from dash.problems import DossierError
from dash.ui.data import current_dossier
from dash.ui.pictures import current_pictures


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncGenerator[None]:
    """Read the dossier before the first visitor, and take what stays out of garbage collection.

    Streamlit collects all garbage after each run, which takes time in
    proportion to the objects alive. What was imported and read by now lives as
    long as the server: frozen, it is not looked at again, and the collection
    keeps memory flat at a small cost.
    """
    dossier = await asyncio.to_thread(current_dossier)
    with suppress(DossierError):
        await asyncio.to_thread(current_pictures, dossier)
    gc.collect()
    gc.freeze()
    yield
