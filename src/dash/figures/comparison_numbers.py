"""What a comparison says of the two numbers: whether both can hold, and what lies between them."""

import math
from collections.abc import Callable
from dataclasses import replace

from dash.dates import last_day
from dash.figures.agreement import AS_GOOD_AS_SAME, Agreement
from dash.figures.comparability import Comparison, Verdict
from dash.figures.comparison_words import Named, is_odd
from dash.figures.intervals import Interval, allowed_by, half_unit, spell_end, spell_interval
from dash.figures.periods import TIMES
from dash.figures.units import is_amount, spell_quantity, unit_of_difference
from dash.figures.words import ends
from dash.markdown import sentence
from dash.schema.rows import Figure


def said_of_numbers(comparison: Comparison, names: Named) -> list[str]:
    """Return the sentences on the two numbers, each difference computable from what they show."""
    told = [*_values(comparison, names), *_arithmetic(comparison, names)]
    # What a number is read as is told where something was worked out from it.
    read = comparison.verdict in (Verdict.UNCLEAR, Verdict.SAME_QUANTITY)
    worked_out = (comparison.difference, comparison.share) != (None, None)
    return [*(_readings(comparison, names) if read or worked_out else ()), *told]


def have_one_value(a: Figure, b: Figure) -> bool:
    """Return whether two figures give one number, meant in one way."""
    return all(a[column] == b[column] for column in ("bound", "low", "best", "high"))


def _readings(comparison: Comparison, names: Named) -> list[str]:
    """Say as which values an approximate or an odd number is read."""
    told = []
    for subject, figure in ((names.first, comparison.a), (names.second, comparison.b)):
        read = spell_interval(allowed_by(figure), figure["unit"])
        best = figure["best"]
        if best is None:
            continue
        if figure["bound"] == "about" and half_unit(best):
            told.append(f"{subject} is read as {read}: that is what its rounding covers.")
        elif is_odd(figure):
            told.append(
                f"{subject} is read as {read}, since its source's best estimate, "
                f"{spell_quantity(figure['unit'], best)}, lies outside its source's own low and "
                "high."
            )
    if have_one_value(comparison.a, comparison.b):
        told = [words.replace(names.first, "each", 1) for words in told[:1]]
    return [sentence(words) for words in told]


def _values(comparison: Comparison, names: Named) -> list[str]:
    """Say whether the bounds leave room for both, as far as that says something."""
    same = comparison.verdict is Verdict.SAME_QUANTITY
    if not same and comparison.verdict is not Verdict.UNCLEAR:
        return []
    if have_one_value(comparison.a, comparison.b):
        unknown = "" if same else ", which confirms nothing as long as that is not known"
        return [f"They give the same number{unknown}."]
    if comparison.both_can_hold:
        return [f"They do not contradict each other: {_overlap(comparison, names)}."]
    if same and comparison.difference is not None:
        counts = "accounts" if comparison.states else "counts"
        higher = comparison.difference.low >= 0
        gap = comparison.difference if higher else _scaled(comparison.difference, -1)
        order = f"{names.second} is {'higher' if higher else 'lower'} than {names.first}"
        if gap.low == 0:  # an open floor begins where the other number ends
            return [f"Here two {counts} disagree: {order}."]
        by = spell_interval(gap, _unit_between(comparison))
        return [f"Here two {counts} disagree, by {by}: {order}."]
    verb = "speak of" if comparison.states else "count"
    return [f"Their values lie apart. That is a contradiction only if they do {verb} the same."]


def _overlap(comparison: Comparison, names: Named) -> str:
    ours, theirs = allowed_by(comparison.a), allowed_by(comparison.b)
    if theirs.holds(ours) and not theirs.is_point:
        return _inside(names.first, names.second, names.b, comparison.b, floor=_is_floor(ours))
    if ours.holds(theirs) and not ours.is_point:
        return _inside(names.second, names.first, names.a, comparison.a, floor=_is_floor(theirs))
    return "the two values are equal" if ours.is_point and theirs.is_point else "the two overlap"


def _inside(inner: str, outer: str, value: str, figure: Figure, *, floor: bool) -> str:
    if figure["bound"] in ("at_least", "more_than"):
        return f"{inner} is {'also ' * floor}{value}"
    return f"{inner} lies in {value if figure['bound'] == 'range' else f'what {outer} covers'}"


def _is_floor(interval: Interval) -> bool:
    return math.isinf(interval.high)


def _arithmetic(comparison: Comparison, names: Named) -> list[str]:
    """Give difference, ratio and share with their bounds, or say why there are none."""
    if comparison.verdict in (Verdict.TOLD_TWICE, Verdict.REPLACED):
        return ["So there is no difference to work out, and neither confirms the other."]
    if comparison.share is not None:
        return [_share(comparison, comparison.share, names)]
    if comparison.difference is None:
        return _refusal(comparison)
    if have_one_value(comparison.a, comparison.b) and comparison.verdict is Verdict.SAME_QUANTITY:
        return []
    apart = comparison.verdict is Verdict.SAME_QUANTITY and not comparison.both_can_hold
    between = _unit_between(comparison)
    told = [] if apart else [sentence(_difference(comparison.difference, names, between))]
    told += _times(comparison, names)
    if comparison.verdict is Verdict.TWO_DATES:
        told.append(
            "By this account, what lies between the two is the net change between the two dates."
        )
    if comparison.agreement("claimant") not in AS_GOOD_AS_SAME:
        disagreement = "" if comparison.both_can_hold else "a disagreement, "
        told.append(
            "Each may go by rules of its own: what lies between the two numbers is "
            f"{disagreement}not a count of anything."
        )
    return told


def _times(comparison: Comparison, names: Named) -> list[str]:
    """Say how many times the first the second is, where the bounds say anything of it."""
    if comparison.ratio is None or comparison.ratio.low == 0 or _is_floor(comparison.ratio):
        return []
    times = _outward(comparison.ratio, 2)
    if (times.low, times.high) == (1, 1):
        return []
    return [sentence(f"{names.second} is {spell_interval(times, 'times')} {names.first}.")]


def _refusal(comparison: Comparison) -> list[str]:
    if comparison.verdict is Verdict.TWO_DATES and not comparison.states:
        return _change_of_total(comparison)
    if comparison.verdict is Verdict.PART:
        return [f"No share is worked out, because {_why_no_share(comparison)}."]
    reason = {
        Verdict.TWO_DATES: "between two dates it may be a change, and between two accounts a "
        "disagreement: the numbers do not tell which",
        Verdict.UNCLEAR: "what is not stated cannot be taken to be the same",
        Verdict.BEFORE_AND_AFTER: "the two were not read in one place, and each may be counted anew"
        if comparison.agreement("source") is not Agreement.SAME
        else "the two times are not of the same length",
        Verdict.TWO_UNITS: "the two are not in one unit",
        Verdict.NOT_COMPARABLE: "one number less the other would mix what the two count",
    }[comparison.verdict]
    return [f"No difference and no ratio are worked out, because {reason}."]


def _why_no_share(comparison: Comparison) -> str:
    if comparison.below_zero:
        return "of what may be below zero, a part can be larger than the whole"
    if comparison.agreement("claimant") not in AS_GOOD_AS_SAME:
        return "they are not known to come from one claimant"
    if any(comparison.agreement(field) not in AS_GOOD_AS_SAME for field in TIMES):
        return "they are not known to count over the same time"
    return "the bounds leave it open"


def _change_of_total(comparison: Comparison) -> list[str]:
    """Say of a running total what its two points do not show."""
    a, b = comparison.a, comparison.b
    if ends(a) == ends(b):
        return [
            "The number is the same at both dates. That does not show that nothing happened in "
            "between: what did may lie within its bounds, or not be counted yet."
        ]
    earlier, later = sorted((a, b), key=lambda figure: last_day(figure["as_of"]))
    if comparison.may_fall:
        return [
            "No difference and no ratio are worked out, because the later number takes in the time "
            "of the earlier one, which may also have been worked out anew in between."
        ]
    cases = "amounts" if is_amount(a["unit"]) else "cases"
    if _has_fallen(earlier, later):
        return [
            "The later number is the lower one, although a total from one start cannot fall: "
            f"{cases} were taken out or counted anew, or the number was rounded or relayed wrongly."
        ]
    return [
        "No difference and no ratio are worked out, because the later number may also hold "
        f"earlier {cases} that were found, or counted anew, in between: what lies between the two "
        "is not a count of the time between the two dates."
    ]


def _has_fallen(earlier: Figure, later: Figure) -> bool:
    """Return whether the later number is lower, and does not lie in what the earlier covers."""
    (low, high), (later_low, later_high) = ends(earlier), ends(later)
    lower = later_low <= low and later_high <= high
    before, after = allowed_by(earlier), allowed_by(later)
    # A minimum below a number says nothing against it.
    minimum = _is_floor(after) and not _is_floor(before)
    return lower and not minimum and not before.holds(after)


def _share(comparison: Comparison, share: Interval, names: Named) -> str:
    part, whole = names.first, names.second
    if comparison.leading == "b":
        part, whole = whole, part
    # "Up to 100 %" is empty where a part may be anything up to the whole.
    bound = replace(share, high=math.inf) if share.low < share.high == 1 else share
    percent = _outward(_scaled(bound, 100), 1, whole=100)
    return sentence(f"{part} is {spell_interval(percent, '%')} of {whole}.")


def _unit_between(comparison: Comparison) -> str:
    """Return the unit of what lies between two numbers, which are in one unit."""
    return unit_of_difference(comparison.a["unit"])


def _difference(difference: Interval, names: Named, unit: str) -> str:
    a, b = names.first, names.second
    if difference.low == difference.high == 0:
        return f"{a} and {b} are the same number."
    if difference.low > 0 or (difference.low == 0 and difference.low_open):
        return _apart(difference, f"{b} is higher than {a}", unit)
    if difference.high < 0 or (difference.high == 0 and difference.high_open):
        return _apart(_scaled(difference, -1), f"{b} is lower than {a}", unit)
    ways = [
        f"{way} by {'up to ' * math.isfinite(end)}{spell_end(abs(end), unit)}"
        for way, end in (("lower", difference.low), ("higher", difference.high))
        if end
    ]
    equal = ["equal"] if len(ways) == 1 else []
    return f"the bounds leave open which is higher: {b} may be {', or '.join(equal + ways)}."


def _apart(gap: Interval, words: str, unit: str) -> str:
    if gap.low > 0:
        return f"{words} by {spell_interval(gap, unit)}."
    return f"{words}." if math.isinf(gap.high) else f"{words} by up to {spell_end(gap.high, unit)}."


def _scaled(interval: Interval, factor: float) -> Interval:
    ends = (interval.low * factor, interval.high * factor)
    flags = (interval.low_open, interval.high_open)
    if factor < 0:
        ends, flags = ends[::-1], flags[::-1]
    return Interval(*ends, *flags)


def _outward(interval: Interval, decimals: int, whole: float = math.inf) -> Interval:
    """Round to some decimals; of two ends, the low one down and the high one up.

    Next to nothing, and next to the whole, two digits that say something are kept: 0.007 %, and
    99.99 %, are neither 0 nor 100 %.
    """
    low, high = interval.low, interval.high
    if interval.is_point:
        low = high = round(low, _decimals(min(low, whole - low), decimals))
    else:
        low = _to_step(low, _decimals(min(low, whole - low), decimals), math.floor)
        high = high if math.isinf(high) else _to_step(high, _decimals(high, decimals), math.ceil)
    return Interval(low, high, interval.low_open, interval.high_open)


def _decimals(number: float, least: int) -> int:
    """Return how many decimals leave two significant digits of a small number."""
    small = 0 < number < math.pow(10, 1 - least)
    return 1 - math.floor(math.log10(number)) if small else least


def _to_step(number: float, decimals: int, rounding: Callable[[float], int]) -> float:
    # Where a float is off by its last bits, as 1.1 times 100, it is the round number.
    step = math.pow(10, decimals)
    return rounding(round(number * step, 6)) / step
