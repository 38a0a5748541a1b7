"""Tests of dash.verification.items: what an article holds."""

import pytest

from dash.verification.items import Kind, items_of
from dash.verification.languages import LANGUAGES
from tests.yardstick import within


def test_each_thing_is_one_kind_in_the_order_of_the_article() -> None:
    copy = [
        "On Tuesday 5 May 2020 the mayor of Upton said “we pay 12 pounds in May” to three.",
        "Nothing.",
        "In 2019 it was the Bank.",
    ]
    found = [(item.paragraph, item.kind, item.words) for item in items_of(copy, LANGUAGES["en"])]
    assert found == [
        (1, Kind.DATE, "Tuesday"),
        (1, Kind.DATE, "5 May 2020"),
        (1, Kind.NAME, "Upton"),
        (1, Kind.QUOTATION, "we pay 12 pounds in May"),
        (1, Kind.NUMBER, "three"),
        (3, Kind.DATE, "2019"),
        (3, Kind.NAME, "Bank"),
    ]


def test_things_side_by_side_and_hundreds_of_them_are_all_found() -> None:
    beside = items_of(["4月13日12"], LANGUAGES["en"])
    assert [item.words for item in beside] == ["4月13日", "12"]
    found = items_of(["May 2019, " * 300 + "and seven"], LANGUAGES["en"])
    assert (len(found), found[-1].words) == (301, "seven")


def test_a_small_word_at_the_start_of_a_sentence_belongs_to_no_name() -> None:
    (item,) = items_of(["An Upton affair."], LANGUAGES["en"])
    assert item.words == "Upton"


@pytest.mark.parametrize(
    "part",
    ["x", "A", "1,", '"a" ', "'a ", "Ab of ", "two ", "einund", "12. ", "2020-", "Mr. ", "today "],
)
@pytest.mark.timing
def test_hostile_text_takes_time_in_step_with_its_length(part: str) -> None:
    copy = [part * (300_000 // len(part))]
    with within(3):
        items_of(copy, LANGUAGES["de" if part == "einund" else "en"])
