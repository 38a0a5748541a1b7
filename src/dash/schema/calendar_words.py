"""What languages call the months and the days of the week."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

# Of a large table most words of dates are the same few.
MOST_WORDS = 2_000


class Calendar(NamedTuple):
    """The words of a language.

    Attributes:
        months: The twelve in order, each in all its forms, parted by bars.
        weekdays: The seven from Monday on, likewise.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]


def _calendar(months: str, weekdays: str) -> Calendar:
    return Calendar(tuple(months.split()), tuple(weekdays.split()))


CALENDARS: Mapping[str, Calendar] = MappingProxyType(
    {
        "en": _calendar(
            "January|Jan Febr?uary|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug "
            "September|Sept|Sep October|Oct November|Nov December|Dec",
            "Mondays?|Mon Tuesdays?|Tues|Tue Wednesdays?|Wed Thursdays?|Thurs|Thu Fridays?|Fri "
            "Saturdays?|Sat Sundays?|Sun",
        ),
        "de": _calendar(
            "Januar|Jan|Jänner Februar|Feb März April|Apr Mai Juni Juli August|Aug "
            "September|Sept Oktober|Okt November|Nov Dezember|Dez",
            "Montags? Dienstags? Mittwochs? Donnerstags? Freitags? Samstags?|Sonnabend Sonntags?",
        ),
        "fr": _calendar(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "lundis? mardis? mercredis? jeudis? vendredis? samedis? dimanches?",
        ),
        "es": _calendar(
            "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre "
            "noviembre diciembre",
            "lunes martes miércoles jueves viernes sábados? domingos?",
        ),
        "it": _calendar(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
            "dicembre",
            "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        ),
        "nl": _calendar(
            "januari februari maart april mei juni juli augustus september oktober november "
            "december",
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        ),
        "pt": _calendar(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
            "dezembro",
            "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        ),
    }
)


@lru_cache(MOST_WORDS)
def place_of(word: str, forms: tuple[str, ...]) -> int | None:
    """Return which of some months or weekdays a word is, from 1, whatever its case."""
    matches = (re.fullmatch(form, word, re.IGNORECASE) for form in forms)
    return next((place for place, match in enumerate(matches, 1) if match), None)


def month_of(word: str) -> int | None:
    """Return which month a word is in any of the languages; none calls two months by one word."""
    return next(filter(None, (place_of(word, each.months) for each in CALENDARS.values())), None)


def weekday_of(word: str) -> int | None:
    """Return which day of the week a word is in any of the languages, Monday being 1."""
    return next(filter(None, (place_of(word, each.weekdays) for each in CALENDARS.values())), None)
