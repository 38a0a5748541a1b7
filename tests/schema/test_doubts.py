"""Tests of dash.schema.doubts: what has two meanings is told with both."""

import pytest

from dash.schema.doubts import (
    doubt_of_date,
    doubt_of_degrees,
    doubt_of_number,
    likely_locator,
    likely_number,
)


@pytest.mark.parametrize(
    ("cell", "told"),
    [("1.517", "1517 if"), ("1,517", "1517 if"), ("1,5", "1.5 if"), ("0.517", ""), ("12.5", "")],
)
def test_a_number_in_doubt_is_told_with_its_meanings(cell: str, told: str) -> None:
    assert (doubt_of_number(cell) or "").startswith(told)
    assert bool(doubt_of_number(cell)) == bool(told)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        *(("4/5/1912", "1912-05-04 or 1912-04-05"), ("4532", "1912-05-28 if a spreadsheet")),
        *(("44299", "2021-04-13 if a spreadsheet"), ("2021", ""), ("0079", ""), ("1912-04", "")),
    ],
)
def test_a_date_in_doubt_is_told_with_its_meanings(cell: str, told: str) -> None:
    assert (doubt_of_date(cell) or "").startswith(told)
    assert bool(doubt_of_date(cell)) == bool(told)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("12.05.24", "2024-05-12 or 1924-05-12"),
        ("5/12/24", "2024-12-05 or 2024-05-12 or 1924-12-05 or 1924-05-12"),
        ("31.5.24", "2024-05-31 or 1924-05-31"),
        ("32.5.24", None),
    ],
)
def test_a_year_of_two_digits_is_told_in_full(cell: str, told: str | None) -> None:
    assert doubt_of_date(cell) == told


def test_degrees_have_decimals_and_no_thousands() -> None:
    assert doubt_of_degrees("13,735") == "13.735 if the comma is a decimal one"
    assert doubt_of_degrees("13.735") is None


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("ca. 300", "300, and about into bound"),
        ("about 1,300", "1300, and about into bound"),
        (">300", "300, into low, and more_than into bound"),
        ("300+", "300, into low, and at_least into bound"),
        ("3\u20135", "3 into low, 5 into high and range into bound if it is a span"),
        ("1,300-1,500", "1300 into low, 1500 into high and range into bound if it is a span"),
        ("\u20ac 3.2 million", "3200000, or 3.2 where the unit says it: '\u20ac million'"),
        ("3,9 Mio", "3900000, or 3.9 where the unit says it: 'Mio'"),
        ("12 %", "12, and '%' into unit, if that is its unit"),
        ("EUR 1,200.50", "1200.50, and 'EUR' into unit, if that is its unit"),
        ("n/a", None),
        ("unknown", None),
        ("12", None),
        ("-5", None),
    ],
)
def test_a_number_with_more_around_it_is_told_in_its_parts(cell: str, told: str | None) -> None:
    assert likely_number(cell) == told


def test_a_bare_number_is_a_paragraph() -> None:
    assert likely_locator("10") == "P10 if it is a paragraph of the story"
