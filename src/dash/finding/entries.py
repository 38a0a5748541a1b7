"""What each record says to the search: its words, who and when, and what else is on record."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from types import MappingProxyType
from typing import Any, overload

from dash.actors import ActorDirectory
from dash.dates import spell
from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row, names
from dash.events import spell_days
from dash.figures.units import names_itself
from dash.figures.words import (
    as_supplied,
    ends,
    spell_area,
    spell_counted,
    spell_population,
    spell_time,
)
from dash.figures.words import spell_value as spell_figure
from dash.markdown import sentence
from dash.slides import slide_name
from dash.statements.quotes import spell_day, spell_statement
from dash.wording import (
    DATE_NOT_ON_RECORD,
    DATE_NOT_STATED,
    DIFFERENCE,
    DIFFERENCES,
    EVENT,
    EVENTS,
    FIGURE,
    FIGURES,
    NOBODY_NAMED,
    PLACE,
    PLACES,
    SLIDE,
    SLIDES,
    SOURCE,
    SOURCES,
    STATEMENT,
    STATEMENTS,
)

# In the order in which the kinds stand in a list of all.
KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "figures": (FIGURE, FIGURES),
        "quotes": (STATEMENT, STATEMENTS),
        "differences": (DIFFERENCE, DIFFERENCES),
        "slides": (SLIDE, SLIDES),
        "events": (EVENT, EVENTS),
        "places": (PLACE, PLACES),
        "sources": (SOURCE, SOURCES),
    }
)


@dataclass(frozen=True)
class Entry:
    """One record as the search knows it.

    Attributes:
        table: The record's table, a key of KINDS.
        key: Its id, or a slide's number.
        words: What it says, or is called.
        about: Who says so, when, and where; "" where nothing is on record.
        more: What else is on record about it; "" for nothing.
        numbers: Numbers of its own that need not stand in its words, as plain digits.
    """

    table: str
    key: str | int
    words: str
    about: str
    more: str
    numbers: tuple[str, ...] = ()


class Entries(Sequence[Entry]):
    """The entries of all sound tables, kind after kind; each is made when it is asked for.

    Attributes:
        keys: The table and the key of each.
    """

    def __init__(self, dossier: Dossier) -> None:
        """Keep the records, and the names that they are told with."""
        self._told = _Context(dossier).told
        rows = {table: dossier.records(table) for table in KINDS if dossier.has(table)}
        self._rows = list(chain.from_iterable(rows.values()))
        self.keys: list[tuple[str, str | int]] = []
        for table, records in rows.items():
            self.keys += zip(repeat(table), map(key_of_row, records))
        # What asks for one text of an entry asks for the others next.
        self._entry = lru_cache(maxsize=1)(self._make)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.keys)

    @overload
    def __getitem__(self, position: int) -> Entry: ...
    @overload
    def __getitem__(self, position: slice) -> list[Entry]: ...
    def __getitem__(self, position: int | slice) -> Entry | list[Entry]:
        """Make the entry at a position, or those of a slice."""
        if isinstance(position, slice):
            return list(map(self._make, range(len(self))[position]))
        return self._entry(position)

    def _make(self, position: int) -> Entry:
        table, key = self.keys[position]
        return Entry(table, key, *self._told[table](self._rows[position]))


def left_out(dossier: Dossier) -> list[str]:
    """Return the kinds, in the plural, whose table has a problem."""
    return [plural for table, (_, plural) in KINDS.items() if not dossier.has(table)]


class _Context:
    """Names that entries are told with, as far as their tables are sound."""

    def __init__(self, dossier: Dossier) -> None:
        self.story = dossier.story
        self.actors = ActorDirectory(dossier.records("actors")) if dossier.has("actors") else None
        self.places = names(dossier.records("places")) if dossier.has("places") else {}
        self.publishers = {row["id"]: row["publisher"] for row in dossier.records("sources")}
        self.told: dict[str, Callable[[Any], tuple[Any, ...]]] = {
            "figures": self._figure,
            "quotes": self._quote,
            "differences": self._difference,
            "slides": self._slide,
            "events": self._event,
            "places": self._place,
            "sources": self._source,
        }

    def _figure(self, row: Any) -> tuple[Any, ...]:
        counted = spell_population(row, self.story.populations)
        measure = self.story.measures[row["measure"]].label
        value = spell_figure(row) if counted else spell_counted(row)
        measure = "" if names_itself(row["unit"], measure) else measure
        claimant = self._names((row["claimant"],)) or NOBODY_NAMED
        said = as_supplied(claimant, "claimant", row)
        about = _line(said, spell_time(row), spell_area(row, self.places))
        numbers = tuple(f"{abs(end):.15g}" for end in ends(row))
        more = _line(row["exact"], row["note"])
        # Residents; Residents with a vote: the second says the first.
        parts = (value, "" if counted.startswith(measure) else measure, counted)
        return sentence(" · ".join(filter(None, parts))), about, more, numbers

    def _quote(self, row: Any) -> tuple[Any, ...]:
        about = _line(
            self._names(row["speaker"]) or NOBODY_NAMED,
            spell_day(row),
            self.story.topics[row["topic"]],
            self._names_of_places(row["places"]),
        )
        return spell_statement(row), about, _line(row["original_text"], row["note"])

    def _difference(self, row: Any) -> tuple[Any, ...]:
        return row["title"], row["explanation"], ""

    def _slide(self, row: Any) -> tuple[Any, ...]:
        more = _line(row["credit"], self._names_of_places(row["places"]), row["note"])
        heading = row["heading"]
        return f"{slide_name(row)}: {heading or row['caption']}", row["caption"], more

    def _event(self, row: Any) -> tuple[Any, ...]:
        when = spell_days(row) if row["start"] else DATE_NOT_STATED
        about = _line(when, self._names(row["actors"]), self._names_of_places(row["places"]))
        return row["title"], about, _line(row["exact"], row["note"])

    def _place(self, row: Any) -> tuple[Any, ...]:
        return (
            row["name"],
            row["role_in_story"] or "",
            _line(row["recognised_as"], row["controlled_by"]),
        )

    def _source(self, row: Any) -> tuple[Any, ...]:
        when = spell(row["published"]) if row["published"] else DATE_NOT_ON_RECORD
        return row["title"], _line(row["publisher"], when), _line(row["identifier"], row["note"])

    def _names(self, ids: tuple[str | None, ...]) -> str:
        return " and ".join(self.actors.name(one) if self.actors else one for one in ids if one)

    def _names_of_places(self, ids: tuple[str, ...]) -> str:
        return ", ".join(self.places.get(one, one) for one in ids)


def _line(*parts: str | None) -> str:
    return " · ".join(_each(parts))


def _each(parts: tuple[str | None, ...]) -> Iterator[str]:
    yield from dict.fromkeys(part for part in parts if part)
