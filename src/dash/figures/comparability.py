"""Whether two figures can be compared, worked out from their fields alone.

Two figures are two estimates of one quantity only where what is counted, among
whom, where, from when and up to when are the same (the questions that the
Standards for Casualty Figureing, Every Casualty Counts, 2016, ask of a count).
A field that a source leaves open is never taken to be the same, and neither are
two equal dates that leave the day open, unless they bound whole years or months.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Literal

from dash import wording
from dash.dates import Days, days_meant
from dash.figures.context import Context
from dash.figures.intervals import Interval, allowed_by, difference, ratio, share
from dash.figures.words import is_forecast
from dash.schema.rows import Figure

# What decides, in this order, and what is only told.
Field = Literal[
    "measure",
    "unit",
    "population",
    "period_start",
    "as_of",
    "area",
    "claimant",
    "evidence",
    "bound",
    "source",
]
Time = Literal["period_start", "as_of"]
DECIDING: tuple[Field, ...] = ("measure", "unit", "population", "period_start", "as_of", "area")
TOLD: tuple[Field, ...] = ("claimant", "evidence", "bound", "source")
TIMES: tuple[Time, ...] = ("period_start", "as_of")


class Agreement(Enum):
    """What two figures have to do with each other in one field."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_STATED = wording.NOT_STATED
    LESS_PRECISE = "may be the same, stated less precisely"
    ONE_BODY = "one acts or speaks for the other"
    ONE_SIDE = "both act or speak for one body"
    ONE_SERIES = "worded differently in one series"
    NONE = "means nothing for either"


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
    UNCLEAR = "cannot be told"
    NOT_COMPARABLE = "not the same"


AS_GOOD_AS_SAME = (Agreement.SAME, Agreement.NONE, Agreement.ONE_BODY, Agreement.ONE_SERIES)
NOT_SETTLED = (Agreement.NOT_STATED, Agreement.LESS_PRECISE)
# Where a figure that the two are parts of is worth naming.
OPEN_TO_WHOLES = (Verdict.UNCLEAR, Verdict.NOT_COMPARABLE, Verdict.BEFORE_AND_AFTER)


@dataclass(frozen=True)
class Finding:
    """One field of two figures.

    Attributes:
        field: The column.
        agreement: What the two cells have to do with each other.
        open_in: Which of the two ("a", "b") leave it open.
    """

    field: Field
    agreement: Agreement
    open_in: tuple[str, ...] = ()


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
    """

    a: Figure
    b: Figure
    verdict: Verdict
    findings: tuple[Finding, ...]
    states: bool = False
    leading: str | None = None
    common_whole: str | None = None
    both_can_hold: bool = True
    difference: Interval | None = None
    ratio: Interval | None = None
    share: Interval | None = None
    below_zero: bool = False

    def fields(self, *agreements: Agreement) -> tuple[Field, ...]:
        """Return the fields in which the two figures agree so."""
        return tuple(found.field for found in self.findings if found.agreement in agreements)

    def agreement(self, field: Field) -> Agreement:
        """Return what the two figures have to do with each other in a field."""
        return next(found.agreement for found in self.findings if found.field == field)


def compare(a: Figure, b: Figure, context: Context) -> Comparison:
    """Find what two figures share, in what they differ, and what comparing them can mean."""
    findings = tuple(_finding(field, a, b, context) for field in (*DECIDING, *TOLD))
    of = {found.field: found.agreement for found in findings}
    states = _are_states(a, b, context)
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
        alike = of["source"] is Agreement.SAME or _are_of_one_series(a, b)
        if alike and not open_fields and _are_like_periods(a, b):
            return Verdict.TWO_PERIODS
        if day_between(a, b) is not None:
            return Verdict.BEFORE_AND_AFTER
    if not different:
        return Verdict.UNCLEAR if open_fields else Verdict.SAME_QUANTITY
    if different == {"as_of"}:
        return _verdict_of_two_dates(a, b, of, context, settled=not open_fields)
    return Verdict.NOT_COMPARABLE


def _verdict_of_two_dates(
    a: Figure, b: Figure, of: Mapping[Field, Agreement], context: Context, *, settled: bool
) -> Verdict:
    """Return what two figures are that are known to differ in nothing but their last day."""
    states, one_series = _are_states(a, b, context), _are_of_one_series(a, b)
    if settled:
        one = of["claimant"] in AS_GOOD_AS_SAME or one_series or states
        return Verdict.TWO_DATES if one else Verdict.NOT_COMPARABLE
    # A count of casualties without a start may bear the date of its report.
    dated = a["period_start"] is None and b["period_start"] is None
    return Verdict.UNCLEAR if dated or one_series else Verdict.NOT_COMPARABLE


def _common_whole(a: Figure, b: Figure, context: Context) -> str | None:
    above = set(context.above(b["id"]))
    return next((whole for whole in context.above(a["id"]) if whole in above), None)


def _finding(field: Field, a: Figure, b: Figure, context: Context) -> Finding:
    left_open = tuple(
        name for name, figure in (("a", a), ("b", b)) if not _is_stated(field, figure, context)
    )
    if left_open:
        return Finding(field, Agreement.NOT_STATED, left_open)
    if field in ("population", "period_start") and a[field] is b[field] is None:
        return Finding(field, Agreement.NONE)
    if field in TIMES and None not in (a[field], b[field]):
        return Finding(field, _agreement_of_dates(field, a, b, context))
    if field == "claimant":
        return Finding(field, _agreement_of_claimants(a, b, context))
    same = set(a["area"]) == set(b["area"]) if field == "area" else a[field] == b[field]
    return Finding(field, Agreement.SAME if same else Agreement.DIFFERENT)


def _is_stated(field: Field, figure: Figure, context: Context) -> bool:
    """Return whether a field is known: a state has no start, and ships have no population."""
    if field in figure["supplied"]:
        return False
    if field == "period_start":
        return figure[field] is not None or _is_state(figure, context)
    return field == "population" or bool(figure[field])


def _is_state(figure: Figure, context: Context) -> bool:
    """Return whether a figure describes a day: nobody is killed or hurt at a date alone."""
    return figure["period_start"] is None and figure["measure"] not in context.casualties


def _are_states(a: Figure, b: Figure, context: Context) -> bool:
    return _is_state(a, context) and _is_state(b, context)


def _are_of_one_series(a: Figure, b: Figure) -> bool:
    return a["series"] is not None and a["series"] == b["series"]


def _agreement_of_claimants(a: Figure, b: Figure, context: Context) -> Agreement:
    if a["claimant"] == b["claimant"]:
        return Agreement.SAME
    ours, theirs = context.bodies(a["claimant"]), context.bodies(b["claimant"])
    if ours[0] in theirs or theirs[0] in ours:
        return Agreement.ONE_BODY
    return Agreement.ONE_SIDE if ours[-1] == theirs[-1] else Agreement.DIFFERENT


def _agreement_of_dates(field: Time, a: Figure, b: Figure, context: Context) -> Agreement:
    ours, theirs = _days(field, a), _days(field, b)
    if ours == theirs and ours.first == ours.last:
        return Agreement.SAME
    # One running total has one start, in whatever words it is relayed.
    if field == "period_start" and _are_of_one_series(a, b) and a["series"] in context.running:
        return Agreement.ONE_SERIES
    meet = ours.first <= theirs.last and theirs.first <= ours.last
    return Agreement.LESS_PRECISE if meet else Agreement.DIFFERENT


def _days(field: Time, figure: Figure) -> Days:
    """Return the days that the start or the end of a count can mean.

    A start and an end of one precision (2018 to 2018, 2014 to 2021, 2021-08 to
    2021-08) mean whole years or months, so that both days are known.
    """
    start, end = figure["period_start"], figure["as_of"]
    meant = days_meant(start if field == "period_start" and start else end)
    if start is None or len(start) != len(end) or not set(TIMES).isdisjoint(figure["supplied"]):
        return meant
    day = meant.first if field == "period_start" else meant.last
    return Days(day, day)


def _are_like_periods(a: Figure, b: Figure) -> bool:
    """Return whether two periods are apart and as long: in whole months, or in days."""
    if None in (a["period_start"], b["period_start"]):  # a state on a day, and no period
        return False
    spans = [(_days("period_start", figure), _days("as_of", figure)) for figure in (a, b)]
    if any(end.first != end.last or start.first != start.last for start, end in spans):
        return False
    (a_first, a_last), (b_first, b_last) = ((start.first, end.last) for start, end in spans)
    apart = a_last < b_first or b_last < a_first
    return apart and Days(a_first, a_last).length == Days(b_first, b_last).length


def day_between(a: Figure, b: Figure) -> date | None:
    """Return the day with which one count begins after the other ended on the day before."""
    for earlier, later in ((a, b), (b, a)):
        open_in = "as_of" in earlier["supplied"]
        open_in |= "period_start" in later["supplied"]
        if open_in or None in (earlier["period_start"], later["period_start"]):
            continue
        end, start = _days("as_of", earlier), _days("period_start", later)
        known = end.first == end.last and start.first == start.last
        if known and end.last + timedelta(days=1) == start.first:
            return start.first
    return None


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
