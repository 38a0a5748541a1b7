"""The timeline's controls, its chart, and the record of an event."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dash.actors import acting_for, behind
from dash.charts.layout import TOOLBAR
from dash.charts.timeline import timeline_alt, timeline_chart
from dash.clocks import spell_clock, spell_paragraphs
from dash.dates import spell_period
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.events import (
    CONTEXT,
    IN_STORY,
    LATER,
    PARTS,
    differences_of,
    in_order,
    lanes,
    overlaps,
    part_of,
    quotes_of,
    select,
    spans,
    spell_precision,
    spell_reckoning,
)
from dash.markdown import escape
from dash.schema.rows import Event
from dash.schema.story import Span
from dash.site import TARGETS
from dash.ui import frame
from dash.ui.faults import fragment, told
from dash.ui.glossary import explain_words
from dash.ui.links import record_link, turn_button
from dash.ui.source import source_popover
from dash.ui.state import (
    follow_url,
    record_select,
    set_parameter,
    tell_unknown,
    widget_key,
    write_url,
)

CHART = "timeline_chart"
VIEW = "timeline_view"
FOLLOWED = "timeline_followed"
PART_MARKS = {IN_STORY: "●", CONTEXT: "○", LATER: "◇"}


@fragment
def draw_timeline(events: Sequence[Event], dossier: Dossier) -> None:
    """Draw what changes with the chosen event: its box, the view, its record and the chart."""
    with st.container(horizontal=True):
        chosen = _choose_event(dossier.records("events"))
        span = _choose_span(dossier, chosen)
    if chosen is None:
        _draw_chart(events, dossier, span, chosen)
        return
    # The record comes first: on a phone the chart stands below it.
    record_side, chart_side = st.columns([2, 3])
    with record_side:
        draw_event(dossier.record("events", chosen), dossier)
    with chart_side:
        _draw_chart(events, dossier, span, chosen)


def _choose_event(events: Sequence[Event]) -> str | None:
    titles = {
        event["id"]: f"{spell_period(event['start'], event['end'])}: {event['title']}"
        for event in in_order(events)
    }
    return record_select("Event, here or in the chart", titles, "event", "event")


def _choose_span(dossier: Dossier, chosen: str | None) -> Span:
    """Draw the switch between the timeline's parts; turn to the part that shows a new choice."""
    parts = {span.name: span for span in spans(dossier.records("events"), dossier.story)}
    first = next(iter(parts))
    name = follow_url(VIEW, parts, "part of the timeline") or first
    if chosen and st.session_state.get(FOLLOWED) != chosen:
        event = dossier.record("events", chosen)
        showing = [name for name, span in parts.items() if overlaps(event, span)]
        if showing and name not in showing:
            name = showing[0]
            set_parameter(VIEW, name)
    st.session_state[FOLLOWED] = chosen
    st.session_state[widget_key(VIEW)] = name
    st.segmented_control(
        "View",
        list(parts),
        format_func=escape,
        key=widget_key(VIEW),
        required=True,
        on_change=partial(write_url, VIEW),
    )
    return parts[name]


def filter_events(dossier: Dossier) -> list[Event]:
    """Draw the filters; return the events that pass them."""
    events, actors, story = dossier.records("events"), dossier.records("actors"), dossier.story
    homes = {lane.name: lane.topics for lane in lanes(events, story)}
    taking_part = {actor for event in events for actor in event["actors"]}
    actor_names = names(dossier.records("actors"))
    by_name = {actor_names[actor]: actor for actor in behind(actors, taking_part)}
    for key, known, what in (
        ("timeline_part", PARTS, "kind of event"),
        ("timeline_lane", homes, "lane"),
        ("timeline_actor", by_name, "actor"),
    ):
        tell_unknown(key, known, what)
    filters = st.container(horizontal=True)
    shown = filters.pills(
        "Show",
        PARTS,
        default=PARTS,
        selection_mode="multi",
        key="timeline_part",
        bind="query-params",
    )
    chosen_lanes = filters.multiselect(
        "Lanes",
        list(homes),
        placeholder="All lanes",
        key="timeline_lane",
        bind="query-params",
        width=240,
    )
    actor = filters.selectbox(
        "Actor, with those who act for it",
        sorted(by_name),
        index=None,
        placeholder="Everybody",
        key="timeline_actor",
        bind="query-params",
        width=240,
    )
    topics = {topic for lane in chosen_lanes for topic in homes[lane]}
    acting = acting_for(actors, by_name[actor]) if actor else ()
    return select(events, story, shown, topics, acting)


def _draw_chart(events: Sequence[Event], dossier: Dossier, span: Span, chosen: str | None) -> None:
    """Draw the timeline, in which an event can be chosen, and say what its marks mean."""
    shown = [event for event in events if overlaps(event, span)]
    if not shown:
        st.info(
            "No event in this part of the timeline passes the filters. "
            "Take one of them away to see more.",
            icon=":material/filter_alt_off:",
        )
        return
    st.plotly_chart(
        timeline_chart(events, dossier.story, span, frame.palette(), chosen),
        key=CHART,
        on_select=_take_point,
        selection_mode="points",
        config=TOOLBAR,
        alt=timeline_alt(events, dossier.story, span),
    )
    left_out = len(events) - len(shown)
    frame.small(
        "● **told in the story** · ○ context, from other sources · "
        "◇ *later knowledge, from after the story*. A point: the day is known. A band: it "
        "happened some time in it, or went on; ends that fade are not known to the day. "
        "Dotted lines: the days that the text speaks from. Tinted ground: after the story "
        "was published."
    )
    if left_out:
        frame.small(
            f"{len(shown)} of {len(events)} events lie in this view; the others are "
            "earlier, later, without a date, or go on through all of it. The table below has "
            "them all."
        )
    if undated := [event for event in events if event["precision"] == "open"]:
        st.markdown("Without a date:")
        for event in undated:
            turn_button(escape(event["title"]), TARGETS["events"].icon, "event", event["id"])


def draw_clocks(dossier: Dossier) -> None:
    """Say from which day each part of the story speaks."""
    st.header("The days that the text speaks from", anchor=False)
    st.markdown(
        "Where the text says on Friday, this week or this year, the day was reckoned from these.",
        width=720,
    )
    for clock in dossier.story.clocks:
        st.markdown(
            f"**{escape(spell_clock(clock))}** ({spell_paragraphs(clock)}). {escape(clock.reason)}",
            width=720,
        )


def draw_event(event: Event, dossier: Dossier) -> None:
    """Show an event's record: when, how exactly, who, where, and what bears on it."""
    story, part = dossier.story, part_of(event, dossier.story)
    actors = names(dossier.records("actors"))
    with st.container(border=True):
        when = escape(spell_period(event["start"], event["end"]))
        st.subheader(escape(event["title"]), anchor=False)
        st.markdown(
            f"**{when}**; {spell_precision(event)}.  \n{PART_MARKS[part]} {part} · "
            f"{escape(story.topics[event['topic']])}"
        )
        if reckoning := spell_reckoning(event, story):
            frame.small(escape(reckoning))
        if event["note"]:
            st.markdown(escape(event["note"]))
        explain_words(dossier, event["title"], event["note"])
        if who := [actors[actor] for actor in event["actors"]]:
            st.markdown(f"Who: {escape(', '.join(who))}")
        _draw_links(dossier, "Where", "places", event["places"])
        for heading, table, those_of in BEARING:
            if dossier.has(table):
                _draw_links(dossier, heading, table, those_of(event, dossier))
            else:
                frame.tell_left_out(table)
        source_popover(event, dossier.record("sources", event["source"]))


def _quotes_of(event: Event, dossier: Dossier) -> list[str]:
    return quotes_of(event, dossier.records("quotes"))


def _differences_of(event: Event, dossier: Dossier) -> list[str]:
    return differences_of(event, dossier.records("differences"))


# What bears on an event: how it is called, its table, and which of its rows belong to an event.
BEARING = (
    ("What was said", "quotes", _quotes_of),
    ("Where accounts part ways", "differences", _differences_of),
)


def _draw_links(dossier: Dossier, heading: str, table: str, keys: Sequence[str]) -> None:
    if keys:
        st.markdown(f"{heading}:")
        with st.container(gap="xxsmall"):
            for key in keys:
                record_link(dossier, table, key)


@told()
def _take_point() -> None:
    points = st.session_state[CHART].selection.points
    if points:
        set_parameter("event", points[0]["customdata"])
