"""The stage: the slide's picture with its keys, thumbnails, a show that plays, and full screen.

Native Streamlit has no clickable picture that stays on the page, no swipe, no full screen by name,
and no way to know that a reader asked for less motion (prefers-reduced-motion). Its shortcuts
listen only some time after a button is seen: keys pressed before were lost. So this component has
script of its own, `stage.js` beside this file, sent by this server: it shows where the show stands,
and it listens before it shows it.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from dash.ui.faults import told

KEY = "slideshow_stage"
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Frame:
    """One slide on the stage.

    Attributes:
        number: The slide's number.
        name: What its thumbnail is called.
        position: Where in the gallery it stands: 3 of 8.
        heading: Its heading, or that there is none.
        caption: Its caption: below the picture on a full screen, and on a card without one.
        alt: What the picture shows.
        picture: Address of the picture; None where there is none.
        thumbnail: Address of the thumbnail.
    """

    number: int
    name: str
    position: str
    heading: str
    caption: str
    alt: str
    picture: str | None
    thumbnail: str | None


_mount = st.components.v2.component(
    "dossier.stage",
    css=(HERE / "stage.css").read_text(encoding="utf-8"),
    js=(HERE / "stage.js").read_text(encoding="utf-8"),
)


def stage(frames: Sequence[Frame], current: int, go: Callable[[int], None]) -> None:
    """Draw the stage and call `go` with a slide's number when the reader moves there."""

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
