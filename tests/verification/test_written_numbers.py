"""Tests of dash.verification.written_numbers: digits and number words, and what they mean."""

import pytest

from dash.verification.languages import ENGLISH, FRENCH, GERMAN, SPANISH, UNKNOWN, Language
from dash.verification.written_numbers import numbers_in


def _found(text: str, language: Language = ENGLISH) -> list[tuple[str, set[float]]]:
    return [(text[slice(*found.span)], set(found.values)) for found in numbers_in(text, language)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("14,000", {14_000, 14}),
        ("1 517", {1_517}),
        ("1.517", {1_517, 1.517}),
        ("3.5 million", {3.5, 35, 3_500_000, 35_000_000}),
        ("400k", {400, 400_000}),
        ("seven", {7}),
        ("twenty-five", {25}),
        ("two hundred and fifty thousand", {250_000}),
        ("three million two hundred thousand and seven", {3_200_007}),
        ("hundred", {100}),
        ("a dozen", {12}),
        ("thousands", {1_000}),
        ("٣٠", {30}),
        ("06:15", set()),
        ("18h32", set()),
        ("1" * 30, {float("1" * 30)}),
        ("1" * 31, set()),
        ("two" + " two" * 11, {24}),
        ("two" + " two" * 12, set()),
    ],
)
def test_what_a_number_can_mean(text: str, values: set[float]) -> None:
    ((words, found),) = _found(f"There were {text} of them.")
    assert words in text
    assert found == values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a 27-page report of a five-year-old", ["27", "five"]),
        ("the 20mm gun, 5km away, the 70th time", ["20", "5", "70"]),
        ("3,300 or 3,400, 12 and 13", ["3,300", "3,400", "12", "13"]),
        ("one man", ["one"]),
        ("one of them, no one, one another, one's own, one day he", []),
        ("an F-16 over G7 and MH17", []),
        ("the tent, often, and weight", []),
    ],
)
def test_where_numbers_stand(text: str, words: list[str]) -> None:
    assert [word for word, _ in _found(text)] == words


def test_words_of_other_languages() -> None:
    assert _found("zwei Brücken, zweihundertfünfzig Leute", GERMAN)[0] == ("zwei", {2})
    assert [word for word, _ in _found("zweihundertfünfzig und ein Hund", GERMAN)] == [
        "zweihundertfünfzig"
    ]
    assert _found("trois cents morts", FRENCH) == [("trois cents", {300})]
    assert _found("quatre millions d'euros", FRENCH) == [("quatre millions", {4_000_000})]
    assert _found("dos mil soldados", SPANISH) == [("dos mil", {2_000})]


def test_of_a_language_that_is_not_known_digits_are_found() -> None:
    assert _found("två broar och 12 hus", UNKNOWN) == [("12", {12})]
