"""Tests of dash.figures.comparison_words: what two figures, and their fields, are called."""

from dash.figures.comparability import Comparison, compare
from dash.figures.comparison_words import fields_told, is_odd, label, named, reference, spell_field
from dash.schema.rows import Figure
from tests.factories import changed
from tests.figures.comparisons import FIGURE, context_with


def _b(**cells: object) -> Figure:
    return changed(FIGURE, **{"id": "b", "low": 7.0, "high": 9.0, **cells})


def _compared(a: Figure, b: Figure) -> Comparison:
    return compare(a, b, context_with(a, b))


def test_numbers_are_called_by_their_values_unless_a_verb_would_misread_them() -> None:
    names = named(_compared(FIGURE, _b(bound="at_least", high=None)))
    assert (names.a, names.b) == ("100 to 120", "at least 7")
    assert (names.first, names.second) == ("100 to 120", "the second (at least 7)")


def test_two_equal_numbers_are_told_apart_by_their_place() -> None:
    names = named(_compared(FIGURE, changed(FIGURE, id="b")))
    assert (names.a, names.b) == ("the first", "the second")
    assert (names.first, names.second) == ("the first (100 to 120)", "the second (100 to 120)")


def test_a_best_estimate_outside_its_own_range_is_odd() -> None:
    assert is_odd(_b(best=12.0))
    assert not is_odd(_b(best=8.0))
    assert not is_odd(_b())


def test_a_field_says_what_its_source_leaves_open() -> None:
    context = context_with(FIGURE)
    assert spell_field("population", _b(supplied=("population",)), context) == (
        "Everyone (not stated)"
    )
    assert spell_field("area", _b(area=("east", "west")), context) == "The east and The west"
    assert spell_field("claimant", _b(claimant=None), context) == "nobody named"
    # A count of casualties begins somewhere; a number of troops need not.
    assert spell_field("period_start", _b(period_start=None), context) == "not stated"
    assert spell_field("period_start", _b(period_start=None, measure="troops"), context) == (
        "a single day"
    )
    said_in_may = _b(supplied=("as_of",), stated_on="2021-05")
    assert "not stated; said in May 2021" in spell_field("as_of", said_in_may, context)


def test_nothing_goes_up_to_a_date_where_both_are_states_on_a_day() -> None:
    state = {"measure": "troops", "period_start": None}
    states = _compared(changed(FIGURE, **state), _b(**state))
    assert label("as_of", states) == "the day it speaks of"
    assert label("as_of", _compared(FIGURE, _b())) == "the date it goes up to"


def test_a_record_lists_what_applies_to_its_figure() -> None:
    context = context_with(FIGURE)
    told = fields_told(FIGURE, context)
    assert (told["the group counted"], told["the start of the count"]) == (
        "Everyone",
        "14 April 2014",
    )
    state = _b(measure="troops", period_start=None, population=None)
    told = fields_told(state, context)
    assert not {"the group counted", "the start of the count", "the date it goes up to"} & {*told}
    assert told["the day it speaks of"] == "31 January 2021"
    assert "no people" not in reference(state, context)
    # Of casualties somebody is counted from some day on, stated or not.
    assert fields_told(_b(period_start=None), context)["the start of the count"] == "not stated"


def test_a_reference_has_what_among_whom_who_and_when() -> None:
    assert reference(FIGURE, context_with(FIGURE)) == (
        "100 to 120 (People killed; Everyone; The UN; 14 April 2014 to 31 January 2021)"
    )
