"""Tests of the few words beside a number."""

import pytest

from dash.figures.attribution import qualified, says

NAMES = {"mayor": "The mayor"}


def test_a_number_is_somebodys_or_nobodys() -> None:
    assert says({"claimant": "mayor"}, NAMES) == "says The mayor"
    assert says({"claimant": None}, NAMES) == "nobody is named"


@pytest.mark.parametrize(
    ("supplied", "stated_on", "words"),
    [
        (None, None, "as of 6 May 2020"),
        ("as_of", "2020-05-07", "said on 7 May 2020"),
        ("as_of", None, "date not stated"),
        ("population;as_of", None, "date and who is counted not stated"),
        ("population", None, "as of 6 May 2020; who is counted not stated"),
    ],
)
def test_what_a_source_leaves_open_is_told_as_not_stated(
    supplied: str | None, stated_on: str | None, words: str
) -> None:
    figure = {"supplied": supplied, "stated_on": stated_on, "as_of": "2020-05-06"}
    assert qualified(figure | {"period_start": None if not supplied else "2020"}) == words
