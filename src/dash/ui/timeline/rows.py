"""The timeline's rows in the browser: each event is a button beside its mark.

Native Streamlit has no list whose rows carry marks on one axis, wrap at every width and print
whole; a chart is as wide as the screen it was drawn for, and its labels are no buttons. So this
component has script of its own, `rows.js` beside this file, sent by this server.
"""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dash.charts.timeline import Timeline
from dash.events import PARTS
from dash.ui.faults import told

KEY = "timeline_rows"
HERE = Path(__file__).parent

_mount = st.components.v2.component(
    "dossier.timeline",
    css=(HERE / "rows.css").read_text(encoding="utf-8"),
    js=(HERE / "rows.js").read_text(encoding="utf-8"),
)


def draw_rows(
    timeline: Timeline,
    language: str,
    chosen: str | None,
    choose: Callable[[str], None],
    view: Callable[[str], None],
) -> None:
    """Draw a timeline.

    Args:
        timeline: What is drawn.
        language: The dossier's language: its words say it.
        chosen: The id of the event whose record is open.
        choose: Called with the id of the event that the reader chooses.
        view: Called with the name of the closer span that the reader asks for.
    """
    rows = {row.id for lane in timeline.lanes for row in lane.rows}
    closer = {one.name for lane in timeline.lanes for one in lane.closer}

    @told()
    def chose() -> None:
        asked = st.session_state[KEY].get("choose")
        if asked in rows:
            choose(asked)

    @told()
    def turned() -> None:
        asked = st.session_state[KEY].get("view")
        if asked in closer:
            view(asked)

    _mount(
        key=KEY,
        data=timeline.data | {"language": language, "chosen": chosen, "parts": PARTS},
        on_choose_change=chose,
        on_view_change=turned,
    )
