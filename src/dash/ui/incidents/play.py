"""The years one after the other, started and stopped by a reader; nothing moves by itself."""

import streamlit as st

from dash.ui.address import turn
from dash.ui.faults import fragment, told
from dash.ui.incidents.address import FROM, PLAYING, TO

# Long enough to read a number and see the map change.
STEP_SECONDS = 2.5
# Set where the page draws the clock; what runs without it is the clock itself.
DRAWN = "incidents_drawn"


def year_shown() -> int | None:
    """Return the year that is being played; None where nothing is."""
    year = st.session_state.get(PLAYING)
    return year if isinstance(year, int) else None


def player(years: range) -> None:
    """Draw the button that plays and pauses, and let the clock run while it plays."""
    year = year_shown()
    if year is None:
        st.button(
            "Play the years",
            icon=":material/play_arrow:",
            key="incidents_play",
            on_click=_start,
            args=(years,),
        )
        return
    st.button(
        f"Pause at {year}",
        icon=":material/pause:",
        key="incidents_pause",
        on_click=_pause,
        args=(year,),
    )
    st.session_state[DRAWN] = True
    _clock(years)


@fragment(run_every=STEP_SECONDS)
def _clock(years: range) -> None:
    """Go on to the next year, once the present one was seen."""
    if st.session_state.pop(DRAWN, False):
        return
    year = year_shown()
    if year is not None:
        st.session_state[PLAYING] = year + 1 if year + 1 in years else None
        st.rerun()


def _start(years: range) -> None:
    st.session_state[PLAYING] = years[0]


@told()
def _pause(year: int) -> None:
    st.session_state[PLAYING] = None
    turn({FROM: f"{year}-01", TO: f"{year}-12"})
