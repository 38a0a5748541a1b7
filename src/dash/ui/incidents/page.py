"""The page of the recorded deaths: the sentence, the months, the map, and what is said beside."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dash.charts.incidents import months_chart
from dash.charts.layout import TOOLBAR
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.incidents.answer import Answer, every_month
from dash.incidents.waiting import EngineError
from dash.incidents.words import (
    left_out_of,
    months_alt,
    party_names,
    spell_parties,
    spell_time_of,
    spell_total,
    spell_where,
    spell_worst_month,
)
from dash.maps.mercator import Canvas
from dash.markdown import escape
from dash.palette import Palette
from dash.schema.story import Incidents
from dash.ui import frame
from dash.ui.faults import fragment, told
from dash.ui.incidents.address import DRAWING
from dash.ui.incidents.beside import draw_beside
from dash.ui.incidents.choices import (
    asked_point,
    asked_selection,
    choose_parties,
    choose_precision,
    choose_time,
    set_time,
)
from dash.ui.incidents.drawing import draw_map
from dash.ui.incidents.place import choose_place, draw_place
from dash.ui.incidents.play import player
from dash.ui.incidents.tables import tables
from dash.ui.lasting import KeptWith
from dash.ui.links import record_link
from dash.ui.map.width import canvas
from dash.ui.recorded import answers_of, record_of

CHART = "incidents_chart"
# Selections whose charts are kept.
KEPT = 64


@KeptWith
def _charts(_dossier: Dossier) -> Callable[[Answer, Palette], go.Figure]:
    """Return what draws the months, once for all readers who chose the same."""

    @lru_cache(KEPT)
    def drawn(answer: Answer, palette: Palette) -> go.Figure:
        return months_chart(answer.months, answer.selection, palette)

    return drawn


def explore(dossier: Dossier) -> None:
    """Draw the title, what is recorded, and the part that a choice runs by itself."""
    incidents = dossier.story.incidents
    assert incidents is not None  # noqa: S101 - the page is not shown without
    st.title(escape(incidents.title), anchor=False)
    drawn_for = canvas()
    _draw(dossier, incidents, drawn_for)
    _what_it_is(dossier, incidents)


@fragment(key=DRAWING)
def _draw(dossier: Dossier, incidents: Incidents, drawn_for: Canvas) -> None:
    try:
        months = every_month(record_of(dossier))
        if not months:
            st.info("The record has no rows.", icon=":material/info:")
            return
        _draw_selection(dossier, incidents, months, drawn_for)
    except EngineError as error:
        st.error(
            f"The recorded deaths cannot be asked at present. {escape(str(error))} The other "
            "pages work.",
            icon=":material/error:",
        )
        st.button("Ask again", icon=":material/refresh:", key="incidents_again")


def _draw_selection(
    dossier: Dossier, incidents: Incidents, months: list[str], drawn_for: Canvas
) -> None:
    selection = asked_selection(months)
    answer = answers_of(dossier)(selection)
    parties = party_names(dossier.story, incidents)
    _lead(dossier, incidents, answer, months)
    with st.container(horizontal=True, vertical_alignment="bottom", key="incidents_choices"):
        choose_parties(parties)
        choose_precision()
    for words in left_out_of(selection, parties):
        frame.small(escape(words))
    place = asked_point([each.key for each in answer.places])
    open_rows = dossier.passes_incidents_on
    drawing, panel = st.columns([9, 5], gap="medium")
    with drawing:
        draw_map(dossier, answer, place, drawn_for, spell_time_of(selection, months))
    # Beside the map: whoever chooses a time sees both change.
    with panel:
        choose_place(answer.places, place)
        if place is not None:
            draw_place(answers_of(dossier), answer, place, parties, open_rows=open_rows)
        _months(dossier, answer, months)
    if place is None:
        draw_beside(dossier, answer, (months[0], months[-1]))
    tables(answer, parties, open_rows=open_rows)


def _lead(dossier: Dossier, incidents: Incidents, answer: Answer, months: list[str]) -> None:
    """Say in one breath what is selected: how many, when, on which side, where."""
    who = names(dossier.records("actors"))[incidents.claimant] if dossier.has("actors") else ""
    parties = party_names(dossier.story, incidents)
    total = answer.total
    head = f"**{escape(spell_total(total, answer.selection, parties))}**"
    when = escape(spell_time_of(answer.selection, months))
    by = f", by the best count of {escape(who)}" if who else ""
    rest = [f"{head}{by}, {when}.", escape(spell_worst_month(answer))]
    if sides := spell_parties(total, parties):
        rest.append(f"By party: {escape(sides)}.")
    rest.append(escape(spell_where(answer)))
    with st.container(key="incidents_lead"):
        st.markdown(" ".join(filter(None, rest)), width=860)


def _months(dossier: Dossier, answer: Answer, months: list[str]) -> None:
    """Draw the chart of months with the choice of a span below it; a click chooses one month."""
    st.plotly_chart(
        _charts(dossier)(answer, frame.palette()),
        config=TOOLBAR,
        alt=months_alt(answer.months, answer.selection),
        key=CHART,
        on_select=_month_clicked,
        selection_mode="points",
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="incidents_time"):
        choose_time(months, answer.selection)
        player(range(int(months[0][:4]), int(months[-1][:4]) + 1))
        if answer.selection.start or answer.selection.end:
            st.button(
                "All months", icon=":material/restart_alt:", on_click=set_time, args=(None, None)
            )
    bounds = "the whisker from low to high" if answer.selection.of_all_parties else "no whisker"
    frame.small(
        f"A bar: deaths by the best count of the events that began in the month; {bounds}. "
        "Click a month to choose it; the slider takes a span."
    )


def _what_it_is(dossier: Dossier, incidents: Incidents) -> None:
    """Say what the record counts and leaves out, and whose it is."""
    st.header("What this record counts", anchor=False)
    st.markdown(
        f"- Counts: {escape(incidents.counts)}\n- Leaves out: {escape(incidents.leaves_out)}",
        width=760,
    )
    source = dossier.record("sources", incidents.source)
    licence = f" Licence: {escape(source['licence'])}." if source["licence"] else ""
    frame.small(f"{escape(source['publisher'])}: {escape(source['title'])}.{licence}")
    record_link(dossier, "sources", incidents.source, "The source and its terms")


@told()
def _month_clicked() -> None:
    points: list[dict[str, Any]] = st.session_state[CHART].selection.points
    if points and (found := points[0].get("customdata")):
        month = found if isinstance(found, str) else found[0]
        set_time(month, month)
