"""What the pictures are drawn from: records of the dossier, and nothing else."""

import re

from dash.dates import first_day, last_day, spell, spell_period
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.units import PEOPLE
from dash.figures.words import ends, spell_known_time, spell_value, supplied_in
from dash.schema.rows import Event, Figure


class Facts:
    """Looks up records by id and puts them into words."""

    def __init__(self, dossier: Dossier) -> None:
        """Read from a sound dossier."""
        self._dossier = dossier
        self._actors = names(dossier.records("actors"))

    def number(self, figure: str) -> float:
        """Return the number of a figure that has one.

        Raises:
            ValueError: The figure is a range.
        """
        low, high = ends(self.figure(figure))
        if low != high:
            raise ValueError(f"{figure} has two ends")
        return low

    def value(self, figure: str) -> str:
        """Return a figure with its bound, without the unit that a picture says: at least 400."""
        return spell_value({**self.figure(figure), "unit": PEOPLE})

    def claimant(self, figure: str) -> str:
        """Return who asserts a figure."""
        return self._actors.get(self.figure(figure)["claimant"], "nobody named")

    def as_of(self, figure: str) -> str:
        """Return the date that a figure speaks of.

        Raises:
            ValueError: Its source does not state it.
        """
        row = self.figure(figure)
        if "as_of" in supplied_in(row):
            raise ValueError(f"{figure} does not say as of when")
        return spell(row["as_of"])

    def dated(self, figure: str) -> str:
        """Return as of when a figure is, or when it was said, or that no date is stated."""
        return spell_known_time(self.figure(figure)) or "date not stated"

    def day(self, event: str) -> str:
        """Return the day or the days of an event, the year left out: 8 April."""
        row = self.event(event)
        words = spell_period(row["start"], row["end"])
        year = f" {row['start'][:4]}"
        return words.replace(year, "").replace(f" {spell(row['start']).split()[1]} to", " to")

    def year(self, event: str) -> str:
        """Return the year in which an event starts."""
        return str(self.event(event)["start"][:4])

    def span(self, event: str) -> tuple[int, int]:
        """Return the first and the last day of an event, as ordinals of the calendar."""
        row = self.event(event)
        return (
            first_day(row["start"]).toordinal(),
            last_day(row["end"] or row["start"]).toordinal(),
        )

    def held_since(self, place: str) -> str:
        """Return since when a place has been held by whoever holds it."""
        return spell(self._dossier.record("places", place)["controlled_since"])

    def map_status(self) -> str:
        """Return the month that the dossier's maps show."""
        return spell(self._dossier.story.map_status)

    def point(self, place: str) -> tuple[float, float]:
        """Return longitude and latitude of a place."""
        row = self._dossier.record("places", place)
        return row["longitude"], row["latitude"]

    def months(self, prefix: str, last: str) -> list[Figure]:
        """Return the figures prefix-2014-04 and so on, in order, up to the month `last`."""
        wanted = [
            figure
            for figure in self._dossier.records("figures")
            if re.fullmatch(rf"{prefix}-\d{{4}}-\d{{2}}", figure["id"]) and figure["as_of"] <= last
        ]
        return sorted(wanted, key=lambda figure: figure["as_of"])

    def figure(self, key: str) -> Figure:
        """Return a figure."""
        return self._dossier.record("figures", key)

    def event(self, key: str) -> Event:
        """Return an event."""
        return self._dossier.record("events", key)
