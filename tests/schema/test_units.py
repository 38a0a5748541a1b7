"""Tests of dash.schema.units: ships, and 1 ship."""

import pytest

from dash.schema.units import Unit, form_of, is_settled, singular, unit_of


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        ("ships", "ship"),
        ("armies", "army"),
        ("boxes", "box"),
        ("losses", "loss"),
        ("houses", "house"),
        ("ties", "tie"),
        ("people", "person"),
        ("violations per day", "violation per day"),
        ("battalion tactical groups", "battalion tactical group"),
        ("degrees Celsius", "degree Celsius"),
        ("aircraft", "aircraft"),
        ("series", "series"),
        ("cm a year", "cm a year"),
        ("Mbps", "Mbps"),
        ("%", "%"),
        ("", ""),
        ("killed", "killed"),
        # In doubt, and so left as they are.
        ("axes", "axes"),
        ("menus", "menus"),
        ("ships or boats", "ships or boats"),
    ],
)
def test_an_english_plural_loses_its_ending_where_a_rule_settles_it(unit: str, one: str) -> None:
    assert singular(unit) == one


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((1,), "ship"),
        ((1.0,), "ship"),
        ((-1,), "ship"),
        ((0,), "ships"),
        ((1.5,), "ships"),
        ((0.5,), "ships"),
        ((2,), "ships"),
        ((1, 3), "ships"),
        ((0, 1), "ships"),
    ],
)
def test_one_form_is_behind_one_and_the_other_behind_all_else(
    numbers: tuple[float, ...], words: str
) -> None:
    assert form_of(Unit("ships", {"one": "ship"}), *numbers) == words


def test_a_unit_is_the_text_of_its_cell() -> None:
    unit = unit_of("ships", {}, "en")
    assert (unit, hash(unit), f"{unit}", unit.one) == ("ships", hash("ships"), "ships", "ship")


def test_what_the_dossier_declares_goes_before_any_rule() -> None:
    assert unit_of("axes", {"axes": {"one": "axe"}}, "en").one == "axe"
    assert unit_of("Schiffe", {"Schiffe": {"one": "Schiff"}}, "de").one == "Schiff"


def test_no_english_rule_is_used_on_another_language() -> None:
    assert unit_of("navires", {}, "fr").one == "navires"
    assert unit_of("ships", {}, "en-GB").one == "ship"


@pytest.mark.parametrize(
    ("unit", "settled"), [("ships", True), ("axes", False), ("series", True), ("km", True)]
)
def test_what_is_left_to_ask_is_a_plural_that_no_rule_knows(unit: str, settled: bool) -> None:
    assert is_settled(unit_of(unit, {}, "en")) is settled


@pytest.mark.parametrize(
    ("numbers", "form"),
    [((1,), "wóz"), ((3,), "wozy"), ((5,), "wozów"), ((1, 3), "wozy"), ((0, 1), "wozów")],
)
def test_a_language_may_have_more_forms_than_two(numbers: tuple[float, ...], form: str) -> None:
    unit = unit_of("wozów", {"wozów": {"one": "wóz", "few": "wozy"}}, "pl")
    assert form_of(unit, *numbers) == form
