"""Which part of the recorded deaths is meant: a time, parties, how well the place is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from dash.dates import first_day, last_day
from dash.schema.incidents import COLUMNS, PARTIES

# Degrees of a point as an address has it: some ten metres.
DECIMALS = 4
EVERYWHERE = tuple(range(1, int(COLUMNS["where_precision"].at_most) + 1))
# How well a place is known, as a reader chooses it.
WHERE: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {"spot": (1,), "near": (2,), "district": (3,), "wider": tuple(range(4, 8))}
)
Point = tuple[float, float]
T = TypeVar("T")


@dataclass(frozen=True)
class Selection:
    """A part of the recorded deaths; all of them by default.

    Attributes:
        start: A year, month or day: rows that begin before it are left out.
        end: Likewise: rows that begin after it are left out.
        parties: The columns of deaths that are counted.
        where: The precisions of place that are counted.
        point: Longitude and latitude of the place that alone is meant.
    """

    start: str | None = None
    end: str | None = None
    parties: tuple[str, ...] = PARTIES
    where: tuple[int, ...] = EVERYWHERE
    point: Point | None = None

    @property
    def of_all_parties(self) -> bool:
        """Whether all deaths are counted: only of these are low and high on record."""
        return set(self.parties) == set(PARTIES)

    @property
    def of_whole_months(self) -> bool:
        """Whether it begins and ends with a month or a year, and not on a day inside."""
        return all(len(day or "") <= len("2014-04") for day in (self.start, self.end))


def is_selected(month: str, selection: Selection) -> bool:
    """Return whether a month lies in the selected time."""
    day = first_day(month)
    return (selection.start is None or day >= first_day(selection.start)) and (
        selection.end is None or day <= last_day(selection.end)
    )


def selection_of(words: Mapping[str, str]) -> Selection:
    """Return the selection that a figure or an address names: from, to, party, where, place.

    Args:
        words: Each may be absent; `party` and `where` may hold several, separated by commas.

    Raises:
        ValueError: Something is named that there is not; the message says what belongs there.
    """
    for key in set(words) - {"from", "to", "party", "where", "place"}:
        raise ValueError(f"{key}: one of from, to, party, where, place")
    for key in ("from", "to"):
        if key in words:
            try:
                first_day(words[key])
                last_day(words[key])
            except ValueError as error:
                raise ValueError(f"{key}: a year, month or day") from error
    parties = _several(words, "party", {party: (party,) for party in PARTIES}) or PARTIES
    where = _several(words, "where", WHERE) or EVERYWHERE
    place = words.get("place")
    return Selection(
        words.get("from"), words.get("to"), parties, where, None if place is None else point(place)
    )


def spell_point(longitude: float, latitude: float) -> str:
    """Return a point as it stands in an address: 37.8053,48.0000."""
    return f"{longitude:.{DECIMALS}f},{latitude:.{DECIMALS}f}"


def point(words: str) -> Point:
    """Return longitude and latitude of a point as an address has it.

    Raises:
        ValueError: It is none.
    """
    try:
        longitude, latitude = (float(part) for part in words.split(","))
    except ValueError as error:
        raise ValueError("place: longitude,latitude in degrees") from error
    if not (abs(longitude) <= 180 and abs(latitude) <= 90):
        raise ValueError("place: longitude,latitude in degrees")
    return longitude, latitude


def _several(
    words: Mapping[str, str], key: str, known: Mapping[str, tuple[T, ...]]
) -> tuple[T, ...]:
    named = words[key].split(",") if words.get(key) else []
    for name in named:
        if name not in known:
            raise ValueError(f"{key}: of {', '.join(known)}")
    return tuple(value for name, values in known.items() if name in named for value in values)
