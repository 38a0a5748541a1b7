"""What a language calls its months, weekdays, days near today and numbers."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dash.finding.numbers import SCALES
from dash.schema.calendar_words import CALENDARS


@dataclass(frozen=True, eq=False)
class Language:
    """The words of a language that stand for dates and numbers.

    Attributes:
        name: Its English name.
        months: The twelve in order, each in all its forms, parted by bars.
        weekdays: The seven from Monday on, likewise.
        relative: Expressions for days and times reckoned from today, as a regular expression.
        numbers: Words of one number each; those that are articles as well (one, un) are not here.
        scales: Words that multiply the number before them.
        openers: Small words that often begin a sentence, and no name.
        nouns_are_capitalised: Whether a capital inside a sentence need not be a name.
    """

    name: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    relative: str
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    openers: frozenset[str] = frozenset()
    nouns_are_capitalised: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _counted(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * place for place, word in enumerate(words.split())}


_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"

ENGLISH = Language(
    "English",
    *CALENDARS["en"],
    "today|yesterday|tomorrow|tonight|(?:this|last|next) "
    "(?:week|weekend|month|year|night|decade|century|spring|summer|autumn|winter)",
    _counted("two three four five six seven eight nine", 2)
    | _counted(_TEENS, 10)
    | _counted(_TENS, 20, 10)
    | {"zero": 0, "one": 1},
    {"hundred": 100, "hundreds": 100, "dozen": 12, "dozens": 12, "bn": 10**9, "billions": 10**9}
    | {"trillion": 10**12, "trillions": 10**12}
    | SCALES,
    frozenset(
        _words(
            "a after also an and as at because before both but by during for from he her his how "
            "if in it its like no of on our she since so some that the their then there these "
            "they this those though to under until we what when where which while who with"
        )
    ),
)
GERMAN = Language(
    "German",
    *CALENDARS["de"],
    "heute|gestern|vorgestern|morgen|übermorgen"
    "|(?:diese|letzte|vergangene|vorige|nächste|kommende)[mnrs]? "
    "(?:Woche|Wochenende|Monat|Jahr|Nacht|Jahrzehnt|Jahrhundert)s?",
    _counted("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 2)
    | _counted("dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 13)
    | _counted("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
    | {"null": 0},
    {"hundert": 100, "Hunderte": 100, "tausend": 1000, "Tausend": 1000, "Tausende": 1000}
    | {"Dutzend": 12, "Dutzende": 12, "Million": 10**6, "Millionen": 10**6, "Mio": 10**6}
    | {"Milliarde": 10**9, "Milliarden": 10**9, "Mrd": 10**9},
    frozenset(
        _words(
            "als am an auch auf aus bei bis da das dem den der die doch ein eine einem einen einer "
            "er es für im in mit nach nun ob seit sie so um und unter vom von vor wann was wenn "
            "wer "
            "wie wir wo zu zum zur über"
        )
    ),
    nouns_are_capitalised=True,
)
FRENCH = Language(
    "French",
    *CALENDARS["fr"],
    "aujourd['’]hui|hier|avant-hier|demain|ce soir|cette (?:semaine|année|nuit)"
    "|ce (?:mois|week-end)"
    "|(?:semaine|année|mois|an) (?:dernière|dernier|prochaine|prochain|passée|passé)",
    _counted("deux trois quatre cinq six sept huit neuf dix onze douze treize", 2)
    | _counted("quatorze quinze seize", 14)
    | _counted("vingt trente quarante cinquante soixante", 20, 10)
    | {"zéro": 0, "vingts": 20},
    {"cent": 100, "cents": 100, "centaine": 100, "centaines": 100, "mille": 1000}
    | {"millier": 1000, "milliers": 1000, "million": 10**6, "millions": 10**6}
    | {"milliard": 10**9, "milliards": 10**9, "dizaine": 10, "dizaines": 10}
    | {"douzaine": 12, "douzaines": 12},
    frozenset(
        _words(
            "après au aussi aux avant avec ce ces cet cette chez comme dans de depuis des du elle "
            "en "
            "entre et il ils la le les leur mais on or ou où par pour quand que qui sa sans selon "
            "si "
            "son sous sur un une"
        )
    ),
)
SPANISH = Language(
    "Spanish",
    *CALENDARS["es"],
    "hoy|ayer|anteayer|mañana|esta (?:semana|noche)|este (?:mes|año)"
    "|(?:semana|mes|año|noche) (?:pasada|pasado|próxima|próximo)",
    _counted("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince", 2)
    | _counted("dieciséis diecisiete dieciocho diecinueve veinte", 16)
    | _counted("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10)
    | _counted("doscientos trescientos cuatrocientos quinientos seiscientos", 200, 100)
    | {"cero": 0, "cien": 100, "ciento": 100},
    {"cientos": 100, "mil": 1000, "miles": 1000, "millón": 10**6, "millones": 10**6}
    | {"docena": 12, "docenas": 12, "decena": 10, "decenas": 10},
    frozenset(
        _words(
            "a al ante así aunque como con cuando de del desde donde el ella en entre es esa ese "
            "esta "
            "este hasta la las lo los mientras no o para pero por que quien se según si sin sobre "
            "su "
            "tras un una y ya"
        )
    ),
)
# What share of a text's words are small ones of its language, and how many more than another's.
LEAST_SHARE, MORE_THAN_ANOTHER = 0.15, 1.5
# Of a language that is not here, only digits and the signs of dates are known.
UNKNOWN = Language("", (), (), "", MappingProxyType({}), MappingProxyType({}))
LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
)


def likely_tag(text: str) -> str | None:
    """Return the tag of the language whose small words are most of a text's; None of no other."""
    words = re.findall(r"\w+", text.lower())
    counts = Counter(
        {tag: sum(map(each.openers.__contains__, words)) for tag, each in LANGUAGES.items()}
    )
    (tag, most), (_, second) = counts.most_common(2)
    return tag if most >= LEAST_SHARE * len(words) and most > MORE_THAN_ANOTHER * second else None


def language_of(tag: str) -> Language:
    """Return the language that a BCP 47 tag names: en-GB is English."""
    return LANGUAGES.get(tag.partition("-")[0].lower(), UNKNOWN)
