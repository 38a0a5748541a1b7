"""What two figures have to do with each other, field by field.

The fields are the questions that the Standards for Casualty Recording (Every
Casualty Counts, 2016) ask of a count: what is counted, among whom, where, from
when and up to when. A field that a source leaves open is never taken to be the
same, and neither are two equal dates that leave the day open, unless they bound
whole years or months.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from dash import wording
from dash.figures.context import Context
from dash.figures.periods import TIMES, Time, days_of
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
DECIDING: tuple[Field, ...] = ("measure", "unit", "population", "period_start", "as_of", "area")
TOLD: tuple[Field, ...] = ("claimant", "evidence", "bound", "source")


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


AS_GOOD_AS_SAME = (Agreement.SAME, Agreement.NONE, Agreement.ONE_BODY, Agreement.ONE_SERIES)
NOT_SETTLED = (Agreement.NOT_STATED, Agreement.LESS_PRECISE)


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


def find(field: Field, a: Figure, b: Figure, context: Context) -> Finding:
    """Find what two figures have to do with each other in one field."""
    left_open = tuple(
        name for name, figure in (("a", a), ("b", b)) if not _is_stated(field, figure, context)
    )
    if left_open:
        # A running total has one start, even where nobody says which.
        unsaid = field == "period_start" and field not in (*a["supplied"], *b["supplied"])
        if unsaid and _are_of_one_total(a, b, context):
            return Finding(field, Agreement.ONE_SERIES)
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
        return figure[field] is not None or is_state(figure, context)
    return field == "population" or bool(figure[field])


def is_state(figure: Figure, context: Context) -> bool:
    """Return whether a figure describes a day.

    Nobody is killed or hurt at a date alone, and a running total began somewhere, said or not.
    """
    counted = figure["measure"] in context.casualties or figure["series"] in context.running
    return figure["period_start"] is None and not counted


def are_states(a: Figure, b: Figure, context: Context) -> bool:
    """Return whether both describe a state on a day, as troops and residents are given."""
    return is_state(a, context) and is_state(b, context)


def are_of_one_series(a: Figure, b: Figure) -> bool:
    """Return whether two figures are points of one series."""
    return a["series"] is not None and a["series"] == b["series"]


def _are_of_one_total(a: Figure, b: Figure, context: Context) -> bool:
    """Return whether two figures are points of one running total, which has one start."""
    return are_of_one_series(a, b) and a["series"] in context.running


def _agreement_of_claimants(a: Figure, b: Figure, context: Context) -> Agreement:
    if a["claimant"] == b["claimant"]:
        return Agreement.SAME
    ours, theirs = context.bodies(a["claimant"]), context.bodies(b["claimant"])
    if ours[0] in theirs or theirs[0] in ours:
        return Agreement.ONE_BODY
    return Agreement.ONE_SIDE if ours[-1] == theirs[-1] else Agreement.DIFFERENT


def _agreement_of_dates(field: Time, a: Figure, b: Figure, context: Context) -> Agreement:
    ours, theirs = days_of(field, a), days_of(field, b)
    if ours == theirs and ours.first == ours.last:
        return Agreement.SAME
    # One running total has one start, in whatever words it is relayed.
    if field == "period_start" and _are_of_one_total(a, b, context):
        return Agreement.ONE_SERIES
    meet = ours.first <= theirs.last and theirs.first <= ours.last
    return Agreement.LESS_PRECISE if meet else Agreement.DIFFERENT
