"""Tests of dash.schema.plurals: the examples of Unicode's CLDR for each category."""

from typing import get_args

import pytest

from dash.schema.plurals import Category, category


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("en", {"one": (1, -1), "other": (0, 2, 1.5, 21)}),
        ("fr-FR", {"one": (0, 1, 1.5, 0.5), "other": (2, 2.5, 100)}),
        ("pl", {"one": (1,), "few": (2, 24, 104), "many": (0, 5, 12, 21, 114), "other": (1.5,)}),
        ("uk", {"one": (1, 21, 101), "few": (3, 22), "many": (0, 5, 11, 14, 111), "other": (1.5,)}),
        ("cs", {"one": (1,), "few": (2, 4), "many": (1.5,), "other": (0, 5, 22)}),
        (
            "ar-EG",
            {"zero": (0,), "one": (1,), "two": (2,), "few": (3, 10, 103), "many": (11, 99, 111)}
            | {"other": (100, 102, 200, 3.5)},
        ),
    ],
)
def test_a_number_is_of_the_category_of_its_language(
    language: str, numbers: dict[str, tuple[float, ...]]
) -> None:
    for name, each in numbers.items():
        assert name in get_args(Category)
        assert [category(language, number) for number in each] == [name] * len(each)
