"""Tests of dash.counting: one thing, or several."""

from dash.counting import count_of


def test_a_number_of_things_has_its_plural() -> None:
    told = [count_of(count, "record") for count in (0, 1, 2_000)]
    assert told == ["no records", "1 record", "2,000 records"]
