"""What the two figures of a comparison, and their fields, are called in its sentences."""

from dataclasses import dataclass

from dash.dates import spell
from dash.figures.agreement import Agreement, Field, is_state
from dash.figures.comparability import Comparison
from dash.figures.context import Context
from dash.figures.intervals import interval_of
from dash.figures.words import (
    BOUND_MEANINGS,
    BOUND_WORDS,
    EVIDENCE_MEANINGS,
    as_supplied,
    is_one_value,
    spell_known_time,
    spell_short,
    spell_stated_on,
    supplied_in,
)
from dash.schema.rows import Figure
from dash.wording import NOBODY_NAMED, NOT_STATED

# Each is named once in the sentences, so that no word of one may stand in another.
LABELS: dict[Field, str] = {
    "measure": "what is counted",
    "unit": "the unit",
    "population": "the group counted",
    "period_start": "the start of the count",
    "as_of": "the date it goes up to",
    "area": "the area",
    "claimant": "who says so",
    "evidence": "the kind of evidence",
    "bound": "how the number is meant",
    "source": "where it was read",
}
# Of a state on a day nothing goes up to a date.
DAY_OF_STATE = "the day it speaks of"
SILENCE = {"claimant": NOBODY_NAMED, "population": "no people", "period_start": "a single day"}
# What a range is that has no width: its source gives both ends, and they agree.
ONE_VALUE = "a range whose lowest and highest value are the same"
AGREEMENTS = {
    Agreement.SAME: "same",
    Agreement.DIFFERENT: "different",
    Agreement.NOT_STATED: "not stated by both",
    Agreement.LESS_PRECISE: "may be the same",
    Agreement.ONE_BODY: "one body",
    Agreement.ONE_SIDE: "one side",
    Agreement.ONE_SERIES: "one start, in this series",
    Agreement.NONE: "does not apply",
}


@dataclass(frozen=True)
class Named:
    """What the two figures are called.

    Attributes:
        a: The first, as it stands in a list or in brackets: at least 7.
        b: The second.
        first: The first where a verb follows; nobody can read "at least 7" there as seven of
            something: the first (at least 7).
        second: The second where a verb follows.
    """

    a: str
    b: str
    first: str
    second: str


def named(comparison: Comparison) -> Named:
    """Return what the two figures of a comparison are called."""
    a, b = (spell_short(figure) for figure in (comparison.a, comparison.b))
    first = f"the first ({a})" if _is_worded(comparison.a) or a == b else a
    second = f"the second ({b})" if _is_worded(comparison.b) or a == b else b
    return Named(a, b, first, second) if a != b else Named("the first", "the second", first, second)


def is_odd(figure: Figure) -> bool:
    """Return whether a best estimate lies outside low and high, as `sic` allows."""
    if figure["bound"] != "range":
        return False
    named = interval_of(figure)
    return (named.low, named.high) != (figure["low"], figure["high"])


def _is_worded(figure: Figure) -> bool:
    return bool(BOUND_WORDS.get(figure["bound"]))


def label(field: Field, comparison: Comparison) -> str:
    """Return what a field is called in a comparison of these two."""
    return DAY_OF_STATE if field == "as_of" and comparison.states else LABELS[field]


def spell_field(field: Field, figure: Figure, context: Context) -> str:
    """Return one field of a figure in words; what its source leaves open is marked so."""
    words = _spell_cell(field, figure, context)
    if field != "as_of" or field not in supplied_in(figure):
        return as_supplied(words, field, figure)
    return "; ".join(filter(None, (NOT_STATED, spell_stated_on(figure))))


def _spell_cell(field: Field, figure: Figure, context: Context) -> str:
    cell = figure[field]
    if field == "period_start" and cell is None and figure["measure"] in context.casualties:
        return NOT_STATED
    if not cell:
        return SILENCE.get(field, NOT_STATED)
    if isinstance(cell, str) and field in ("period_start", "as_of"):
        return spell(cell)
    if field == "bound":
        return ONE_VALUE if is_one_value(figure) else BOUND_MEANINGS[figure["bound"]]
    if field == "evidence":
        return EVIDENCE_MEANINGS[figure["evidence"]]
    known = context.names.get(field)
    keys = (cell,) if isinstance(cell, str) else cell
    return " and ".join(keys if known is None else (known[key] for key in keys))


def applies(field: Field, figure: Figure) -> bool:
    """Return whether a field says something of a figure: nobody is counted in a height."""
    return field != "population" or figure["population"] is not None


def fields_told(figure: Figure, context: Context) -> dict[str, str]:
    """Return what the record of one figure lists: each field that applies, in words."""
    state = is_state(figure, context)
    told = {}
    for field, name in LABELS.items():
        if field in ("unit", "source") or not applies(field, figure):
            continue
        if state and field == "period_start":
            continue
        told[DAY_OF_STATE if state and field == "as_of" else name] = spell_field(
            field, figure, context
        )
    return told


def reference(figure: Figure, context: Context) -> str:
    """Return a figure that a sentence points to: its value, what, among whom, who, and when."""
    fields: tuple[Field, ...] = ("measure", "population", "claimant")
    about = [spell_field(field, figure, context) for field in fields if applies(field, figure)]
    about.append(spell_known_time(figure) or "its date not stated")
    return f"{spell_short(figure)} ({'; '.join(about)})"
