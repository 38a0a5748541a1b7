"""Tests of dash.schema.calendar_words: no word is two months, so that a date has one meaning."""

import re

from dash.schema.calendar_words import CALENDARS, month_of, weekday_of


def test_every_language_has_a_year_and_a_week() -> None:
    assert {(len(each.months), len(each.weekdays)) for each in CALENDARS.values()} == {(12, 7)}


def test_no_language_calls_another_month_by_the_same_word() -> None:
    for calendar in CALENDARS.values():
        for number, forms in enumerate(calendar.months, 1):
            for word in re.sub(r".\?", "", forms).split("|"):
                assert month_of(word.upper()) == number
        for number, forms in enumerate(calendar.weekdays, 1):
            for word in re.sub(r".\?", "", forms).split("|"):
                assert weekday_of(word) == number


def test_what_is_no_month_is_none() -> None:
    assert month_of("autumn") is None
    assert weekday_of("today") is None
