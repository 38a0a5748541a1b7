"""Tests of numbers with their units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash.figures.units import (
    MINUS,
    is_amount,
    names_itself,
    spell_number,
    spell_quantity,
    unit_of_difference,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1234.0, "1,234"),
        (2.5, "2.5"),
        (0.0, "0"),
        (-0.0, "0"),
        (-1283.5, "\u22121,283.5"),
        (1e-7, "0.0000001"),
        (1e15, "1,000,000,000,000,000"),
    ],
)
def test_a_number_has_separators_and_the_decimals_that_it_has(number: float, words: str) -> None:
    assert spell_number(number) == words


@given(st.floats(-1e15, 1e15))
def test_a_number_in_words_is_that_number(number: float) -> None:
    assert float(spell_number(number).replace(",", "").replace(MINUS, "-")) == number


@pytest.mark.parametrize(
    ("unit", "numbers", "words"),
    [
        ("EUR million", (1283.5,), "EUR 1,283.5 million"),
        ("EUR million", (40, 45), "EUR 40 to 45 million"),
        ("EUR", (-3.2,), "EUR \u22123.2"),
        ("€ million", (1283.5,), "€1,283.5 million"),
        ("US$", (-3, 5), "\u2212US$3 to US$5"),
        ("million EUR", (3,), "3 million EUR"),
        ("%", (49.7,), "49.7 %"),
        ("°C", (-4, 3), "\u22124 to 3 °C"),
        ("°", (5.5,), "5.5 °"),
        ("TEU", (8,), "8 TEU"),
        ("MW", (8,), "8 MW"),  # the beginning of a currency's code, MWK
        ("people", (14000,), "14,000"),
        ("battalion tactical groups", (28,), "28 battalion tactical groups"),
        ("", (7,), "7"),
    ],
)
def test_a_unit_stands_behind_its_number_and_a_currency_before_it(
    unit: str, numbers: tuple[float, ...], words: str
) -> None:
    assert spell_quantity(unit, *numbers) == words


def test_between_two_percentages_lie_percentage_points() -> None:
    assert unit_of_difference("%") == "percentage points"
    assert unit_of_difference("EUR") == "EUR"


@pytest.mark.parametrize(
    ("unit", "amount"),
    [
        ("EUR million", True),
        ("€", True),
        ("%", True),
        ("°C", True),
        ("ships", False),
        ("people", False),
    ],
)
def test_money_and_signs_are_amounts_and_what_is_counted_is_none(unit: str, amount: bool) -> None:
    assert is_amount(unit) == amount


def test_a_unit_that_is_the_measure_says_what_is_measured() -> None:
    assert names_itself("ships", "Ships")
    assert not names_itself("people", "Troops")
