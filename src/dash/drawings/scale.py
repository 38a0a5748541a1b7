"""The scale that figures of one unit share: where it begins, and its ticks.

What is drawn as a length or as an area begins at 0: twice as much must look like twice as much. A
mark that stands for its place alone may stand on a scale that begins elsewhere, and must where from
0 nobody could tell the marks apart: 1,490, 1,503 and 1,517. It is then marked as such (W. S.
Cleveland, The Elements of Graphing Data, 1994, 2.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from math import ceil, floor, log10

from dash.figures.units import spell_quantity
from dash.figures.words import ends
from dash.schema.rows import Figure

# Room at an end for half a mark, or for the arrow of a floor.
HEADROOM = 1.04
MOST_STEPS = 4
STEPS = (1, 2, 5)
# A mark takes about a thirtieth of a scale: within a twentieth they run into each other.
TOO_NEAR = 0.05
# The smallest number that a scale is drawn for.
SMALLEST_POWER = -12


@dataclass(frozen=True)
class Scale:
    """A scale with a tick at every step.

    Attributes:
        step: The distance of two ticks, in the figures' unit.
        steps: How many there are.
        first: How many steps from 0 the left end lies; 0 where the scale begins at 0.
    """

    step: float
    steps: int
    first: int = 0

    @property
    def ticks(self) -> list[float]:
        """The values of the ticks, from the left to the right end."""
        step = Decimal(repr(float(self.step)))
        return [float(step * number) for number in range(self.first, self.first + self.steps + 1)]

    @property
    def start(self) -> float:
        """The value at the left end."""
        return self.ticks[0]

    @property
    def end(self) -> float:
        """The value at the right end."""
        return self.ticks[-1]

    @property
    def has_zero(self) -> bool:
        """Whether 0 is on it, so that a length from there can stand for a number."""
        return self.first <= 0 <= self.first + self.steps

    def share(self, value: float) -> float:
        """Return where a value stands, as a share of the width."""
        return (value - self.start) / (self.end - self.start)


def scale_of(figures: Sequence[Figure], *, from_zero: bool = True) -> Scale:
    """Return the scale that holds all figures, in a few steps that people count in.

    Args:
        figures: The figures, in one unit.
        from_zero: Whether 0 must be on it: for bars and areas always, for dots unless they would
            run into each other.
    """
    values = [end for figure in figures for end in ends(figure)]
    low, high = min(values, default=0.0), max(values, default=0.0)
    if not from_zero and are_too_near(low, high):
        room = (high - low) * (HEADROOM - 1)
        return _in_steps(low - room, high + room, values)
    # A mark at 0 is not cut in half where all others lie below it.
    top = max(high, -low * (HEADROOM - 1) if high == 0 else 0.0)
    return _in_steps(min(low, 0.0) * HEADROOM, top * HEADROOM, values)


def are_too_near(low: float, high: float) -> bool:
    """Return whether marks from low to high could not be told apart on a scale from 0."""
    farthest = max(abs(low), abs(high))
    return low * high > 0 and 0 < high - low < TOO_NEAR * farthest


def spell_start(scale: Scale, unit: str) -> str:
    """Return what must be said of a scale without 0: it begins at EUR 1,480, not at 0."""
    return f"The scale begins at {spell_quantity(unit, scale.start)}, not at 0."


def _in_steps(low: float, high: float, values: Sequence[float]) -> Scale:
    extent = (high - low) or 1.0
    whole = all(float(value).is_integer() for value in values)
    power = max(0 if whole else SMALLEST_POWER, floor(log10(extent / MOST_STEPS)))
    for exponent in count(power):
        for start in STEPS:
            step = float(Decimal(start).scaleb(exponent))
            first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
            if last - first <= MOST_STEPS:
                return Scale(step, last - first, first)
    raise AssertionError("a step of the farthest number's own size is large enough")
