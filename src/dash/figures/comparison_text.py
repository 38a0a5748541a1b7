"""A comparison of two figures in plain sentences, written from its fields alone."""

from dash.counting import listed
from dash.dates import spell, spell_when
from dash.figures.agreement import AS_GOOD_AS_SAME, DECIDING, TOLD, Agreement, Finding
from dash.figures.comparability import Comparison, Verdict
from dash.figures.comparison_numbers import said_of_numbers
from dash.figures.comparison_relatives import said_of_relatives
from dash.figures.comparison_words import AGREEMENTS, Named, label, named, spell_field
from dash.figures.context import Context
from dash.figures.periods import day_between, period_of, spell_length
from dash.figures.words import is_forecast
from dash.markdown import ended, sentence


def sentences(comparison: Comparison, context: Context) -> list[str]:
    """Return what a comparison found: the answer first, then why, then what is shared.

    Every field that means something for one of the two stands in the sentences once, by its
    label.
    """
    if comparison.verdict is Verdict.ONE_FIGURE:
        return ["This is one and the same figure, so there is nothing to compare."]
    names = named(comparison)
    words = {
        found.field: _in_words(found, comparison, names, context) for found in comparison.findings
    }
    told = [
        _answer(comparison, names, context),
        *_remarks(comparison, names),
        *_reach(comparison, context),
        *(words[field] for field in DECIDING),
        _left_open(comparison, names),
        *said_of_relatives(comparison, names, context),
        *said_of_numbers(comparison, names),
        *(words[field] for field in TOLD),
        _shared(comparison),
    ]
    return [words for words in told if words]


def field_rows(comparison: Comparison, context: Context) -> list[tuple[str, str, str, str]]:
    """Return each field with what the first and the second figure say, and how they agree."""
    return [
        (
            sentence(label(found.field, comparison)),
            spell_field(found.field, comparison.a, context),
            spell_field(found.field, comparison.b, context),
            AGREEMENTS[found.agreement],
        )
        for found in comparison.findings
    ]


def _answer(comparison: Comparison, names: Named, context: Context) -> str:
    a, b = ("the first", "the second") if comparison.leading != "b" else ("the second", "the first")
    verdict, verb = comparison.verdict, "speak of" if comparison.states else "count"
    pair = f"{names.a} and {names.b}"
    if names.a == "the first":
        pair = f"{names.first} and {names.second}"
    if verdict is Verdict.TOLD_TWICE:
        return sentence(f"{pair} are one figure, told twice: {_how_again(comparison)}.")
    answer = {
        Verdict.REPLACED: f"{a} replaced {b}{_since(comparison)}. Only {a} still stands.",
        Verdict.PART: f"{a} is recorded as a part of {b}. What it counts is inside that number "
        "already; the two do not compete, and their sum would count it twice.",
        Verdict.SAME_QUANTITY: "as far as their records say, "
        f"{'two accounts' if comparison.states else 'two counts'} of the same.",
        Verdict.TWO_PERIODS: f"{Verdict.TWO_PERIODS.value}{_of_one_length(comparison)}.",
        Verdict.TWO_DATES: _at_two_dates(comparison, context),
        Verdict.BEFORE_AND_AFTER: _before_and_after(comparison, context),
        Verdict.UNCLEAR: f"whether they {verb} the same cannot be told from what is on record.",
        Verdict.TWO_UNITS: "they are given in different units, and neither is converted here, so "
        "that nothing is said of whether they agree.",
        Verdict.NOT_COMPARABLE: f"as recorded, they do not {verb} the same. Each answers another "
        "question, and neither confirms or corrects the other.",
    }[verdict]
    return sentence(f"{pair}: {answer}")


def _how_again(comparison: Comparison) -> str:
    """Say how one number comes to be told twice: as another cut, repeated, rounded or reworded."""
    a, b = comparison.a, comparison.b
    people = ("measure", "population", "period_start", "area")
    if set(comparison.fields(Agreement.DIFFERENT)).intersection(people):
        return "the same cases, recorded under two headings"
    if (a["low"], a["best"], a["high"]) == (b["low"], b["best"], b["high"]):
        return "the same number"
    rounded = "about" in (a["bound"], b["bound"]) and {"about", "exact"} >= {a["bound"], b["bound"]}
    if rounded and comparison.both_can_hold:
        return "the same number, rounded"
    return "the same statement, in other words"


def _since(comparison: Comparison) -> str:
    newer = comparison.a if comparison.leading == "a" else comparison.b
    return f" {spell_when(newer['stated_on'])}" if newer["stated_on"] else ""


def _of_one_length(comparison: Comparison) -> str:
    period = period_of(comparison.a)
    return f" of {spell_length(period)} each" if period else ""


def _at_two_dates(comparison: Comparison, context: Context) -> str:
    if comparison.states:
        one = comparison.agreement("claimant") in AS_GOOD_AS_SAME
        return "one account at two dates." if one else "two accounts, at two dates."
    series = comparison.a["series"]
    if series is not None and series == comparison.b["series"]:
        return f"two points of one series, {context.names['series'][series]}, not two opinions."
    return "one count at two dates, not two opinions."


def _before_and_after(comparison: Comparison, context: Context) -> str:
    day = day_between(comparison.a, comparison.b)
    if day is None:
        return ""
    event = context.events.get(day.isoformat())
    on_that_day = f" On that day: {event}." if event else ""
    return f"the same count, before and after {spell(day.isoformat())}.{on_that_day}"


def _in_words(found: Finding, comparison: Comparison, names: Named, context: Context) -> str:
    """Return the sentence of a field in which the two do not agree; nothing where they do."""
    if found.agreement in (Agreement.SAME, Agreement.NONE, Agreement.NOT_STATED):
        return ""
    first, second = (
        spell_field(found.field, figure, context) for figure in (comparison.a, comparison.b)
    )
    head, both = label(found.field, comparison), f"{first} ({names.a}), {second} ({names.b})"
    told_twice = comparison.verdict is Verdict.TOLD_TWICE
    if found.agreement is Agreement.LESS_PRECISE and first == second:
        return sentence(f"{head} may be the same: both say {first}, and leave the day open.")
    if found.agreement is Agreement.ONE_BODY:
        return sentence(f"{head} comes to one: {_speaks_for(comparison, context)}.")
    if found.agreement is Agreement.ONE_SIDE:
        side = context.names["claimant"][context.bodies(comparison.a["claimant"])[-1]]
        return sentence(f"{head}: {both}; both act or speak for {side}.")
    unsaid = None in (comparison.a[found.field], comparison.b[found.field])
    worded = AGREEMENTS[Agreement.NOT_STATED] if unsaid else "worded differently"
    how = {
        Agreement.DIFFERENT: ", as each has it" if told_twice else " differs",
        Agreement.LESS_PRECISE: " may be the same",
        Agreement.ONE_SERIES: f" is {worded}, but is one in this series",
    }[found.agreement]
    return sentence(f"{head}{how}: {both}.")


def _speaks_for(comparison: Comparison, context: Context) -> str:
    ours = context.bodies(comparison.a["claimant"])
    ordered = (comparison.a, comparison.b)[:: 1 if comparison.b["claimant"] in ours else -1]
    lower, upper = (spell_field("claimant", figure, context) for figure in ordered)
    return f"{lower} acts or speaks for {upper}"


def _left_open(comparison: Comparison, names: Named) -> str:
    """List what is not stated, and of which of the two."""
    silent = {("a",): names.a, ("b",): names.b, ("a", "b"): "both"}
    fields = [
        f"{label(found.field, comparison)} ({silent[found.open_in]})"
        for found in comparison.findings
        if found.open_in
    ]
    return f"Not stated: {', '.join(fields)}." if fields else ""


def _remarks(comparison: Comparison, names: Named) -> list[str]:
    """Give what the record says must stand beside a number: planned, expected, additional only."""
    pairs = ((names.first, comparison.a), (names.second, comparison.b))
    told = [
        ended(f"To be known of {subject}: {figure['callout']}")
        for subject, figure in pairs
        if figure["callout"]
    ]
    if is_forecast(comparison.a) != is_forecast(comparison.b):
        first, second = (names.first, names.second)[:: 1 if is_forecast(comparison.a) else -1]
        told.append(sentence(f"{first} was expected when it was said, and {second} was not."))
    return told


def _reach(comparison: Comparison, context: Context) -> list[str]:
    """Say what one body's counts take in or leave out, where another's of the same do not."""
    a, b = comparison.a, comparison.b
    reaches = context.reach_of(a), context.reach_of(b)
    if a["measure"] != b["measure"] or comparison.agreement("claimant") in AS_GOOD_AS_SAME:
        return []
    if reaches[0] == reaches[1]:
        return []
    return [
        f"The counts of {spell_field('claimant', figure, context)} {words}."
        for figure, words in zip((a, b), reaches, strict=True)
        if words
    ]


def _shared(comparison: Comparison) -> str:
    same = [label(field, comparison) for field in comparison.fields(Agreement.SAME)]
    if not same:
        return "In none of their fields are they known to be the same."
    return f"The same in both: {listed(same)}."
