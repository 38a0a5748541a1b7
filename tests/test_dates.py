"""Tests of dash.dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash.dates import days_meant, first_day, last_day, spell, spell_period


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
