"""Tests of dash.verification.languages: the words of dates and numbers."""

import re

import pytest

from dash.verification.languages import LANGUAGES, UNKNOWN, Language, language_of


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_year_has_twelve_months_and_a_week_seven_days(language: Language) -> None:
    assert len(language.months) == 12
    assert len(language.weekdays) == 7
    re.compile(language.relative)


def test_a_language_is_told_by_its_tag() -> None:
    assert language_of("en-GB").name == "English"
    assert language_of("DE").name == "German"
    assert language_of("sv") is UNKNOWN
