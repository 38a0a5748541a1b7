"""The timeline as rows: each event with its words, and where its mark stands on the axis.

Places are shares of the axis in per cent, so that the browser can draw the rows at any width,
and on paper. What the rows say, a reader reads: no description beside them is needed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Literal

from dash.clocks import distinct, spell_clock
from dash.dates import day_after, first_day, last_day, spell_year
from dash.events import PARTS, extent, in_order, lanes, overlaps, part_of, spans, spell_days
from dash.schema.rows import Event
from dash.schema.story import Lane, Span, Story
from dash.wording import ALL

DAY = timedelta(days=1)
# A closer span is named on the axis instead of drawn row by row from this many events on.
FEWEST_APART = 2
MOST_TICKS = 9
# With a year beside the first of each they are wider than the rest.
MOST_MONTHS = 6
# A week or two; from this many starts of years on, these stand alone.
DAYS_APART = (7, 14)
FEWEST_YEARS = 4
MONTHS_APART = (1, 2, 3, 6)
Extent = tuple[float, float]


@dataclass(frozen=True)
class Row:
    """An event: its words, and its mark.

    Attributes:
        id: The event's id.
        when: Its date in words.
        what: Its label, or its title.
        part: Which of `PARTS` it belongs to, as a number.
        kind: A known day, a known period, or one whose ends are not known to the day.
        ends: Where its mark begins and ends, in per cent of the axis; None without a date.
    """

    id: str
    when: str
    what: str
    part: int
    kind: Literal["day", "period", "vague"]
    ends: Extent | None


@dataclass(frozen=True)
class Closer:
    """Events of a lane that a closer span shows: marks in one row, with the span's name."""

    name: str
    count: int
    marks: list[Extent]


@dataclass(frozen=True)
class LaneOfRows:
    """A lane with its rows in the order of time, and what closer spans show of it."""

    name: str
    rows: list[Row]
    closer: list[Closer]


@dataclass(frozen=True)
class Axis:
    """What stands behind the rows, in per cent.

    Attributes:
        ticks: Days with their dates in words.
        clocks: The days that the text speaks from, named.
        after: Where the time after the story's publication begins.
        marked: Where the event that the story is about stands; None where it is not shown.
    """

    ticks: list[tuple[float, str]]
    clocks: list[tuple[float, str]]
    after: float
    marked: Extent | None


@dataclass(frozen=True)
class Overview:
    """All spans on one bar, in per cent: where events lie, the years, and what is shown."""

    events: list[float]
    years: list[tuple[float, str]]
    shown: Extent


@dataclass(frozen=True)
class Timeline:
    """All that is drawn of a span; `order` has the ids of all rows in the order of time.

    `own` is the id of the event that the story is about, if it is said.
    """

    lanes: list[LaneOfRows]
    order: list[str]
    own: str | None
    axis: Axis
    overview: Overview | None

    @cached_property
    def data(self) -> dict[str, Any]:
        """The same in lists and dictionaries, as it is sent; worked out once."""
        return asdict(self)


def timeline(events: Sequence[Event], story: Story, span: Span) -> Timeline:
    """Lay out the events of a span, the lane of what the story is about first.

    Args:
        events: In any order; those outside the span are left out, those without a date stay.
        story: For its lanes, its spans, its clocks, its day and its own event.
        span: What the time axis shows.
    """
    ordered = in_order(events)
    shown = [event for event in ordered if event["start"] is None or overlaps(event, span)]
    known = spans(events, story)
    closer = within(known, span)
    held = {one.name: [e for e in shown if _holds(one, e)] for one in closer}
    apart = {e["id"] for inside in held.values() if len(inside) >= FEWEST_APART for e in inside}
    found = []
    for lane in _own_first(lanes(events, story), ordered, story):
        inside = [event for event in shown if event["topic"] in lane.topics]
        rows = [_row(event, story, span) for event in inside if event["id"] not in apart]
        marks = [
            Closer(name, len(mine), [_shares(event, span) for event in mine])
            for name, those in held.items()
            if (mine := [e for e in those if e["topic"] in lane.topics and e["id"] in apart])
        ]
        if inside:
            found.append(LaneOfRows(lane.name, rows, marks))
    order = [event["id"] for event in shown if event["id"] not in apart]
    above = _overview(ordered, known, span)
    return Timeline(found, order, story.glance.event, _axis(ordered, story, span), above)


def within(known: Sequence[Span], span: Span) -> list[Span]:
    """Return the spans that lie within another, which are closer views of it."""
    start, end = first_day(span.start), last_day(span.end)
    return [
        other
        for other in known
        if other != span and start <= first_day(other.start) and last_day(other.end) <= end
    ]


def _own_first(found: Iterable[Lane], events: Iterable[Event], story: Story) -> list[Lane]:
    own = {event["topic"] for event in events if event["id"] == story.glance.event}
    return sorted(found, key=lambda lane: own.isdisjoint(lane.topics))


def _holds(span: Span, event: Event) -> bool:
    ends = extent(event)
    if ends is None:
        return False
    return first_day(span.start) <= ends[0] and ends[1] <= last_day(span.end)


def _row(event: Event, story: Story, span: Span) -> Row:
    dated = event["start"] is not None
    ends = extent(event)
    kind: Literal["day", "period", "vague"] = "vague"
    if event["precision"] == "day":
        kind = "day" if ends and ends[0] == ends[1] else "period"
    return Row(
        id=event["id"],
        when=spell_days(event),
        what=event["label"] or event["title"],
        part=PARTS.index(part_of(event, story)),
        kind=kind,
        ends=_shares(event, span) if dated else None,
    )


def _shares(event: Event, span: Span) -> Extent:
    """Return where an event begins and ends, its last day included."""
    first, last = extent(event) or (first_day(span.start), first_day(span.start))
    return _share(first, span), _share(day_after(last), span)


def _share(day: date, span: Span) -> float:
    """Return where a day begins on the axis, in per cent, never outside of it."""
    start, end = _ends(span)
    return round(min(max(100 * ((day - start) / max(end - start, DAY)), 0), 100), 2)


def _middle(day: date, span: Span) -> float:
    return round((_share(day, span) + _share(day_after(day), span)) / 2, 2)


def _ends(span: Span) -> tuple[date, date]:
    return first_day(span.start), day_after(last_day(span.end))


def _axis(events: Sequence[Event], story: Story, span: Span) -> Axis:
    own = next((e for e in events if e["id"] == story.glance.event and overlaps(e, span)), None)
    start, end = _ends(span)
    clocks = [(first_day(clock.date), spell_clock(clock)) for clock in distinct(story)]
    return Axis(
        ticks=_ticks(span),
        clocks=[(_middle(day, span), name) for day, name in clocks if start <= day < end],
        after=_share(day_after(last_day(story.published)), span) if story.published else 100,
        marked=_shares(own, span) if own else None,
    )


def _ticks(span: Span) -> list[tuple[float, str]]:
    """Return the starts of weeks or fortnights, of months, quarters or halves, or of years.

    The finest of which there is room for; a span of ten months may hold no start of a year.
    """
    start, end = _ends(span)
    for apart in DAYS_APART:
        mondays = range(-start.weekday() % 7, (end - start).days, apart)
        if len(mondays) <= MOST_TICKS:
            weeks = [start + DAY * number for number in mondays]
            return [(_share(day, span), f"{day.day} {day:%b}") for day in weeks]
    calendar = range(start.year, end.year + 1)
    years = [day for year in calendar if start <= (day := date(year, 1, 1)) < end]
    for step in MONTHS_APART if len(years) < FEWEST_YEARS else ():
        first = [date(year, month, 1) for year in calendar for month in range(1, 13, step)]
        months = [day for day in first if start <= day < end]
        if len(months) <= MOST_MONTHS:
            return [(_share(day, span), words) for day, words in _spell_months(months)]
    step = -(-len(years) // MOST_TICKS)
    return [(_share(day, span), spell_year(day.year)) for day in years[::step]]


def _spell_months(days: Sequence[date]) -> Iterator[tuple[date, str]]:
    """Name months, with the year beside the first of each."""
    year = None
    for day in days:
        yield day, f"{day:%b}" if day.year == year else f"{day:%b} {spell_year(day.year)}"
        year = day.year


def _overview(events: Sequence[Event], known: Sequence[Span], span: Span) -> Overview | None:
    """Return the bar above: all spans together; None where there is one alone."""
    if len(known) == 1:
        return None
    whole = Span(
        name=ALL,
        start=min((one.start for one in known), key=first_day),
        end=max((one.end for one in known), key=last_day),
    )
    first, end = _ends(span)
    return Overview(
        events=sorted({_shares(e, whole)[0] for e in events if overlaps(e, whole)}),
        years=_ticks(whole),
        shown=(_share(first, whole), _share(end, whole)),
    )
