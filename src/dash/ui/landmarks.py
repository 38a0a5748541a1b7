"""What screen readers, keys and paper need of the frame and Streamlit's elements cannot say.

Native Streamlit draws containers as bare <div>s without a role, its skip link leads to before
the menu, and nothing tells a page that it is being printed, or that a record was closed rather than
another opened. So this one component has script of its own: `landmarks.js`, `languages.js` and
`history.js` beside this file, sent by this server. It shows nothing on a screen.
"""

from pathlib import Path

import streamlit as st

from dash.bidi import is_right_to_left
from dash.site import TARGETS
from dash.ui import stylesheet

MENU = "menu"
FOOT = "foot"
HERE = Path(__file__).parent

_mount = st.components.v2.component(
    "dossier.landmarks",
    css=(HERE / "landmarks.css").read_text(encoding="utf-8"),
    js="".join(
        (HERE / f"{name}.js").read_text(encoding="utf-8")
        for name in ("landmarks", "languages", "history")
    ),
)


def set_landmarks(current: str, language: str) -> None:
    """Make the menu and the foot landmarks, the skip link skip, and the paper say its address.

    The rules of all pages stand in a page as it is sent; where they do not, they are sent for.

    Args:
        current: What the menu calls the page that is shown.
        language: The dossier's language: its words say it, and run in its direction.
    """
    records = [target.parameter for target in TARGETS.values()]
    data: dict[str, object] = {"menu": MENU, "foot": FOOT, "current": current, "records": records}
    data |= {"language": language, "rightToLeft": is_right_to_left(language)}
    data["rules"] = stylesheet.address()
    _mount(key="landmarks", data=data)
