"""The contract of the incidents: recorded deaths by place and time, as Parquet files."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

FOLDER = "incidents"
# Deaths by party, as the Uppsala Conflict Data Program has them: two sides, civilians, not known.
PARTIES = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
BOUNDS = ("low", "best", "high")
# Up to here a place is a spot, or near one, or a district; beyond it, no point is honest.
LAST_DRAWN = 3
MOST_DEATHS = 100_000_000
# What a Parquet file says of itself whose licence forbids to pass its rows on, and the word for it.
MAY_BE_PUBLISHED, NOT = "may_be_published", "no"

Kind = Literal["date", "text", "number", "whole number", "flag"]


@dataclass(frozen=True)
class Column:
    """A column of the incidents.

    Attributes:
        kind: What its cells are.
        meaning: What it says, in a sentence.
        at_least: The smallest number that it may hold.
        at_most: The largest.
        blank: Whether a cell may be blank.
    """

    kind: Kind
    meaning: str
    at_least: float = 0
    at_most: float = MOST_DEATHS
    blank: bool = False

    @property
    def holds(self) -> str:
        """What a cell must hold, as one phrase."""
        phrase = {
            "date": "a day (date32)",
            "text": "text",
            "number": f"a number from {self.at_least:g} to {self.at_most:g}",
            "whole number": f"a whole number from {self.at_least:g} to {self.at_most:,.0f}",
            "flag": "true or false",
        }[self.kind]
        return f"{phrase}, or nothing" if self.blank else phrase


def _deaths(meaning: str) -> Column:
    return Column("whole number", meaning)


# In the order in which a file has them; further columns of one's own may stand beside these.
COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        "first_day": Column(
            "date",
            "The first day; the first of the month where only the month is known, or where a row "
            "stands for the events that begin in a month.",
        ),
        "last_day": Column("date", "The last day, of the last event."),
        "when_precision": Column(
            "whole number",
            "How exactly the days are known: 1 to the day, 2 to a few days, 3 to the week, 4 to "
            "the month, 5 longer than a month.",
            at_least=1,
            at_most=5,
        ),
        "place": Column("text", "What the source calls the place."),
        "longitude": Column(
            "number",
            "Degrees east (WGS84); blank where no point is honest.",
            at_least=-180,
            at_most=180,
            blank=True,
        ),
        "latitude": Column(
            "number", "Degrees north, likewise.", at_least=-90, at_most=90, blank=True
        ),
        "where_precision": Column(
            "whole number",
            "How exactly the place is known: 1 exact, 2 near it, 3 the district, 4 the province or "
            "oblast, 5 a region, 6 the country, 7 waters or air of no country. From 4 on no "
            "point is drawn.",
            at_least=1,
            at_most=7,
        ),
        "events": Column(
            "whole number", "How many recorded events the row stands for.", at_least=1
        ),
        "deaths_a": _deaths("Deaths on the first side, named in dossier.toml, by the best count."),
        "deaths_b": _deaths("Deaths on the second side, likewise."),
        "deaths_civilians": _deaths("Deaths of civilians, likewise."),
        "deaths_unknown": _deaths("Deaths whose side is not known, likewise."),
        "low": _deaths("The lowest number of deaths, of all together."),
        "best": _deaths("The best count: the sum of the four above."),
        "high": _deaths("The highest number of deaths, of all together."),
        "sic": Column(
            "flag", "true where low, best and high stand in another order so in the source."
        ),
        "source": Column("text", "The id of the row of sources.csv that it was read in."),
    }
)
