"""Tests of dash.dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash.dates import days_meant, first_day, last_day, offset_of, order, spell, spell_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-04-13", date(2021, 4, 13), date(2021, 4, 13)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
    ],
)
def test_a_partial_date_means_every_day_in_it(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["2021-02-31", "2021-13", "0000"])
def test_a_day_that_the_calendar_lacks_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        first_day(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [("2021-04-13", "13 April 2021"), ("2021-04", "April 2021"), ("2014", "2014")],
)
def test_dates_are_spelled_as_precisely_as_they_are_known(text: str, words: str) -> None:
    assert spell(text) == words


def test_periods_name_each_end_once() -> None:
    assert spell_period("2014", "2021-04") == "2014 to April 2021"
    assert spell_period("2014", "2014") == "2014"
    assert spell_period(None, "2014") == "2014"
    assert spell_period(None, None) == "no date"


def test_periods_name_what_their_ends_share_once() -> None:
    assert spell_period("2021-04-01", "2021-04-07") == "1 to 7 April 2021"
    assert spell_period("2021-03-27", "2021-04-09") == "27 March to 9 April 2021"
    assert spell_period("2021-03", "2021-04") == "March to April 2021"
    assert spell_period("2021-03", "2021-04-13") == "March 2021 to 13 April 2021"
    assert spell_period("2020-04-13", "2021-04-13") == "13 April 2020 to 13 April 2021"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_its_own_first_and_last(day: date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2021-04-13", ("days", 1)),
        ("2021-04-01", ("days", 1)),
        ("2021-04-30", ("days", 1)),
        ("2021-04", ("months", 1)),
        ("2020-12", ("months", 1)),
        ("2020", ("months", 12)),
    ],
)
def test_the_length_of_a_date_is_whole_months_or_days(text: str, length: tuple[str, int]) -> None:
    assert days_meant(text).length == length


@pytest.mark.parametrize("text", ["2021-02-31", "2021-00", "2021-04-00", "0000-01", "2021-13"])
def test_the_last_day_is_refused_as_the_first_is(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        last_day(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1912-04-14T23:40", "14 April 1912, 23:40"),
        ("1912-04-14T23:40-02:58", "14 April 1912, 23:40"),
        ("0079-08-24", "24 August 79 AD"),
        ("0079", "79 AD"),
        ("2150", "2150"),
        ("9999-12-31T23:59Z", "31 December 9999, 23:59"),
    ],
)
def test_times_and_far_years_are_written_as_people_write_them(text: str, words: str) -> None:
    assert spell(text) == words


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("1912-04-14T23:40", ""),
        ("1912-04-14", ""),
        ("1912-04-14T23:40-02:58", "UTC\u22122:58"),
        ("2021-04-13T10:00+03:00", "UTC+3"),
        ("2021-04-13T10:00Z", "UTC"),
    ],
)
def test_a_time_says_how_far_it_is_from_utc(text: str, offset: str) -> None:
    assert offset_of(text) == offset


def test_times_are_sorted_by_the_instant_where_it_is_known() -> None:
    washington, moscow = "2021-04-13T23:00-04:00", "2021-04-14T05:00+03:00"
    assert sorted([washington, moscow], key=order) == [moscow, washington]
    assert sorted(["2021-04-13T09:00", "2021-04-13"], key=order)[0] == "2021-04-13"
    assert order("0001-01-01T00:00+14:00") == "0001-01-01T00:00+14:00"


def test_a_time_has_the_day_that_it_is_on() -> None:
    assert first_day("1912-04-14T23:40") == last_day("1912-04-14T23:40") == date(1912, 4, 14)
    assert spell_period("1912-04-14T23:40", "1912-04-14T23:59") == "14 April 1912, 23:40 to 23:59"
