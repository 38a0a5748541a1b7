"""Tests of dash.verification.written_dates: dates in signs and words, and what they say."""

import pytest

from dash.verification.languages import ENGLISH, FRENCH, GERMAN, SPANISH, UNKNOWN, Language
from dash.verification.written_dates import Reading, dates_in, reading_of


def _found(text: str, language: Language = ENGLISH) -> list[tuple[str, tuple[Reading, ...]]]:
    return [(text[slice(*found.span)], found.readings) for found in dates_in(text, language)]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("13 April 2021", Reading(2021, 4, 13)),
        ("13th of April 2021", Reading(2021, 4, 13)),
        ("April 13, 2021", Reading(2021, 4, 13)),
        ("July 2020", Reading(2020, 7)),
        ("Sept. 5", Reading(None, 9, 5)),
        ("March", Reading(None, 3)),
        ("Tuesday", Reading(weekday=1)),
        ("2014", Reading(2014)),
        ("1990s", Reading(1990)),
        ("2021-04-13", Reading(2021, 4, 13)),
        ("2021年4月13日", Reading(2021, 4, 13)),
        ("4月13日", Reading(None, 4, 13)),
    ],
)
def test_what_a_date_says(text: str, reading: Reading) -> None:
    assert _found(f"It was on {text}, they say.") == [(text, (reading,))]


def test_a_date_in_signs_is_read_in_both_orders_and_centuries() -> None:
    ((words, readings),) = _found("on 4/5/12.")
    assert words == "4/5/12"
    assert set(readings) == {
        Reading(year, *months) for year in (1912, 2012) for months in ((5, 4), (4, 5))
    }


def test_the_century_is_open_only_where_two_digits_say_the_year() -> None:
    ((_, readings),) = _found("on 4/5/1912.")
    assert {reading.year for reading in readings} == {1912}
    ((_, readings),) = _found("on 4/5/99.")
    assert {reading.year for reading in readings} == {1999, 2099}


@pytest.mark.parametrize("text", ["today", "Yesterday", "this year", "last week"])
def test_what_is_reckoned_from_today_says_no_day(text: str) -> None:
    assert _found(f"{text} they paid") == [(text, ())]


@pytest.mark.parametrize("text", ["they may march", "1,912 people", "20140 men", "1.912 men"])
def test_what_is_no_date(text: str) -> None:
    assert _found(text) == []


def test_months_and_days_of_other_languages() -> None:
    assert _found("am Dienstag, dem 13. April", GERMAN) == [
        ("Dienstag", (Reading(weekday=1),)),
        ("13. April", (Reading(None, 4, 13),)),
    ]
    assert _found("le 1er mai 1912", FRENCH) == [("1er mai 1912", (Reading(1912, 5, 1),))]
    assert _found("el 2 de mayo de 1808", SPANISH) == [
        ("2 de mayo de 1808", (Reading(1808, 5, 2),))
    ]
    assert _found("den 2 maj 1808", UNKNOWN) == [("1808", (Reading(1808),))]


def test_a_date_is_part_of_one_that_has_all_it_says() -> None:
    told = reading_of("2021-04-13")
    assert told == Reading(2021, 4, 13, 1)
    assert Reading(2021, 4).is_part_of(told)
    assert Reading(weekday=1).is_part_of(told)
    assert not Reading(weekday=2).is_part_of(told)
    assert not Reading(2021, 4, 13).is_part_of(reading_of("2021-04"))
