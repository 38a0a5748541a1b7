"""Which event of a timeline stands in which lane and row, and where its label goes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dash.charts.layout import literal
from dash.charts.rows import Mark, pack
from dash.dates import first_day, last_day
from dash.events import CONTEXT, IN_STORY, LATER, extent, overlaps, part_of
from dash.schema.rows import Event
from dash.schema.story import Lane, Span, Story

LONGEST_LABEL = 28
DAY = timedelta(days=1)
# A label's weight says the same as its mark, so that nothing hangs on colour.
STYLES = {IN_STORY: "<b>{}</b>", CONTEXT: "{}", LATER: "<i>{}</i>"}


@dataclass(frozen=True)
class Drawn:
    """An event with its place in the chart: row from the top, and side of its label.

    The side is empty for an event that a closer span shows: it has no label here.
    The anchor is the day at which the label hangs.
    """

    event: Event
    part: str
    first: date
    last: date
    row: int
    side: str
    anchor: date

    @property
    def text(self) -> str:
        """The label in the style of the event's part."""
        return STYLES[self.part].format(literal(short_label(self.event))) if self.side else ""

    @property
    def vague(self) -> bool:
        """Whether the days at its ends are not known."""
        return self.event["precision"] != "day"


def short_label(event: Event) -> str:
    """Return an event's label for the chart, or the beginning of its title."""
    words = event["label"] or event["title"]
    if len(words) <= LONGEST_LABEL:
        return words
    return words[: LONGEST_LABEL - 2].rstrip() + " …"


def arrange(
    events: Sequence[Event],
    story: Story,
    lanes: Sequence[Lane],
    span: Span,
    closer: Sequence[Span] = (),
) -> tuple[list[Drawn], dict[str, int]]:
    """Give each event of a span a row.

    Args:
        events: In the order of time.
        story: For the day of publication.
        lanes: From the top.
        span: What the time axis shows.
        closer: Spans within this one; what they hold gets a mark without a label.

    Returns:
        The events, and the row at which each lane begins.
    """
    shown = [event for event in events if overlaps(event, span)]
    drawn: list[Drawn] = []
    heads: dict[str, int] = {}
    row = 0
    for lane in lanes:
        inside = [event for event in shown if event["topic"] in lane.topics]
        crowd = [event for event in inside if any(_holds(part, event) for part in closer)]
        apart = [event for event in inside if event not in crowd]
        if not inside:
            continue
        heads[lane.name] = row
        places = pack(
            [_mark(event, span) for event in apart],
            heading=len(lane.name) + 3,
            crowd=[replace(_mark(event, span), letters=0) for event in crowd],
        )
        for event, place in zip(apart, places, strict=True):
            drawn.append(_drawn(event, story, span, row + place.row, place.side))
        drawn += [_drawn(event, story, span, row, "") for event in crowd]
        row += max((place.row for place in places), default=0) + 1
    return drawn, heads


def within(spans: Sequence[Span], span: Span) -> list[Span]:
    """Return the spans that lie within another, which are closer views of it."""
    start, end = first_day(span.start), last_day(span.end)
    return [
        other
        for other in spans
        if other != span and start <= first_day(other.start) and last_day(other.end) <= end
    ]


def _holds(span: Span, event: Event) -> bool:
    ends = extent(event)
    if ends is None:
        return False
    return first_day(span.start) <= ends[0] and ends[1] <= last_day(span.end)


def _drawn(event: Event, story: Story, span: Span, row: int, side: str) -> Drawn:
    first, last = extent(event) or (date.min, date.min)
    anchor = last if side == "right" else max(first, first_day(span.start))
    part = part_of(event, story)
    return Drawn(event, part, first=first, last=last, row=row, side=side, anchor=anchor)


def _mark(event: Event, span: Span) -> Mark:
    first, last = extent(event) or (date.min, date.min)
    start, end = first_day(span.start), last_day(span.end) + DAY
    shares = [(day - start) / (end - start) for day in (first, last)]
    low, high = (min(max(share, 0), 1) for share in shares)
    return Mark(low, high, len(short_label(event)))
