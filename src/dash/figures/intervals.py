"""What a figure's bounds allow, and what they leave of a difference or a ratio.

The arithmetic is interval arithmetic: the result holds every value that the
two figures allow, and an open end stays open (R. E. Moore, Interval Analysis,
1966).

What "about" is worth is written down at `half_unit`.
"""

import math
from dataclasses import dataclass
from decimal import Decimal

from dash.figures.units import spell_quantity
from dash.schema.rows import Figure
from dash.wording import AT_LEAST, MORE_THAN


@dataclass(frozen=True)
class Interval:
    """All values from low to high.

    Attributes:
        low: The lowest value; minus infinity where there is none.
        high: The highest value; infinity where there is none.
        low_open: The lowest value itself does not belong to it, as in "more than".
        high_open: The highest value itself does not belong to it.
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it holds one value only."""
        return self.low == self.high

    def meets(self, other: "Interval") -> bool:
        """Return whether some value lies in both."""
        return not (self._below(other) or other._below(self))

    def holds(self, other: "Interval") -> bool:
        """Return whether every value of the other lies in this one."""
        above = other.low > self.low or (
            other.low == self.low and (other.low_open or not self.low_open)
        )
        below = other.high < self.high or (
            other.high == self.high and (other.high_open or not self.high_open)
        )
        return above and below

    def _below(self, other: "Interval") -> bool:
        touching = self.high == other.low and (self.high_open or other.low_open)
        return self.high < other.low or touching


def interval_of(figure: Figure) -> Interval:
    """Return the values that a figure names, from the lowest to the highest; a floor has no end.

    A range reaches over all of its three values, so that a best estimate
    outside low and high (marked `sic`) is not lost.
    """
    values = (figure["low"], figure["best"], figure["high"])
    given = [value for value in values if value is not None]
    if figure["bound"] in ("at_least", "more_than"):
        return Interval(min(given), math.inf, low_open=figure["bound"] == "more_than")
    return Interval(min(given), max(given))


def allowed_by(figure: Figure) -> Interval:
    """Return what a figure allows the value to be: what it names, and for "about" its rounding."""
    named = interval_of(figure)
    if figure["bound"] != "about":
        return named
    half = half_unit(named.low)
    return Interval(less(named.low, half), less(named.high, -half))


def half_unit(value: float) -> float:
    """Return how far from a rounded number the number can lie that was rounded to it.

    That is half a unit of its last significant digit, the last that is not
    zero: 500 for 14,000, 50,000 for 400,000, 5 for 3,320. "About" is worth this
    and no more. A rounded number stands for all that lie at most half a
    rounding step away (ISO 80000-1:2009, annex B); where nothing else is
    known, zeros at the end of a whole number only hold its place.
    """
    exponent = Decimal(repr(float(value))).normalize().as_tuple().exponent
    if value == 0 or not isinstance(exponent, int):
        return 0.0
    return float(Decimal(5).scaleb(exponent - 1))


def difference(a: Interval, b: Interval) -> Interval:
    """Return what b less a can be."""
    return Interval(
        less(b.low, a.high),
        less(b.high, a.low),
        b.low_open or a.high_open,
        b.high_open or a.low_open,
    )


def ratio(a: Interval, b: Interval) -> Interval | None:
    """Return how many times a b can be; None where a is zero, or one of them may be below zero."""
    if a.high == 0 or min(a.low, b.low) < 0:
        return None
    return Interval(
        b.low / a.high,
        b.high / a.low if a.low > 0 else math.inf,
        b.low_open or a.high_open,
        b.high_open or a.low_open,
    )


def share(part: Interval, whole: Interval) -> Interval | None:
    """Return which share of the whole the part can be: at most 1; None where the whole is zero."""
    parts = ratio(whole, part)
    if parts is None or parts.low > 1:
        return None
    return Interval(
        parts.low,
        min(parts.high, 1.0),
        parts.low_open,
        parts.high_open and parts.high <= 1,
    )


def spell_interval(interval: Interval, unit: str = "") -> str:
    """Return an interval in words: 100 to 300, at least 5 ships, less than EUR 3 million.

    Args:
        interval: What to spell; one of its ends is finite.
        unit: The unit of a figure, or any word that stands behind a number.
    """
    low, high = interval.low, interval.high
    if math.isinf(high):
        bound = MORE_THAN if interval.low_open else AT_LEAST
        return f"{bound} {spell_quantity(unit, low)}"
    if math.isinf(low):
        bound = "less than" if interval.high_open else "at most"
        return f"{bound} {spell_quantity(unit, high)}"
    return spell_quantity(unit, *dict.fromkeys((low, high)))


def spell_end(number: float, unit: str = "") -> str:
    """Return the end of an interval with its unit, or that it may be any number."""
    return "any number" if math.isinf(number) else spell_quantity(unit, number)


def less(number: float, other: float) -> float:
    """Return a number less another as people work it out: 1,283.5 less 1,283.4 is 0.1."""
    if math.isinf(number) or math.isinf(other):
        return number - other
    return float(Decimal(repr(float(number))) - Decimal(repr(float(other))))
