"""The server that `streamlit run app.py` starts: warm before the first visitor."""

import asyncio
import gc
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import streamlit as st

# Imported here so that no visitor waits for them: together about two seconds.
from dash.charts import casualties  # noqa: F401
from dash.maps import deck  # noqa: F401
from dash.ui import ground
from dash.ui.data import current_dossier


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncGenerator[None]:
    """Read the dossier before the first visitor, and take what stays out of garbage collection.

    Streamlit collects all garbage after each run, which takes time in
    proportion to the objects alive. What was imported and read by now lives as
    long as the server: frozen, it is not looked at again, and the collection
    keeps memory flat at a small cost.
    """
    await asyncio.to_thread(current_dossier)
    ground.announce()
    gc.collect()
    gc.freeze()
    yield
