"""The answers about a selection, as the page shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dash.incidents.engine import Rows
from dash.incidents.queries import MOST_PLACES
from dash.incidents.record import Record
from dash.incidents.selection import Selection, spell_point
from dash.schema.incidents import PARTIES


@dataclass(frozen=True)
class Sums:
    """Deaths added up.

    Attributes:
        counted: Of the chosen parties, by the best count.
        low: The lowest number; None where not all parties are counted: it is of all together.
        high: The highest number, likewise.
        parties: The best count of each chosen party.
        events: The recorded events; those of all parties.
    """

    counted: int
    low: int | None
    high: int | None
    parties: Mapping[str, int]
    events: int

    @property
    def in_order(self) -> bool:
        """Whether the best count lies from low to high: some sources have it otherwise."""
        return self.low is None or self.high is None or self.low <= self.counted <= self.high


@dataclass(frozen=True)
class PlaceSum:
    """What was counted at a point.

    Attributes:
        key: The point as an address has it.
        precision: How exactly the place of the least exact row is known: 1, 2 or 3.
    """

    key: str
    name: str
    longitude: float
    latitude: float
    precision: int
    sums: Sums


@dataclass(frozen=True)
class Month:
    """What was counted in a month: 2014-04."""

    month: str
    sums: Sums


class Answer:
    """All that is shown of a selection; each part is asked for when it is first needed."""

    def __init__(self, record: Record, selection: Selection) -> None:
        """Keep what is asked, and of which record."""
        self.selection = selection
        self._record = record

    @cached_property
    def total(self) -> Sums:
        """All of the selection."""
        return sums(self._record.ask("by_precision", self.selection), self.selection)

    @cached_property
    def on_the_map(self) -> int:
        """How many of those counted died at a place that is drawn, or could be."""
        rows = self._record.ask("by_precision", self.selection)
        return sum(row["counted"] for row in rows if row["drawn"])

    @cached_property
    def months(self) -> list[Month]:
        """Every month on record of what is selected, also outside of the time selected."""
        always = replace(self.selection, start=None, end=None)
        return [
            Month(month_of(row), sums([row], always))
            for row in self._record.ask("by_month", always)
        ]

    @cached_property
    def places(self) -> list[PlaceSum]:
        """The places of the selected time, the most deaths first."""
        asked = replace(self.selection, point=None)
        return [
            PlaceSum(
                spell_point(row["longitude"], row["latitude"]),
                row["place"],
                row["longitude"],
                row["latitude"],
                row["where_precision"],
                sums([row], asked),
            )
            for row in self._record.ask("by_place", asked)
        ]

    @cached_property
    def number_of_places(self) -> int:
        """At how many places somebody died: more than `places` where these are too many."""
        if len(self.places) < MOST_PLACES:
            return len(self.places)
        asked = replace(self.selection, point=None)
        return int(self._record.ask("number_of_places", asked)[0]["places"])

    @cached_property
    def most(self) -> int:
        """The deaths at the worst place of all times, to which the circles are drawn to scale."""
        asked = replace(self.selection, start=None, end=None, point=None)
        rows = self._record.ask("by_place", asked)
        return int(rows[0]["counted"]) if rows else 0

    @cached_property
    def wider(self) -> list[tuple[str, int]]:
        """What is known to a province or a region alone: its name, and how many."""
        if self.on_the_map == self.total.counted:
            return []
        rows = self._record.ask("by_wider_place", self.selection)
        return [(row["place"], row["counted"]) for row in rows]

    @cached_property
    def rows(self) -> Rows:
        """The rows themselves."""
        return self._record.ask("rows", self.selection)

    def take_away(self) -> Rows:
        """Return the rows with the columns of the contract, as many as may be taken away."""
        return self._record.take_away(self.selection)


def every_month(record: Record) -> list[str]:
    """Return all months from the first to the last on record; none where it is empty."""
    (span,) = record.ask("span")
    if span["first"] is None:
        return []
    first, last = (12 * day.year + day.month - 1 for day in (span["first"], span["last"]))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def month_of(row: Mapping[str, int]) -> str:
    """Return the month that a row of an answer is of: 2014-04."""
    return f"{row['month'] // 12:04}-{row['month'] % 12 + 1:02}"


def sums(rows: Iterable[Mapping[str, int]], selection: Selection) -> Sums:
    """Return rows of an answer added up."""
    rows = list(rows)
    total = {
        name: sum(row[name] for row in rows)
        for name in ("counted", "low", "high", "events", *PARTIES)
    }
    whole = selection.of_all_parties
    return Sums(
        total["counted"],
        total["low"] if whole else None,
        total["high"] if whole else None,
        {party: total[party] for party in selection.parties},
        total["events"],
    )
