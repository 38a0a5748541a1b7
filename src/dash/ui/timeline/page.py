"""The timeline's switches and filters, its rows, and the record beside them."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

import streamlit as st

from dash.actors import acting_for, behind
from dash.charts.timeline import Timeline, timeline
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.events import (
    CONTEXT,
    IN_STORY,
    LATER,
    PARTS,
    event_table,
    in_order,
    lanes,
    overlaps,
    part_of,
    select,
    spans,
)
from dash.markdown import escape
from dash.schema.rows import Event
from dash.schema.story import Span
from dash.ui import frame
from dash.ui.address import tell_unknown, turn
from dash.ui.download import csv_button
from dash.ui.faults import fragment
from dash.ui.lasting import KeptWith
from dash.ui.timeline.record import draw_event
from dash.ui.timeline.rows import draw_rows
from dash.ui.widgets import (
    Parameter,
    choose_one,
    choose_several,
    follow_url,
    select_one,
    select_several,
    switch,
)
from dash.wording import FILTER, SHOW, TIME

MARKS_IN_WORDS = {
    IN_STORY: "● Told in the story",
    CONTEXT: "○ context, from other sources",
    LATER: "◇ *later knowledge, from after the story*",
}
EVENT, VIEW, PART, TABLE = "event", "timeline_view", "timeline_part", "timeline_table"
# Selections whose rows are kept.
KEPT = 64
SPAN = Parameter(VIEW, "part of the timeline")
LANES, ACTOR = Parameter("timeline_lane", "lane"), Parameter("timeline_actor", "actor")


@fragment
def draw_timeline(dossier: Dossier) -> None:
    """Draw the switches, the rows, the record of the chosen event, and the table on demand."""
    records = dossier.records("events")
    known = {event["id"]: event for event in records}
    chosen = follow_url(EVENT, known, "event")
    with st.container(horizontal=True, vertical_alignment="bottom", key="timeline_choices"):
        span = _choose_span(dossier, known.get(chosen or ""))
        passing = _filter_events(dossier)
    ids = {event["id"] for event in passing} | {chosen}
    shown = in_order(event for event in records if event["id"] in ids)
    with st.container(key="timeline_parts"):
        _draw_rows(shown, dossier, span, chosen)
        _draw_record(shown, dossier, span, chosen)
    _draw_table(passing, dossier)


def _choose_span(dossier: Dossier, event: Event | None) -> Span:
    """Draw the switch between the views; without a choice, the first that shows the event."""
    parts = {span.name: span for span in spans(dossier.records("events"), dossier.story)}
    showing = [name for name, span in parts.items() if event and overlaps(event, span)]
    start = next(iter([*showing, *parts]))
    if len(parts) == 1:
        return parts[start]
    name = choose_one(
        TIME,
        list(parts),
        SPAN,
        start=start,
        format_func=escape,
    )
    return parts[name]


def _filter_events(dossier: Dossier) -> list[Event]:
    """Draw the switches and the filters; return the events that pass them."""
    events, actors, story = dossier.records("events"), dossier.records("actors"), dossier.story
    homes = {lane.name: lane.topics for lane in lanes(events, story)}
    actor_names = names(actors)
    taking_part = {actor for event in events for actor in event["actors"]}
    by_name = {actor_names[actor]: actor for actor in behind(actors, taking_part)}
    given = {part_of(event, story) for event in events}
    parts = [part for part in PARTS if part in given]
    shown = parts
    if len(parts) > 1:
        named = {part: part for part in parts}
        shown = choose_several(SHOW, named, Parameter(PART), start=parts[:1], wrap=True)
    chosen: list[str] = []
    actor: str | None = None
    if len(homes) > 1 or by_name:
        with st.popover(FILTER, icon=":material/filter_alt:", key="timeline_filters"):
            chosen, actor = _narrow_down(homes, by_name)
    topics = {topic for lane in chosen for topic in homes[lane]}
    return select(events, story, shown, topics, acting_for(actors, by_name[actor]) if actor else ())


def _narrow_down(
    homes: Mapping[str, Sequence[str]], by_name: Mapping[str, str]
) -> tuple[list[str], str | None]:
    tell_unknown(LANES.name, homes, LANES.what)
    chosen: list[str] = []
    if len(homes) > 1:
        chosen = select_several("Lanes", list(homes), LANES, placeholder="All lanes")
    actor: str | None = None
    if by_name:
        actor = select_one(
            "Actor, with those who act for it",
            sorted(by_name),
            ACTOR,
            placeholder="Everybody",
        )
    return chosen, actor


def _draw_rows(events: Sequence[Event], dossier: Dossier, span: Span, chosen: str | None) -> None:
    """Draw the rows, in which an event can be chosen, and say what their marks mean."""
    with st.container(key="timeline_chart"):
        if not any(event["start"] is None or overlaps(event, span) for event in events):
            st.info(
                "No event in this part of the timeline is among those chosen above: choose "
                "another part, or more kinds of events."
                if events
                else "No event is among those chosen above: choose more kinds of events, or take "
                "a filter away.",
                icon=":material/filter_alt_off:",
            )
            return
        drawn = _drawn(dossier)(tuple(event["id"] for event in events), span)
        draw_rows(
            drawn,
            dossier.story.language,
            chosen,
            partial(_choose, dossier=dossier, span=span),
            _turn,
        )
        frame.small(_legend(events, dossier, tinted=drawn.axis.after < 100))


@KeptWith
def _drawn(dossier: Dossier) -> Callable[[tuple[str, ...], Span], Timeline]:
    """Return what lays out events by their ids, once for all readers who chose the same."""

    @lru_cache(KEPT)
    def drawn(ids: tuple[str, ...], span: Span) -> Timeline:
        events = [dossier.record("events", key) for key in ids]
        return timeline(events, dossier.story, span)

    return drawn


def _legend(events: Sequence[Event], dossier: Dossier, *, tinted: bool) -> str:
    """Say what the marks mean that are drawn."""
    story = dossier.story
    given = {part_of(event, story) for event in events}
    parts = " · ".join(words for part, words in MARKS_IN_WORDS.items() if part in given)
    told = [
        f"{parts}.",
        "A mark: the day is known. A band: some time in it, or all through it; ends that fade are "
        "not known to the day.",
        "Dotted lines: the days that the text speaks from." if story.clocks else "",
        "Tinted ground: after the story was published." if tinted else "",
    ]
    return " ".join(filter(None, told))


def _draw_record(events: Sequence[Event], dossier: Dossier, span: Span, chosen: str | None) -> None:
    """Draw the chosen event's record with the way on; before a choice, that of the story's own.

    On a telephone the record of a chosen event stands at the foot of the screen, beside the tap.
    """
    first = chosen or dossier.story.glance.event
    if first is None:
        return
    with st.container(key="timeline_record" if chosen else "timeline_first_record"):
        if chosen:
            _draw_steps(events, dossier, span, chosen)
        draw_event(dossier.record("events", first), dossier)


def _draw_steps(events: Sequence[Event], dossier: Dossier, span: Span, chosen: str) -> None:
    order = [event["id"] for event in events]
    place = order.index(chosen)
    steps = {
        "Previous": (order[place - 1] if place else None, ":material/arrow_upward:"),
        "Next": (order[place + 1] if place + 1 < len(order) else None, ":material/arrow_downward:"),
    }
    with st.container(horizontal=True, gap="xsmall", key="timeline_steps"):
        for label, (to, icon) in steps.items():
            st.button(
                label,
                icon=icon,
                key=f"timeline_{label.lower()}",
                disabled=to is None,
                on_click=partial(_choose, to, dossier=dossier, span=span),
            )
        st.button(
            "Close",
            icon=":material/close:",
            key="timeline_close",
            on_click=partial(_choose, None, dossier=dossier, span=span),
        )


def _choose(event: str | None, dossier: Dossier, span: Span) -> None:
    """Open an event, in the view that is shown if that has it: one step of the history."""
    stays = event is None or overlaps(dossier.record("events", event), span)
    undated = event is not None and dossier.record("events", event)["start"] is None
    first = spans(dossier.records("events"), dossier.story)[0]
    _turn(span.name if (stays or undated) and span != first else None, event)


def _turn(view: str | None, event: str | None = None) -> None:
    """Put a view and an event into the address at once: one step of the browser's history."""
    turn({VIEW: view, EVENT: event})


def _draw_table(events: Sequence[Event], dossier: Dossier) -> None:
    """Draw all events that pass, also those outside the view: as a table, once asked for."""
    if not switch("The events as a table", TABLE):
        return
    table = event_table(events, dossier)
    st.dataframe(table, hide_index=True, alt="The events that pass the filters, in order.")
    csv_button(table, "timeline")
