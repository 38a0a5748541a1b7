"""The forms of a unit: ships, and 1 ship; wóz, wozy and wozów.

A unit stands in figures.csv in the form that follows most numbers. How it reads behind others says
`[units]` of dossier.toml, by the plural categories of its language; without a word there, an
English plural that is formed by rule loses its ending. What no rule settles (1 axes: an axe, or an
axis?) stays as it is written, and `check` asks for it.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from dash.schema.plurals import Category, category

# Here begins what a unit is counted by or in: violations per day, tons of TNT, degrees Celsius.
JOINTS = re.compile(r"\s(?=(?:per|an?|of|in|at|on|for|from|to|with|without|among|by)\s|[A-Z])")
TWO_THINGS = re.compile(r"\s(?:and|or)\s")
# Words whose ending alone would mislead, each with its form behind one.
MISLEADING = """
people:person men:man women:woman children:child feet:foot lives:life wives:wife knives:knife
halves:half wolves:wolf shelves:shelf valves:valve movies:movie calories:calorie
kilocalories:kilocalorie taxes:tax buses:bus gases:gas viruses:virus bonuses:bonus heroes:hero
shoes:shoe toes:toe potatoes:potato crises:crisis analyses:analysis headaches:headache
caches:cache series:series species:species headquarters:headquarters means:means corps:corps
works:works news:news gas:gas atlas:atlas canvas:canvas bias:bias chaos:chaos lens:lens
barracks:barracks
"""
IRREGULAR = dict(pair.split(":") for pair in MISLEADING.split())
# Of words so ended, the ending does not tell the other form: buses and uses, axes of two kinds.
IN_DOUBT = (
    "ss",
    "us",
    "is",
    "zzes",
    "oes",
    "uses",
    "yses",
    "eses",
    "lves",
    "eaves",
    "oaves",
    "axes",
)
NOT_IN_DOUBT = ("ouses", "auses")
# These have gained an es, others an s.
GAINED_ES = ("ches", "shes", "sses", "xes")
SHORTEST = 4
NO_FORMS: Mapping[Category, str] = MappingProxyType({})


class Unit(str):
    """A unit as its cell has it, that knows how it reads behind other numbers.

    Attributes:
        forms: Its other forms, by the plural category of the numbers that they follow.
        language: That of the dossier, a BCP 47 tag.
    """

    forms: Mapping[Category, str]
    language: str

    def __new__(
        cls, words: str, forms: Mapping[Category, str] = NO_FORMS, language: str = "en"
    ) -> "Unit":
        """Return a unit that reads as `words` behind the numbers that `forms` does not name."""
        unit = super().__new__(cls, words)
        unit.forms, unit.language = forms, language
        return unit

    @property
    def one(self) -> str:
        """How it reads behind the number one; the same as itself where no other is known."""
        return self.behind(1)

    def behind(self, *numbers: float) -> str:
        """Return how it reads behind a number, or a span, which goes by its end: 1 to 3 wozy."""
        categories = [category(self.language, number) for number in numbers]
        if len(set(categories)) > 1 and categories[-1] == "one":
            return str(self)
        return self.forms.get(categories[-1], str(self))


def unit_of(words: str, declared: Mapping[str, Mapping[Category, str]], language: str) -> Unit:
    """Return a unit with its forms.

    Args:
        words: What stands in figures.csv.
        declared: `[units]` of dossier.toml.
        language: `language` of dossier.toml, a BCP 47 tag.
    """
    if words in declared:
        return Unit(words, declared[words], language)
    is_english = language.lower().partition("-")[0] == "en"
    return Unit(words, {"one": singular(words)} if is_english else NO_FORMS, language)


def form_of(unit: str, *numbers: float) -> str:
    """Return how a unit reads behind a number or a span: 1 ship, −1 ship, 0 ships, 1 to 3 ships.

    In English one is what is one without a decimal, below zero too.
    """
    return unit.behind(*numbers) if isinstance(unit, Unit) and numbers else str(unit)


def is_settled(unit: Unit) -> bool:
    """Return whether nothing is left to ask of a unit: it has another form, or can have none."""
    last = _head(unit)[1]
    return unit.one != unit or last in IRREGULAR or not _is_plural_word(last)


def singular(unit: str) -> str:
    """Return an English unit behind the number one; as it is where no rule settles it."""
    if TWO_THINGS.search(unit):
        return unit
    before, last, behind = _head(unit)
    return f"{before}{_singular_word(last)}{behind}"


def _head(unit: str) -> tuple[str, str, str]:
    """Return the word of a unit that is inflected, with what stands before and behind it."""
    head = JOINTS.split(unit, maxsplit=1)[0]
    before, space, last = head.rpartition(" ")
    return before + space, last, unit[len(head) :]


def _singular_word(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not _is_plural_word(word) or (word.endswith(IN_DOUBT) and not word.endswith(NOT_IN_DOUBT)):
        return word
    if word.endswith("ies") and len(word) > len("ties"):
        return word.removesuffix("ies") + "y"
    return word.removesuffix("es" if word.endswith(GAINED_ES) else "s")


def _is_plural_word(word: str) -> bool:
    # Mbps, lbs and M are no words that a reader would expect in two forms.
    return len(word) >= SHORTEST and word.isalpha() and word.islower() and word.endswith("s")
