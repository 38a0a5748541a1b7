"""Tests of dash.figures.agreement: what two figures have to do with each other in one field."""

import pytest

from dash.figures.agreement import Agreement, find
from dash.schema.rows import Figure
from tests.factories import changed
from tests.figures.comparisons import FIGURE, context_with

STATE = changed(FIGURE, measure="troops", period_start=None)


@pytest.mark.parametrize(
    ("first", "second", "agreement"),
    [
        ("un", "un", Agreement.SAME),
        ("un", "office", Agreement.ONE_BODY),
        ("office", "un", Agreement.ONE_BODY),
        ("clerk", "aide", Agreement.ONE_SIDE),
        ("clerk", "office", Agreement.DIFFERENT),
        ("clerk", None, Agreement.NOT_STATED),
    ],
)
def test_who_acts_for_whom_is_no_other_claimant(
    first: str, second: str | None, agreement: Agreement
) -> None:
    a, b = changed(FIGURE, claimant=first), changed(FIGURE, id="b", claimant=second)
    assert find("claimant", a, b, context_with(a, b)).agreement is agreement


@pytest.mark.parametrize("field", ["measure", "unit", "evidence", "bound", "source"])
def test_a_word_is_the_same_only_letter_by_letter(field: str) -> None:
    b = changed(FIGURE, **{"id": "b", field: FIGURE[field][::-1]})  # type: ignore[literal-required]
    context = context_with(FIGURE, b)
    assert find(field, FIGURE, FIGURE, context).agreement is Agreement.SAME  # type: ignore[arg-type]
    assert find(field, FIGURE, b, context).agreement is Agreement.DIFFERENT  # type: ignore[arg-type]


def test_areas_are_the_same_in_any_order() -> None:
    a = changed(FIGURE, area=("east", "west"))
    b = changed(FIGURE, id="b", area=("west", "east"))
    assert find("area", a, b, context_with(a, b)).agreement is Agreement.SAME


@pytest.mark.parametrize(
    ("a", "b", "open_in"),
    [
        (changed(FIGURE, period_start=None), FIGURE, ("a",)),
        (FIGURE, changed(FIGURE, period_start=None), ("b",)),
        (
            changed(FIGURE, supplied=("period_start",)),
            changed(FIGURE, period_start=None),
            ("a", "b"),
        ),
    ],
)
def test_it_is_told_which_of_the_two_leaves_a_field_open(
    a: Figure, b: Figure, open_in: tuple[str, ...]
) -> None:
    b = changed(b, id="b")
    found = find("period_start", a, b, context_with(a, b))
    assert (found.agreement, found.open_in) == (Agreement.NOT_STATED, open_in)


def test_a_state_has_no_start_and_a_ship_no_population() -> None:
    a, b = changed(STATE, population=None), changed(STATE, id="b", population=None)
    for field in ("period_start", "population"):
        assert find(field, a, b, context_with(a, b)).agreement is Agreement.NONE


@pytest.mark.parametrize(
    ("first", "second", "agreement"),
    [
        ("2021-04-12", "2021-04-12", Agreement.SAME),
        ("2021-04-12", "2021-04-13", Agreement.DIFFERENT),
        ("2021-04", "2021-04", Agreement.LESS_PRECISE),
        ("2021-04", "2021-04-30", Agreement.LESS_PRECISE),
        ("2021-04-01", "2021-04", Agreement.LESS_PRECISE),
        ("2021-04", "2021-05-01", Agreement.DIFFERENT),
    ],
)
def test_dates_are_as_near_as_they_are_precise(
    first: str, second: str, agreement: Agreement
) -> None:
    a, b = changed(STATE, as_of=first), changed(STATE, id="b", as_of=second)
    assert find("as_of", a, b, context_with(a, b)).agreement is agreement
    assert find("as_of", b, a, context_with(a, b)).agreement is agreement
