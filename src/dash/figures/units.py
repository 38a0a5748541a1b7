"""Numbers with their units, as they stand in a text: EUR 1,283.5 million, 49.7 %, 14,000.

A unit stands behind its number, and a currency before it: its code with a space (EUR 30 million),
its sign without (€30 million), as the EU's Interinstitutional Style Guide, 7.3.3, has it. People
have no unit: among whom they are counted says the figure's population. Behind the number one stands
another form of it, 1 ship, which a figure's unit brings along (`dash.schema.units`).
"""

import unicodedata
from decimal import Decimal
from functools import lru_cache

from dash.schema.units import Unit, form_of

PEOPLE = "people"
MINUS = "\u2212"
# Between 40 % and 43 % lie three percentage points; 3 % would be another thing.
DIFFERENCES = dict.fromkeys(
    ("%", "per cent", "percent"), Unit("percentage points", {"one": "percentage point"})
)
# ISO 4217, the currencies in use: https://www.iso.org/iso-4217-currency-codes.html.
CURRENCIES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN "
    "BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD "
    "FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY "
    "KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP "
    "MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR "
    "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT "
    "TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR "
    "ZMW ZWG"
)


def spell_number(number: float) -> str:
    """Return a number with thousands separators, a minus sign, and the decimals that it has."""
    # As text: the shortest decimal that means this number, and never an exponent.
    digits = f"{abs(Decimal(repr(float(number)))):,f}"
    whole, _, decimals = digits.partition(".")
    digits = ".".join(filter(None, (whole, decimals.rstrip("0"))))
    return MINUS + digits if number < 0 else digits


def spell_quantity(unit: str, *numbers: float) -> str:
    """Return a number, or the ends of a span, with their unit: EUR 40 to 45 million.

    Args:
        unit: A unit of a figure, "EUR million"; or any word that stands behind a number, "times".
        numbers: One number, or the lower and the higher end; equal ends are one number.
    """
    numbers = tuple(dict.fromkeys(numbers))
    before, after = around(form_of(unit, *numbers))
    words = [spell_number(number) for number in numbers]
    if before.endswith(" "):
        return f"{before}{' to '.join(words)}{after}"
    # A sign of a currency stands at each number, behind its minus.
    signed = (f"{MINUS if MINUS in word else ''}{before}{word.lstrip(MINUS)}" for word in words)
    return f"{' to '.join(signed)}{after}"


@lru_cache(1000)
def around(unit: str) -> tuple[str, str]:
    """Return what of a unit stands before its number and what behind, each with its space."""
    if unit == PEOPLE:
        return "", ""
    first, _, rest = unit.partition(" ")
    behind = f" {rest}" if rest else ""
    if first in CURRENCIES.split():
        return f"{first} ", behind
    if first and unicodedata.category(first[-1]) == "Sc":
        return first, behind
    return "", f" {unit}" if unit else ""


def unit_of_difference(unit: str) -> str:
    """Return in which unit the difference of two numbers of a unit is."""
    return DIFFERENCES.get(unit, unit)


def is_share(unit: str) -> bool:
    """Return whether a unit is that of a share, per cent."""
    return unit in DIFFERENCES


def is_amount(unit: str) -> bool:
    """Return whether a unit is money or a sign, as EUR or %, not the name of what is counted."""
    before, behind = around(unit)
    return bool(before) or (not behind.strip()[:1].isalpha() and unit != PEOPLE)


def names_itself(unit: str, measure: str) -> bool:
    """Return whether a number with its unit says by itself what is measured: 2 ships."""
    return unit.casefold() == measure.casefold()
