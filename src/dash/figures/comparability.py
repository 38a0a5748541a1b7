"""Whether two figures can be compared, worked out from their fields alone.

Two figures are two estimates of one quantity only where what is counted, among
whom, where, from when and up to when are the same (`dash.figures.agreement`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from dash.figures.agreement import (
    AS_GOOD_AS_SAME,
    DECIDING,
    NOT_SETTLED,
    TOLD,
    Agreement,
    Field,
    Finding,
    are_of_one_series,
    are_states,
    find,
)
from dash.figures.context import Context
from dash.figures.intervals import Interval, allowed_by, difference, ratio, share
from dash.figures.periods import TIMES, are_like_periods, day_between
from dash.figures.units import is_share
from dash.figures.words import is_forecast
from dash.schema.rows import Figure


class Verdict(Enum):
    """What setting two figures side by side can mean."""

    ONE_FIGURE = "the same figure"
    TOLD_TWICE = "the same figure, told twice"
    REPLACED = "one replaces the other"
    PART = "one is a part of the other"
    SAME_QUANTITY = "two counts of the same"
    TWO_PERIODS = "the same count over two periods"
    TWO_DATES = "one series at two dates"
    BEFORE_AND_AFTER = "before and after one day"
    TWO_UNITS = "given in two units"
    UNCLEAR = "cannot be told"
    NOT_COMPARABLE = "not the same"


# Where a figure that the two are parts of is worth naming.
OPEN_TO_WHOLES = (Verdict.UNCLEAR, Verdict.NOT_COMPARABLE, Verdict.BEFORE_AND_AFTER)


@dataclass(frozen=True)
class Comparison:
    """What can be said of two figures from their fields.

    Attributes:
        a: The first figure.
        b: The second figure.
        verdict: What comparing them can mean.
        findings: One per field, the deciding ones first.
        states: Whether both describe a state on a day, as troops and residents are given.
        leading: Which of the two ("a" or "b") is the part, or the one that replaces the other.
        common_whole: Id of the nearest figure that both are parts of, if there is one.
        both_can_hold: Whether some value satisfies the bounds of both.
        difference: What b less a can be, where that means anything.
        ratio: How many times a b can be, where that means anything.
        share: Which share of its whole the part can be, where that means anything.
        below_zero: Whether what one of them measures may be below zero.
        may_fall: Whether what one of them measures may be lower at a later date although it is
            counted from one start: a balance, an average or a share, and no total.
    """

    a: Figure
    b: Figure
    verdict: Verdict
    findings: tuple[Finding, ...]
    states: bool
    leading: str | None
    common_whole: str | None
    both_can_hold: bool
    difference: Interval | None
    ratio: Interval | None
    share: Interval | None
    below_zero: bool
    may_fall: bool

    def fields(self, *agreements: Agreement) -> tuple[Field, ...]:
        """Return the fields in which the two figures agree so."""
        return tuple(found.field for found in self.findings if found.agreement in agreements)

    def agreement(self, field: Field) -> Agreement:
        """Return what the two figures have to do with each other in a field."""
        return next(found.agreement for found in self.findings if found.field == field)


def compare(a: Figure, b: Figure, context: Context) -> Comparison:
    """Find what two figures share, in what they differ, and what comparing them can mean."""
    findings = tuple(find(field, a, b, context) for field in (*DECIDING, *TOLD))
    of = {found.field: found.agreement for found in findings}
    states = are_states(a, b, context)
    verdict, leading = _verdict(a, b, of, context)
    values = allowed_by(a), allowed_by(b)
    below_zero = not context.below_zero.isdisjoint((a["measure"], b["measure"]))
    counted = verdict in (Verdict.SAME_QUANTITY, Verdict.TWO_PERIODS) or (
        verdict is Verdict.BEFORE_AND_AFTER and a["measure"] in context.rates
    )
    # Between two states lies a net change; between two running totals nothing that was counted.
    changed = verdict is Verdict.TWO_DATES and states and of["claimant"] in AS_GOOD_AS_SAME
    return Comparison(
        a,
        b,
        verdict,
        findings,
        states,
        leading,
        _common_whole(a, b, context) if verdict in OPEN_TO_WHOLES else None,
        values[0].meets(values[1]),
        difference(*values) if counted or changed else None,
        ratio(*values) if counted and not below_zero else None,
        _share(a, b, leading, of) if verdict is Verdict.PART and not below_zero else None,
        below_zero,
        below_zero or a["measure"] in context.rates or is_share(a["unit"]),
    )


def _verdict(
    a: Figure, b: Figure, of: Mapping[Field, Agreement], context: Context
) -> tuple[Verdict, str | None]:
    """Return what the record says of the pair, or else its fields; and which of the two leads."""
    first, second = a["id"], b["id"]
    if first == second:
        return Verdict.ONE_FIGURE, None
    for reached, verdict in (
        (context.replaced_by, Verdict.REPLACED),
        (context.above, Verdict.PART),
    ):
        if second in context.tellings(first):
            break
        # However the other is told: what replaces a number replaces its repetitions.
        if not context.tellings(second).isdisjoint(reached(first)):
            return verdict, "a"
        if not context.tellings(first).isdisjoint(reached(second)):
            return verdict, "b"
    if second in context.tellings(first):
        return Verdict.TOLD_TWICE, None
    return _verdict_of_fields(a, b, of, context), None


def _verdict_of_fields(
    a: Figure, b: Figure, of: Mapping[Field, Agreement], context: Context
) -> Verdict:
    different = {field for field in DECIDING if of[field] is Agreement.DIFFERENT}
    open_fields = {field for field in DECIDING if of[field] in NOT_SETTLED}
    if is_forecast(a) != is_forecast(b):
        return Verdict.NOT_COMPARABLE
    if of["claimant"] in AS_GOOD_AS_SAME and different | open_fields <= set(TIMES):
        alike = of["source"] is Agreement.SAME or are_of_one_series(a, b)
        if alike and not open_fields and are_like_periods(a, b):
            return Verdict.TWO_PERIODS
        if day_between(a, b) is not None:
            return Verdict.BEFORE_AND_AFTER
    if not different:
        return Verdict.UNCLEAR if open_fields else Verdict.SAME_QUANTITY
    if different == {"as_of"}:
        return _verdict_of_two_dates(a, b, of, context, settled=not open_fields)
    # Feet and metres may be one height: what only the unit keeps apart is not another thing.
    beside = {"as_of"} if are_states(a, b, context) else set()
    in_two_units = "unit" in different and different - beside == {"unit"}
    return Verdict.TWO_UNITS if in_two_units else Verdict.NOT_COMPARABLE


def _verdict_of_two_dates(
    a: Figure, b: Figure, of: Mapping[Field, Agreement], context: Context, *, settled: bool
) -> Verdict:
    """Return what two figures are that are known to differ in nothing but their last day."""
    states, one_series = are_states(a, b, context), are_of_one_series(a, b)
    if settled:
        one = of["claimant"] in AS_GOOD_AS_SAME or one_series or states
        return Verdict.TWO_DATES if one else Verdict.NOT_COMPARABLE
    # A count of casualties without a start may bear the date of its report.
    dated = a["period_start"] is None and b["period_start"] is None
    return Verdict.UNCLEAR if dated or one_series else Verdict.NOT_COMPARABLE


def _common_whole(a: Figure, b: Figure, context: Context) -> str | None:
    above = set(context.above(b["id"]))
    return next((whole for whole in context.above(a["id"]) if whole in above), None)


def _share(
    a: Figure, b: Figure, part: str | None, of: Mapping[Field, Agreement]
) -> Interval | None:
    """Return the share of a part that was counted by the same claimant over the same time."""
    fields: tuple[Field, ...] = ("unit", "claimant", *TIMES)
    if any(of[field] not in AS_GOOD_AS_SAME for field in fields):
        return None
    smaller, whole = (a, b) if part == "a" else (b, a)
    found = share(allowed_by(smaller), allowed_by(whole))
    # Anything from nothing to all of it is no share.
    return None if found is None or (found.low, found.high) == (0, 1) else found
