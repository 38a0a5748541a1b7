"""Which form of a word follows a number: the plural categories of Unicode's CLDR.

Of languages with more than one and many, those that dossiers are likeliest to be in:
https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html. Any other is
taken to have one form behind 1, and another behind every other number.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

Category = Literal["zero", "one", "two", "few", "many", "other"]
# Takes the whole number, which is not below zero, without its decimals, and whether it has any.
Rule = Callable[[int, bool], Category]


def _usual(whole: int, decimals: bool) -> Category:
    return "one" if whole == 1 and not decimals else "other"


def _french(whole: int, decimals: bool) -> Category:
    del decimals
    return "one" if whole in (0, 1) else "other"


def _east_slavic(whole: int, decimals: bool) -> Category:
    if decimals:
        return "other"
    if whole % 10 == 1 and whole % 100 != 11:
        return "one"
    return "few" if _is_few(whole) else "many"


def _polish(whole: int, decimals: bool) -> Category:
    if decimals:
        return "other"
    if whole == 1:
        return "one"
    return "few" if _is_few(whole) else "many"


def _is_few(whole: int) -> bool:
    return whole % 10 in (2, 3, 4) and whole % 100 not in (12, 13, 14)


def _czech(whole: int, decimals: bool) -> Category:
    if decimals:
        return "many"
    return "one" if whole == 1 else "few" if whole in (2, 3, 4) else "other"


def _arabic(whole: int, decimals: bool) -> Category:
    if decimals:
        return "other"
    named: Mapping[int, Category] = {0: "zero", 1: "one", 2: "two"}
    if whole in named:
        return named[whole]
    rest = whole % 100
    return "few" if rest in range(3, 11) else "many" if rest in range(11, 100) else "other"


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "ar": _arabic,
        **dict.fromkeys(("be", "ru", "uk"), _east_slavic),
        **dict.fromkeys(("cs", "sk"), _czech),
        **dict.fromkeys(("fr", "pt"), _french),
        "pl": _polish,
    }
)


def category(language: str, number: float) -> Category:
    """Return the category of a number; one below zero is of that of its size.

    Args:
        language: A BCP 47 tag.
        number: As it is shown: 1.5 has decimals, 1.0 has none.
    """
    size = abs(number)
    rule = RULES.get(language.lower().partition("-")[0], _usual)
    return rule(int(size), not float(size).is_integer())
