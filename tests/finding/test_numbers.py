"""Tests of dash.finding.numbers."""

import pytest

from dash.finding.numbers import numbers_in, plain_query


@pytest.mark.parametrize(
    "written",
    ["400,000", "400 000", "400000", "400.000", "400\u202f000", "400’000", "400 thousand", "400k",
     "0.4 million"],
)  # fmt: skip
def test_one_number_however_it_is_written(written: str) -> None:
    assert [number for *_, number in numbers_in(f"some {written} people")] == ["400000"]


def test_years_days_and_lists_are_not_run_together() -> None:
    assert [number for *_, number in numbers_in("13 April 2021, 2014 and 3.5")] == [
        "13", "2021", "2014", "3.5"
    ]  # fmt: skip


def test_where_a_number_stands() -> None:
    text = "about 14,000 dead"
    ((start, end, number),) = numbers_in(text)
    assert (text[start:end], number) == ("14,000", "14000")


def test_what_is_in_quotation_marks_is_left_as_it_stands() -> None:
    assert plain_query('"some 400,000 residents" 14,000').split() == [
        '"some', "400,000", 'residents"', '"14000"'
    ]  # fmt: skip


def test_a_number_of_any_length_is_taken_as_it_stands() -> None:
    assert [number for *_, number in numbers_in("9" * 5000)] == ["9" * 5000]
    assert [number for *_, number in numbers_in("007")] == ["7"]
