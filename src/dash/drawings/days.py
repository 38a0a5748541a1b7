"""A slim strip of the days on which a few events happened, with one of them marked."""

from collections.abc import Sequence
from datetime import date

from dash.dates import day_after, spell
from dash.drawings.svg import Drawing, element, fluid, percent, writing
from dash.events import extent, spell_days
from dash.palette import Palette
from dash.schema.rows import Event

HEIGHT = 62
LINE_AT = 34
APART = 13
RADIUS = 5
# Letters are some pixels wide: a date nearer to an end than this share is written inwards.
EDGE = 0.16
# A letter, and the least between two dates, as shares of the narrowest picture.
LETTER, GAP = 0.021, 0.02
# A mark is so many times narrower than the picture.
ROOM = 50


def days(
    events: Sequence[Event], marked: str | None, told: date | None, palette: Palette
) -> Drawing:
    """Draw events on a line of days; those without a date are left out.

    Args:
        events: The events, in order.
        marked: The id of the one that the story is about, if any.
        told: The day of the story: what was still to come then is drawn open. None where it is
            not known.
        palette: The colours.
    """
    dated = [(event, ends) for event in events if (ends := extent(event)) is not None]
    if not dated:
        return fluid(0, [], "")
    first = min(ends[0] for _, ends in dated)
    last = max(ends[1] for _, ends in dated)
    line = _Line(first, last)
    look = {"y1": LINE_AT, "y2": LINE_AT, "stroke": palette.muted, "stroke_opacity": 0.5}
    parts = [element("line", x1=0, x2="100%", stroke_width=2, **look)]
    for event, ends in dated:
        if event["id"] == marked:
            parts.append(_column(line, ends, palette))
    seen: dict[float, int] = {}
    for event, ends in dated:
        if event["end"] is not None or event["precision"] != "day":
            parts.append(_bar(line, ends, palette))
            continue
        middle = line.middle(ends)
        seen[middle] = seen.get(middle, -1) + 1
        y = LINE_AT - APART * seen[middle]
        size = RADIUS + 2 * (event["id"] == marked)
        parts.append(_dot(middle, y, size, palette, open_=_to_come(ends, told)))
    dates = _dates(line, dated, marked, palette)
    return fluid(HEIGHT, [*parts, *dates], _seen(dated, marked, told))


def _to_come(ends: tuple[date, date], told: date | None) -> bool:
    return told is not None and ends[0] > told


class _Line:
    """Days on a line from one end of the picture to the other, with room for a mark at each."""

    def __init__(self, first: date, last: date) -> None:
        days = (last - first).days + 1
        # Half a day is room enough until a mark is wider than a day.
        self._first, self._room = first, days // ROOM
        self._length = days + 2 * self._room

    def share(self, day: date) -> float:
        """Return where a day begins."""
        return ((day - self._first).days + self._room) / self._length

    def middle(self, ends: tuple[date, date]) -> float:
        return (self.share(ends[0]) + self.share(day_after(ends[1]))) / 2


def _column(line: _Line, ends: tuple[date, date], palette: Palette) -> str:
    start, end = line.share(ends[0]), line.share(day_after(ends[1]))
    place = {"x": percent(start), "width": percent(end - start), "y": 0, "height": LINE_AT + 10}
    return element("rect", fill=palette.accent, fill_opacity=0.16, **place)


def _bar(line: _Line, ends: tuple[date, date], palette: Palette) -> str:
    start, end = line.share(ends[0]), line.share(day_after(ends[1]))
    place = {"x": percent(start), "width": percent(end - start), "y": LINE_AT - 5, "height": 10}
    return element("rect", rx=5, fill=palette.accent, fill_opacity=0.45, **place)


def _dot(middle: float, y: int, size: int, palette: Palette, *, open_: bool) -> str:
    fill = palette.paper if open_ else palette.accent
    look = {"fill": fill, "stroke": palette.accent, "stroke_width": 2}
    return element("circle", cx=percent(middle), cy=y, r=size, **look)


def _dates(
    line: _Line,
    dated: Sequence[tuple[Event, tuple[date, date]]],
    marked: str | None,
    palette: Palette,
) -> list[str]:
    """Return the dates of the first and the last event and of the marked one, where they fit."""
    wanted = [dated[0], *(pair for pair in dated if pair[0]["id"] == marked), dated[-1]]
    one_year = dated[0][1][0].year == dated[-1][1][1].year
    written: list[str] = []
    taken: list[tuple[float, float]] = []
    # The marked one first: it is never the one that is left out.
    for event, ends in sorted(wanted, key=lambda pair: pair[0]["id"] != marked):
        middle, text = line.middle(ends), _date(event, one_year=one_year)
        wide = LETTER * len(text) + GAP
        anchor = "start" if middle < EDGE else "end" if middle > 1 - EDGE else "middle"
        x, left = {"start": (0.0, 0.0), "end": (1.0, 1 - wide)}.get(
            anchor, (middle, middle - wide / 2)
        )
        if any(left < end and start < left + wide for start, end in taken):
            continue
        taken.append((left, left + wide))
        bold = event["id"] == marked
        look = {"fill": palette.ink if bold else palette.muted, "text_anchor": anchor}
        weight = {"font_weight": 700} if bold else {}
        place = {"x": percent(x), "y": HEIGHT - 3, "font_size": 13}
        written.append(writing(text, **place, **look, **weight))
    return written


def _date(event: Event, *, one_year: bool) -> str:
    """Return an event's date, without the year where all are of one: the list below has it."""
    year = (event["end"] or event["start"] or "")[:4]
    return spell_days(event).removesuffix(f" {year}" if one_year else "")


def _seen(
    dated: Sequence[tuple[Event, tuple[date, date]]], marked: str | None, told: date | None
) -> str:
    told_of = []
    for event, ends in dated:
        note = ", marked" if event["id"] == marked else ""
        note += ", then still to come" if _to_come(ends, told) else ""
        when = spell_days(event)
        told_of.append(f"{when}: {event['label'] or event['title']}{note}")
    return f"A line of days up to {spell(dated[-1][1][1].isoformat())}. {'; '.join(told_of)}."
