"""The text on any two figures by lot, held against what must never be said of a pair."""

from hypothesis import assume, given, settings

from dash.figures.comparability import Verdict, compare
from dash.figures.comparison_text import sentences
from dash.schema.rows import Figure
from tests.figures.comparisons import AFFILIATIONS, MEASURES, WHOLE, context_with, figures
from tests.figures.falsehoods import RULES, Row, Tables, broken_rules


@settings(max_examples=400)
@given(figures("a"), figures("b"))
def test_nothing_is_said_that_must_never_be(a: Figure, b: Figure) -> None:
    context = context_with(a, b, WHOLE)
    comparison = compare(a, b, context)
    assume(comparison.verdict is not Verdict.ONE_FIGURE)
    assume(not (a["replaces"] and b["replaces"]))  # nothing has two successors
    text = "\n".join(sentences(comparison, context))
    tables = Tables(
        {row["id"]: _cells(row) for row in (a, b, WHOLE)},
        AFFILIATIONS,
        MEASURES,
        frozenset(("total",)),
        frozenset(),
    )
    found = list(broken_rules(_cells(a), _cells(b), text, tables))
    assert not found, f"{found}: {text}"


def test_the_lots_are_held_against_all_rules() -> None:
    assert {"percent_between_percentages", "ratio_below_zero", "unit_left_out"} <= set(RULES)


def _cells(figure: Figure) -> Row:
    """Return a figure as the cells of its line in a CSV file."""
    return {column: _cell(value) for column, value in figure.items()}


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None else str(value)
