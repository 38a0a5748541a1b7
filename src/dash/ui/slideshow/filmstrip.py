"""The filmstrip under a slide: thumbnails, swiping, and a show that plays by itself.

Native Streamlit has no clickable picture that stays on the page, no swipe, and no way to know
that a reader asked for less motion (prefers-reduced-motion). So this one component has script
of its own: `filmstrip.js` beside this file, sent by this server.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from dash.ui.faults import told

KEY = "slideshow_filmstrip"
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Frame:
    """One slide on the filmstrip.

    Attributes:
        number: The slide's number.
        name: What its button is called.
        picture: Address of the picture; None where there is none.
        thumbnail: Address of the thumbnail.
    """

    number: int
    name: str
    picture: str | None
    thumbnail: str | None


_mount = st.components.v2.component(
    "dossier.filmstrip",
    css=(HERE / "filmstrip.css").read_text(encoding="utf-8"),
    js=(HERE / "filmstrip.js").read_text(encoding="utf-8"),
)


def filmstrip(frames: Sequence[Frame], current: int, go: Callable[[int], None]) -> None:
    """Draw the filmstrip and call `go` with a slide's number when the reader moves there."""

    @told()
    def moved() -> None:
        number = st.session_state[KEY].get("go")
        if number in {frame.number for frame in frames}:
            go(int(number))

    _mount(
        key=KEY,
        data={"frames": [asdict(frame) for frame in frames], "current": current},
        on_go_change=moved,
    )
