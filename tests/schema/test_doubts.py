"""Tests of dash.schema.doubts: what has two meanings is told with both."""

import pytest

from dash.schema.doubts import (
    doubt_of_date,
    doubt_of_number,
    likely_bound,
    likely_date,
    likely_degrees,
    likely_id,
    likely_locator,
    likely_number,
)


@pytest.mark.parametrize(
    ("cell", "told"),
    [("1.517", "1517 if"), ("1,517", "1517 if"), ("0.517", ""), ("12.5", "")],
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


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        *(("autumn 2024", "2024 if no more"), ("about May 2024", "2024-05 if"), ("n/a", None)),
        *(("2024 (autumn)", "2024 if no more"), ("2024-05-06T14:30", "2024-05-06: only events")),
        ("18-23 octobre 2023", "2023-10-18 as the start and 2023-10-23 as the end"),
        ("30 October to 2 November 2024", "2024-10-30 as the start and 2024-11-02 as the end"),
        ("2010\u20132015", "2010 as the start and 2015 as the end"),
        ("23-18 October 2023", "2023-10 if no more"),
        ("Friday 13 February 2024", "2024-02-13, or the day that its weekday belongs to"),
    ],
)
def test_a_date_with_more_around_it_is_told_in_its_parts(cell: str, told: str | None) -> None:
    assert (likely_date(cell) or "").startswith(told or "")
    assert (likely_date(cell) is None) == (told is None)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("47\u00b0 18' 54\" N", "47.315"),
        ("0\u00b034'12\"O", "-0.57"),
        (
            "47.3155, 0.5701",
            "47.3155 into latitude and 0.5701 into longitude, as maps on the web do",
        ),
        ("47.3155", None),
        ("north", None),
    ],
)
def test_degrees_of_another_form_are_told(cell: str, told: str | None) -> None:
    assert likely_degrees(cell) == told


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        *(("Les Pieds dans l\u2019eau", "les-pieds-dans-l-eau"), ("Pr\u00e9fecture", "prefecture")),
        ("\u043c\u044d\u0440", None),
    ],
)
def test_an_id_is_made_of_a_name(cell: str, told: str | None) -> None:
    assert likely_id(cell) == told


def test_words_before_a_number_are_a_bound() -> None:
    assert likely_bound("Plus de") == "more_than"
    assert likely_bound("nearly") is None


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
        ("'1517", "1517"),
        ("env. 1 200", "1200, and about into bound"),
    ],
)
def test_a_number_with_more_around_it_is_told_in_its_parts(cell: str, told: str | None) -> None:
    assert likely_number(cell) == told


def test_a_bare_number_is_a_paragraph() -> None:
    assert likely_locator("10") == "P10 if it is a paragraph of the story"
