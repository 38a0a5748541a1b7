"""Figures beside two that are compared: what they are parts of, what tells more or replaced."""

from dash.figures.agreement import Field
from dash.figures.comparability import Comparison, Verdict, compare
from dash.figures.comparison_words import Named, reference
from dash.figures.context import Context
from dash.markdown import sentence
from dash.schema.rows import Figure


def said_of_relatives(comparison: Comparison, names: Named, context: Context) -> list[str]:
    """Return sentences that point to the figures to look at beside the two, or in their place."""
    a, b = comparison.a, comparison.b
    pairs = ((names.first, a, b), (names.second, b, a))
    told = [
        sentence(words)
        for subject, figure, other in pairs
        for words in (
            _successor(subject, figure, other, context),
            _telling(subject, figure, comparison, context),
        )
        if words
    ]
    if comparison.common_whole:
        common = reference(context.figure(comparison.common_whole), context)
        return [*told, f"Both are recorded as parts of one number: {common}."]
    if comparison.verdict in (Verdict.PART, Verdict.TOLD_TWICE):
        return told
    return told + [
        sentence(
            f"{subject} is recorded as a part of another number, which is the one to set it "
            f"beside: {reference(whole, context)}."
        )
        for subject, figure, other in pairs
        if (whole := _whole_like(figure, other, context)) is not None
    ]


def _successor(subject: str, figure: Figure, other: Figure, context: Context) -> str:
    newer = context.successors.get(figure["id"])
    if newer is None or newer == other["id"]:
        return ""
    stands = reference(context.figure(newer), context)
    return f"{subject} no longer stands. In its place there is a newer number: {stands}."


def _telling(subject: str, figure: Figure, comparison: Comparison, context: Context) -> str:
    """Point to another telling of a figure that says more of what it counts."""
    others = context.tellings(figure["id"]) - {comparison.a["id"], comparison.b["id"]}
    if comparison.verdict is Verdict.TOLD_TWICE or not others:
        return ""
    fullest = min(sorted(others), key=lambda key: _silence(context.figure(key)))
    if _silence(context.figure(fullest)) >= _silence(figure):
        return ""
    return (
        f"{subject} is told again, with more said of it: "
        f"{reference(context.figure(fullest), context)}."
    )


def _silence(figure: Figure) -> int:
    return len(figure["supplied"])


def _whole_like(figure: Figure, other: Figure, context: Context) -> Figure | None:
    """Return what a figure is a part of, where that counts among whom the other figure does."""
    if figure["subset_of"] is None or figure["population"] == other["population"]:
        return None
    whole = context.figure(figure["subset_of"])
    fields: tuple[Field, ...] = ("measure", "unit", "population", "area")
    like = all(whole[field] == other[field] for field in fields)
    # What was counted over another time is not the one to set it beside.
    apart = like and compare(whole, other, context).verdict is Verdict.NOT_COMPARABLE
    return whole if like and not apart else None
