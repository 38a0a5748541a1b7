"""What screen readers, keys and paper need of the frame and Streamlit's elements cannot say.

Native Streamlit draws containers as bare <div>s without a role, its skip link leads to before
the menu, and nothing tells a page that it is being printed, or that a record was closed rather than
another opened. So this one component has script of its own: `landmarks.js` and `history.js` beside
this file, sent by this server. It shows nothing on a screen.
"""

from pathlib import Path

import streamlit as st

from dash.site import TARGETS

MENU = "menu"
FOOT = "foot"
HERE = Path(__file__).parent

_mount = st.components.v2.component(
    "dossier.landmarks",
    css=(HERE / "landmarks.css").read_text(encoding="utf-8"),
    js="".join(
        (HERE / f"{name}.js").read_text(encoding="utf-8") for name in ("landmarks", "history")
    ),
)


def set_landmarks(current: str) -> None:
    """Make the menu and the foot landmarks, the skip link skip, and the paper say its address.

    Args:
        current: What the menu calls the page that is shown.
    """
    records = [target.parameter for target in TARGETS.values()]
    data = {"menu": MENU, "foot": FOOT, "current": current, "records": records}
    _mount(key="landmarks", data=data)
