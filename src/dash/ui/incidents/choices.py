"""What a reader chooses of the recorded deaths: months, parties, how well the place is known."""

import re
from collections.abc import Mapping, Sequence

import streamlit as st

from dash.dates import spell
from dash.incidents.selection import EVERYWHERE, WHERE, Selection, point
from dash.incidents.words import WHERE_WORDS
from dash.schema.incidents import PARTIES
from dash.ui.address import asked_for, asked_one, tell_unknown, turn
from dash.ui.faults import told
from dash.ui.incidents.address import FROM, PARTY, PLACE, TO
from dash.ui.incidents.address import WHERE as HOW_KNOWN
from dash.ui.incidents.play import year_shown
from dash.ui.widgets import Parameter, choose_several, follow

MONTHS = "incidents_months"
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def asked_selection(months: Sequence[str]) -> Selection:
    """Return what the address asks for, or the year that is being played.

    Args:
        months: All months on record.
    """
    # A year may begin before the record does, and end after it.
    start = asked_one(FROM, [*_before(FROM, months), *months], "month")
    end = asked_one(TO, [*_after(TO, months), *months], "month")
    year = year_shown()
    if year is not None:
        start, end = f"{year}-01", f"{year}-12"
    elif start and end and start > end:
        start, end = end, start
    for parameter, known, what in ((PARTY, PARTIES, "party"), (HOW_KNOWN, WHERE, "precision")):
        tell_unknown(parameter, known, what)
    parties = [party for party in PARTIES if party in asked_for(PARTY, PARTIES)]
    chosen = asked_for(HOW_KNOWN, WHERE)
    where = [value for name, values in WHERE.items() if name in chosen for value in values]
    return Selection(start, end, tuple(parties) or PARTIES, tuple(where) or EVERYWHERE)


def asked_point(known: Sequence[str]) -> str | None:
    """Return the place that the address asks for, by its point.

    Args:
        known: The points of all places that are shown.
    """
    asked = st.query_params.get(PLACE)
    if not asked or asked in known:
        return asked or None
    try:
        point(asked)
    except ValueError:
        tell_unknown(PLACE, known, "place")
        return None
    # A place of another time or party: it has nothing in what is selected.
    return asked


def choose_time(months: Sequence[str], selection: Selection) -> None:
    """Draw the choice of months as a slider with two ends."""
    follow(MONTHS, (max(selection.start or "", months[0]), _last(selection.end, months)))
    st.select_slider(
        "Months",
        months,
        # Only by its value does the slider know that it has two ends.
        (months[0], months[-1]),
        format_func=spell,
        key=MONTHS,
        on_change=_time_chosen,
        args=(months[0], months[-1]),
    )


def choose_parties(names: Mapping[str, str]) -> None:
    """Draw the choice of parties; none chosen means all."""
    choose_several("Who died (all, unless chosen)", dict(names), Parameter(PARTY), wrap=True)


def choose_precision() -> None:
    """Draw the choice of how well a place is known; none chosen means all."""
    choose_several(
        "The place is known (in any way, unless chosen)",
        dict(WHERE_WORDS),
        Parameter(HOW_KNOWN),
        wrap=True,
    )


def set_time(start: str | None, end: str | None) -> None:
    """Put a span of months into the address; for callbacks."""
    turn({FROM: start, TO: end})


def _before(key: str, months: Sequence[str]) -> list[str]:
    """Return the month that the address asks for, if it lies before the record."""
    return [asked for asked in _asked_month(key) if asked < months[0]]


def _after(key: str, months: Sequence[str]) -> list[str]:
    """Return the month that the address asks for, if it lies after the record."""
    return [asked for asked in _asked_month(key) if asked > months[-1]]


def _asked_month(key: str) -> list[str]:
    asked = st.query_params.get(key, "")
    return [asked] if MONTH.fullmatch(asked) else []


def _last(end: str | None, months: Sequence[str]) -> str:
    return min(end or months[-1], months[-1])


@told()
def _time_chosen(first: str, last: str) -> None:
    start, end = st.session_state[MONTHS]
    set_time(None if start == first else start, None if end == last else end)
