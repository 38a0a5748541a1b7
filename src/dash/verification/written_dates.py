"""Dates as an article writes them: in signs or words, whole or in part, or from today on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Self

from dash.schema.calendar_words import place_of
from dash.verification.languages import Language
from dash.verification.matching import TextRange

_DAY = r"(?<![\d.,])\d{1,2}(?:st|nd|rd|th|er|\.|º)?(?![\d]|[.,]\d)"
_YEAR = r"(?:1\d{3}|20\d\d)(?!\d|[.,'’]\d)"


class Reading(NamedTuple):
    """What a date says; None where it says nothing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def is_part_of(self, other: Self) -> bool:
        """Tell whether another date has all that this one says."""
        return all(mine in (None, theirs) for mine, theirs in zip(self, other, strict=True))


def reading_of(told: str) -> Reading:
    """Return what an ISO date of any precision says, with the weekday of a day."""
    parts = [int(part) for part in told.split("-")]
    year, month, day = (*parts, None, None)[:3]
    return Reading(year, month, day, date(*parts).weekday() if len(parts) == 3 else None)


@dataclass(frozen=True)
class WrittenDate:
    """A date in a text.

    Attributes:
        span: Where it stands.
        readings: What it can mean: 4/5/1912 is in April or in May. Empty for today and next week.
    """

    span: TextRange
    readings: tuple[Reading, ...]


def dates_in(text: str, language: Language) -> Iterator[WrittenDate]:
    """Yield the dates of a text in their order."""
    for found in _pattern(language).finditer(text):
        yield WrittenDate(found.span(), _readings(found, language))


@lru_cache
def _pattern(language: Language) -> re.Pattern[str]:
    months, weekdays = _either(language.months), _either(language.weekdays)
    relative = language.relative or r"(?!)"
    return re.compile(
        r"(?<!\d)(?P<iso>\d{4}-\d{2}(?:-\d{2})?)(?!\d)"
        r"|(?<![\d./])(?P<signs>\d{1,2}[./] ?\d{1,2}[./] ?(?:\d{4}|\d{2}))(?![\d/])"
        r"|(?P<cjk>(?:\d{4}年)(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?)"
        rf"|(?:(?P<day>{_DAY})(?: of| de)?[ \u00a0])?\b(?P<month>{months})\b(?:\.(?= ?\d))?"
        rf"(?:[ \u00a0](?P<day_after>{_DAY}))?(?:,?(?: de)?[ \u00a0](?P<year>{_YEAR}))?"
        rf"|\b(?P<weekday>{weekdays})\b"
        rf"|(?<![\d.,'’])\b(?P<alone>{_YEAR})s?\b"
        rf"|\b(?P<relative>(?i:{relative}))\b"
    )


def _either(words: Sequence[str]) -> str:
    return "|".join(words) or r"(?!)"


def _readings(found: re.Match[str], language: Language) -> tuple[Reading, ...]:
    if signs := found["iso"] or found["cjk"]:
        numbers = [int(part) for part in re.findall(r"\d+", signs)]
        return (Reading(*numbers) if len(str(numbers[0])) == 4 else Reading(None, *numbers),)
    if found["signs"]:
        first, second, year = (int(part) for part in re.findall(r"\d+", found["signs"]))
        years = (year,) if year > 99 else (1900 + year, 2000 + year)
        orders = ((first, second), (second, first))
        return tuple(Reading(year, month, day) for year in years for day, month in orders)
    if found["month"]:
        month = place_of(found["month"], language.months)
        day = _number(found["day"] or found["day_after"])
        return (Reading(_number(found["year"]), month, day),)
    if found["weekday"]:
        weekday = place_of(found["weekday"], language.weekdays)
        return (Reading(weekday=None if weekday is None else weekday - 1),)
    return (Reading(int(found["alone"])),) if found["alone"] else ()


def _number(text: str | None) -> int | None:
    """Return the digits that a text begins with as a number: 13th is 13."""
    return int(re.sub(r"\D+$", "", text)) if text else None
