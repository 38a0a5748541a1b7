"""Events: when each can have been, what it belongs to, and what bears on it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

import pandas as pd

from dash.clocks import clock_of, spell_clock, spell_paragraphs
from dash.dates import first_day, last_day, offset_of, order, spell, spell_period, time_of
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.schema.rows import Difference, Event, Quote
from dash.schema.story import Lane, Span, Story
from dash.schema.vocabulary import PRECISIONS
from dash.wording import EVENT, NOTE, PLACES

IN_STORY, CONTEXT, LATER = "In the story", "Context", "Later knowledge"
PARTS = (IN_STORY, CONTEXT, LATER)
# Where the axis of a timeline stands on which nothing has a date.
UNDATED = date(2000, 1, 1)
HALF_A_WEEK = timedelta(days=3)
COLUMNS = ("Date", "Precision", EVENT, "Part", "Lane", "Actors", PLACES, NOTE, "Id")


def part_of(event: Event, story: Story) -> str:
    """Return whether the story tells an event, or it is context, or it came after the story."""
    if event["in_story"]:
        return IN_STORY
    start = event["start"]
    if start is None or story.published is None:
        return CONTEXT
    return LATER if first_day(start) > last_day(story.published) else CONTEXT


def extent(event: Event) -> tuple[date, date] | None:
    """Return the first and the last day that an event's date can mean; None without a date.

    A day that is only known to the week stands for three days to either side.
    """
    start, end = event["start"], event["end"]
    if start is None:
        return None
    first, last = first_day(start), last_day(end or start)
    if event["precision"] == "week" and first == last:
        # The calendar of computers ends at the years 1 and 9999.
        before, after = min(HALF_A_WEEK, first - date.min), min(HALF_A_WEEK, date.max - last)
        return first - before, last + after
    return first, last


def spell_days(event: Event) -> str:
    """Return when an event was: a day that is known to the week only is about that day.

    A time says by whose clock it is, as far as that is known: 14 April 1912, 23:40 (ship's time).
    """
    start = event["start"] or ""
    days = spell_period(event["start"], event["end"])
    if clock := (event["zone"] or offset_of(start)) if time_of(start) else "":
        days = f"{days} ({clock})"
    lone = event["start"] is not None and event["end"] in (None, event["start"])
    return f"about {days}" if lone and event["precision"] == "week" else days


def lanes(events: Sequence[Event], story: Story) -> list[Lane]:
    """Return the lanes that hold events: the declared ones, then one per topic left over."""
    used = {event["topic"] for event in events}
    placed = {topic for lane in story.lanes for topic in lane.topics}
    rest = [
        Lane(name=label, topics=(topic,))
        for topic, label in story.topics.items()
        if topic not in placed
    ]
    return [lane for lane in (*story.lanes, *rest) if used.intersection(lane.topics)]


def spans(events: Sequence[Event], story: Story) -> list[Span]:
    """Return the parts of the timeline to choose from; without declared ones, all of it."""
    if story.spans:
        return list(story.spans)
    days = [day for event in events for day in extent(event) or ()]
    if story.published is not None and (not days or any(not event["start"] for event in events)):
        days.append(first_day(story.published))
    if not days:
        days = [UNDATED]
    margin = max((max(days) - min(days)) / 12, timedelta(days=7))
    start = min(days) - min(margin, min(days) - date.min)
    end = max(days) + min(margin, date.max - max(days))
    return [Span(name="All of it", start=start.isoformat(), end=end.isoformat())]


def overlaps(event: Event, span: Span) -> bool:
    """Return whether an event can have been in a span, and not all through it and beyond."""
    ends = extent(event)
    if ends is None:
        return False
    start, end = first_day(span.start), last_day(span.end)
    covers = ends[0] < start and end < ends[1]
    return ends[0] <= end and ends[1] >= start and not covers


def in_order(events: Iterable[Event]) -> list[Event]:
    """Sort events by their first day and time, those without a date last."""
    return sorted(events, key=lambda event: (event["start"] is None, order(event["start"] or "")))


def select(
    events: Iterable[Event],
    story: Story,
    parts: Collection[str],
    topics: Collection[str],
    actors: Collection[str],
) -> list[Event]:
    """Return the events of some parts, and, where given, of some topics and actors."""
    return [
        event
        for event in events
        if part_of(event, story) in parts
        and (not topics or event["topic"] in topics)
        and (not actors or not set(actors).isdisjoint(event["actors"]))
    ]


def spell_precision(event: Event) -> str:
    """Return how exactly the date is known, in words."""
    if event["precision"] == "day" and time_of(event["start"] or ""):
        return "the time is known"
    return PRECISIONS[event["precision"]].label


def spell_reckoning(event: Event, story: Story) -> str | None:
    """Return how a relative date was reckoned, or what was still to come when it was told."""
    clock = clock_of(story, event["locator"]) if event["in_story"] else None
    if clock is None:
        return None
    stand = f"{spell_clock(clock)} ({spell_paragraphs(clock.paragraphs)})"
    sentences = []
    if event["relative"]:
        sentences.append(f"Reckoned from the day its part of the text speaks from: {stand}.")
        sentences.append(clock.reason)
    if event["start"] and first_day(event["start"]) > last_day(clock.date):
        sentences.append(f"Announced: on {spell(clock.date)} it was still to come.")
    return " ".join(sentences) or None


class StatementsByEvent:
    """Which statements belong to an event, found without looking at all of them."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        """Take down where each statement stands, and who made it when."""
        self._ids: list[str] = []
        self._standing: dict[tuple[str, str | None], list[int]] = {}
        self._made_by: dict[str, list[tuple[date, date, int]]] = {}
        for number, quote in enumerate(quotes):
            self._ids.append(quote["id"])
            if quote["locator"] is not None:
                at = (quote["locator"], quote["topic"])
                self._standing.setdefault(at, []).append(number)
            if quote["date"]:
                made = (first_day(quote["date"]), last_day(quote["date"]), number)
                for speaker in quote["speaker"]:
                    self._made_by.setdefault(speaker, []).append(made)

    def of(self, event: Event) -> list[str]:
        """Return the ids of the statements that belong to an event, in their order.

        Those on its topic that stand in its paragraph, and those that its actors made in its time,
        unless no more than the year is known.
        """
        found: set[int] = set()
        if event["locator"] is not None:
            found.update(self._standing.get((event["locator"], event["topic"]), ()))
        days = extent(event)
        if days and event["precision"] != "year":
            found.update(
                number
                for actor in event["actors"]
                for first, last, number in self._made_by.get(actor, ())
                if days[0] <= first and last <= days[1]
            )
        return [self._ids[number] for number in sorted(found)]


def differences_of(event: Event, differences: Iterable[Difference]) -> list[str]:
    """Return the ids of the differences that name an event."""
    return [one["id"] for one in differences if event["id"] in one["records"]]


def event_table(events: Sequence[Event], dossier: Dossier) -> pd.DataFrame:
    """Put events into a table for readers, one row each in order, blank cells as empty text."""
    story = dossier.story
    actors, places = names(dossier.records("actors")), names(dossier.records("places"))
    homes = {topic: lane.name for lane in lanes(events, story) for topic in lane.topics}
    rows = [
        (
            spell_days(event),
            spell_precision(event),
            event["title"],
            part_of(event, story),
            homes[event["topic"]],
            "; ".join(actors[actor] for actor in event["actors"]),
            "; ".join(places[place] for place in event["places"]),
            event["note"] or "",
            event["id"],
        )
        for event in in_order(events)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
