"""A comparison of two figures in plain sentences, written from its fields alone."""

import math
from dataclasses import replace

from dash.dates import spell
from dash.figures.comparability import (
    DECIDING,
    TOLD,
    Agreement,
    Comparison,
    Context,
    Field,
    Finding,
    Verdict,
)
from dash.figures.intervals import Interval, interval_of, spell_interval
from dash.figures.words import BOUND_MEANINGS, EVIDENCE_MEANINGS, spell_value
from dash.markdown import sentence
from dash.schema.rows import Figure

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
SILENCE = {"claimant": "nobody named", "population": "no people", "period_start": "a single date"}
AGREEMENTS = {
    Agreement.SAME: "same",
    Agreement.DIFFERENT: "different",
    Agreement.NOT_STATED: "not stated by both",
    Agreement.LESS_PRECISE: "one is less precise",
}


def sentences(comparison: Comparison, context: Context) -> list[str]:
    """Return what a comparison found: the answer first, then why, then what is shared.

    Every field stands in the sentences once, by its label.
    """
    if comparison.verdict is Verdict.ONE_FIGURE:
        return ["This is one and the same figure, so there is nothing to compare."]
    words = {found.field: _in_words(found, comparison, context) for found in comparison.findings}
    told = [
        _answer(comparison),
        *(words[field] for field in DECIDING),
        *_wholes(comparison, context),
        _values(comparison),
        *_arithmetic(comparison),
        *(words[field] for field in TOLD),
        _shared(comparison),
    ]
    return [words for words in told if words]


def field_rows(comparison: Comparison, context: Context) -> list[tuple[str, str, str, str]]:
    """Return each field with what the first and the second figure say, and how they agree."""
    return [
        (
            sentence(LABELS[found.field]),
            spell_field(found.field, comparison.a, context),
            spell_field(found.field, comparison.b, context),
            AGREEMENTS[found.agreement],
        )
        for found in comparison.findings
    ]


def spell_field(field: Field, figure: Figure, context: Context) -> str:
    """Return one field of a figure in words; what its source leaves open is marked so."""
    if field in figure["supplied"]:
        return f"not stated ({_spell_cell(field, figure, context)} stands in)"
    return _spell_cell(field, figure, context)


def _spell_cell(field: Field, figure: Figure, context: Context) -> str:
    cell = figure[field]
    if not cell:
        return SILENCE.get(field, "not stated")
    if field in ("period_start", "as_of"):
        return spell(cell)
    if field == "bound":
        return BOUND_MEANINGS[figure["bound"]]
    if field == "evidence":
        return EVIDENCE_MEANINGS[figure["evidence"]]
    known = context.names.get(field)
    keys = (cell,) if isinstance(cell, str) else cell
    words = " and ".join(keys if known is None else (known[key] for key in keys))
    return words.lower() if field == "measure" else words


def titles(comparison: Comparison) -> tuple[str, str]:
    """Return what the two figures are called in the sentences: their values, without best ones."""
    a, b = (
        spell_value({**figure, "best": figure["best"] if figure["low"] is None else None})
        for figure in (comparison.a, comparison.b)
    )
    return (a, b) if a != b else (f"the first {a}", f"the second {b}")


def _answer(comparison: Comparison) -> str:
    a, b = titles(comparison)
    if comparison.verdict is Verdict.PART:
        part, whole = (a, b) if comparison.part == "a" else (b, a)
        return sentence(
            f"{part} is recorded as a part of {whole}: what it counts is inside that number "
            "already. The two do not compete, and must not be added."
        )
    return sentence(
        {
            Verdict.SAME_QUANTITY: f"{a} and {b} can be compared: as far as their records say, "
            "they are two counts of the same.",
            Verdict.TWO_PERIODS: f"{a} and {b} can be compared: they come from one source and "
            "count the same over two periods of the same length.",
            Verdict.TWO_DATES: f"{a} and {b} are one count at two dates, not two opinions.",
            Verdict.UNCLEAR: f"Whether {a} and {b} count the same cannot be told from what "
            "their sources state.",
            Verdict.NOT_COMPARABLE: f"{a} and {b} do not count the same. Both can be right at "
            "once, and neither confirms or corrects the other.",
        }[comparison.verdict]
    )


def _wholes(comparison: Comparison, context: Context) -> list[str]:
    """Say what the figures are parts of, where that is not the other one."""
    if comparison.part:
        return []
    if comparison.common_whole:
        common = _reference(context.figure(comparison.common_whole), context)
        return [f"Both are recorded as parts of one number: {common}."]
    pairs = ((comparison.a, comparison.b), (comparison.b, comparison.a))
    return [
        sentence(
            f"{title} is recorded as a part of another number, which is the one to set it "
            f"beside: {_reference(whole, context)}."
        )
        for title, (figure, other) in zip(titles(comparison), pairs, strict=True)
        if (whole := _whole_like(figure, other, context)) is not None
    ]


def _whole_like(figure: Figure, other: Figure, context: Context) -> Figure | None:
    """Return what a figure is a part of, where that counts among whom the other figure does."""
    if figure["subset_of"] is None or figure["population"] == other["population"]:
        return None
    whole = context.figure(figure["subset_of"])
    like = all(whole[field] == other[field] for field in ("measure", "unit", "population"))
    return whole if like else None


def _reference(figure: Figure, context: Context) -> str:
    about = [spell_field(field, figure, context) for field in ("population", "claimant")]
    return f"{spell_value(figure)} ({'; '.join(about)}; as of {spell(figure['as_of'])})"


def _values(comparison: Comparison) -> str:
    """Say whether the bounds leave room for both, as far as that says something."""
    a, b = titles(comparison)
    if comparison.verdict not in (Verdict.UNCLEAR, Verdict.SAME_QUANTITY):
        return ""
    if comparison.both_can_hold:
        return f"They do not contradict each other: {_overlap(comparison, a, b)}."
    if any(figure["bound"] == "about" for figure in (comparison.a, comparison.b)):
        return "At least one of them is approximate, so they need not contradict each other."
    if comparison.verdict is Verdict.UNCLEAR:
        return "Their values lie apart. That is a contradiction only if they do count the same."
    return "Their values lie apart: here two counts disagree."


def _overlap(comparison: Comparison, a: str, b: str) -> str:
    ours, theirs = interval_of(comparison.a), interval_of(comparison.b)
    if theirs.holds(ours) and not theirs.is_point:
        return f"{a} fits “{b}”"
    if ours.holds(theirs) and not ours.is_point:
        return f"{b} fits “{a}”"
    return "the two values are equal" if ours.is_point and theirs.is_point else "the two overlap"


def _arithmetic(comparison: Comparison) -> list[str]:
    """Give difference, ratio and share with their bounds, or say why there are none."""
    a, b = titles(comparison)
    if comparison.share is not None:
        part, whole = (a, b) if comparison.part == "a" else (b, a)
        percent = _scaled(_outward(_open_at_one(comparison.share), 3), 100)
        return [sentence(f"{part} is {spell_interval(percent, '.3g', ' %')} of {whole}.")]
    if comparison.difference is not None:
        told = [sentence(_difference(comparison.difference, a, b))]
        if comparison.ratio is not None and not math.isinf(comparison.ratio.high):
            times = spell_interval(_outward(comparison.ratio, 2), ".6g", " times")
            told.append(sentence(f"{b} is {times} {a}."))
        if Agreement.SAME not in _agreements(comparison, "claimant"):
            told.append(
                "Each of the two counts by its own rules, so this is a difference between two "
                "counts, not a number of its own."
            )
        return told
    return [_refusal(comparison)]


def _refusal(comparison: Comparison) -> str:
    if comparison.verdict is Verdict.PART:
        reason = "they were not counted by the same hand over the same time"
        return f"No share is worked out, because {reason}."
    reason = {
        Verdict.TWO_DATES: "the later number may also hold earlier cases that were found, or "
        "counted anew, in between: the rise is not a count of the time between the two dates",
        Verdict.UNCLEAR: "what is not stated cannot be taken to be the same",
        Verdict.NOT_COMPARABLE: "between two numbers that count different things they would "
        "count nothing",
    }[comparison.verdict]
    return f"No difference and no ratio are worked out, because {reason}."


def _difference(difference: Interval, a: str, b: str) -> str:
    if difference.low == difference.high == 0:
        about = "about " if difference.approximate else ""
        return f"{a} and {b} are {about}the same number."
    if difference.low >= 0:
        return f"{b} is higher than {a} by {spell_interval(difference)}."
    if difference.high <= 0:
        return f"{b} is lower than {a} by {spell_interval(_scaled(difference, -1))}."
    lower = "any number" if math.isinf(difference.low) else f"{-difference.low:,.6g}"
    higher = "any number" if math.isinf(difference.high) else f"{difference.high:,.6g}"
    return (
        f"The bounds leave open which is higher: {b} may be lower by up to {lower}, "
        f"or higher by up to {higher}."
    ).replace("up to any number", "any number")


def _open_at_one(portion: Interval) -> Interval:
    """Return a share that may be anything up to the whole without the empty words "to 100 %"."""
    return replace(portion, high=math.inf) if portion.low < portion.high == 1 else portion


def _scaled(interval: Interval, factor: float) -> Interval:
    ends = (interval.low * factor, interval.high * factor)
    flags = (interval.low_open, interval.high_open)
    if factor < 0:
        ends, flags = ends[::-1], flags[::-1]
    return Interval(*ends, *flags, interval.approximate)


def _outward(interval: Interval, digits: int) -> Interval:
    """Round to some decimals; of two ends, the low one down and the high one up."""
    step = 10**digits
    if interval.is_point:
        low = high = round(interval.low, digits)
    else:
        low, high = math.floor(interval.low * step) / step, interval.high
        high = high if math.isinf(high) else math.ceil(high * step) / step
    return Interval(low, high, interval.low_open, interval.high_open, interval.approximate)


def _agreements(comparison: Comparison, field: Field) -> list[Agreement]:
    return [found.agreement for found in comparison.findings if found.field == field]


def _in_words(found: Finding, comparison: Comparison, context: Context) -> str:
    """Return the sentence of a field in which the two do not agree; nothing where they do."""
    label, (a, b) = LABELS[found.field], titles(comparison)
    first, second = (
        spell_field(found.field, figure, context) for figure in (comparison.a, comparison.b)
    )
    if found.agreement is Agreement.NOT_STATED:
        silent = {"a": a, "b": b}
        left = " ".join(silent[name] for name in found.open_in)
        return sentence(
            f"{label} is not stated for {'either' if len(found.open_in) == 2 else left}."
        )
    if found.agreement is Agreement.SAME:
        return ""
    verb = "differs" if found.agreement is Agreement.DIFFERENT else "may be the same"
    return sentence(f"{label} {verb}: {first} ({a}), {second} ({b}).")


def _shared(comparison: Comparison) -> str:
    same = [LABELS[field] for field in comparison.fields(Agreement.SAME)]
    if not same:
        return "In none of their fields are they known to be the same."
    listed = same[0] if len(same) == 1 else f"{', '.join(same[:-1])} and {same[-1]}"
    return f"The same in both: {listed}."
