"""How wide the reader's screen is, in three steps: a map's parts are to fit it whole.

Native Streamlit does not tell a page its width, and deck.gl's camera cannot be given bounds in
place of a zoom. So this one component, `width.js` beside this file, says it: after the first
paint, and when it changes.
"""

from pathlib import Path

import streamlit as st

from dash.maps.mercator import DESK, PHONE, TABLET, Canvas

KEY = "map_width"
CANVASES = {"phone": PHONE, "tablet": TABLET, "desk": DESK}

_mount = st.components.v2.component(
    "dossier.width", js=(Path(__file__).parent / "width.js").read_text(encoding="utf-8")
)


def canvas() -> Canvas:
    """Return what a map is drawn for; until the browser has said so, what its name suggests."""
    guess = "phone" if "Mobi" in (st.context.headers.get("User-Agent") or "") else "desk"
    state = st.session_state.get(KEY) or {}
    told = state.get("width") or guess
    _mount(key=KEY, data={"told": told}, height=1, on_width_change=_noted)
    return CANVASES.get(told, DESK)


def _noted() -> None:
    """Let a changed width run the page: a state without a callback is not kept."""
