"""The server that `streamlit run app.py` starts: warm before the first visitor."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import streamlit as st

# Imported here so that no visitor waits for them: together about two seconds.
from dash import maps  # noqa: F401
from dash.charts import casualties  # noqa: F401
from dash.ui.data import current_dossier


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncGenerator[None]:
    """Read the dossier before the first visitor, so that the visitor does not wait for it."""
    await asyncio.to_thread(current_dossier)
    yield
