"""Tests of dash.verification.matching: typesetting does not matter, words do."""

import pytest

from dash.verification.matching import Searcher, find, plain, side_by_side, typeset
from tests.yardstick import within


def _found(words: str, text: str) -> list[str]:
    passage = typeset(text)
    return [passage.original[start:end] for start, end in find(plain(words), passage)]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ('it\'s "so"', "He said it’s “so” today", "it’s “so”"),
        ("it’s «so»", 'it\'s "so"', 'it\'s "so"'),
        ("build-up – now", "a build‑up — now, a", "build‑up — now"),
        ("seven years", "for seven\u00a0years", "seven\u00a0years"),
        ("seven years", "for seven\r\n   years", "seven\r\n   years"),
        ("ceasefire", "the cease\u00adfire", "cease\u00adfire"),
        ("office", "the of\ufb01ce", "of\ufb01ce"),
        ("wait... now", "wait… now", "wait… now"),
        ("停火", "宣布停火协议", "停火"),
    ],
)
def test_words_are_found_however_they_are_typeset(words: str, text: str, found: str) -> None:
    assert _found(words, text) == [found]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("14,000 people", "13,000 people"),
        ("14,000 people", "114,000 people"),
        ("killed 14", "killed 14,000"),
        ("14", "3.14"),
        ("kill", "killed"),
        ("foe", "foes"),
        ("kill", "skill"),
        ("ill", "skill"),
        ("cafe", "café"),
        ("The toll", "the toll"),
        ("", "anything"),
    ],
)
def test_a_changed_word_is_not_found(words: str, text: str) -> None:
    assert _found(words, text) == []


def test_words_at_either_end_and_more_than_once_are_found() -> None:
    assert _found("foes", "foes and foes") == ["foes", "foes"]


def test_the_nearest_passage_is_told_with_its_paragraph() -> None:
    copy = [typeset(text) for text in ("They met.", "A fight has killed 13,000 people. So it is.")]
    passage = Searcher(copy).nearest("has killed 14,000 people")
    assert passage is not None
    assert (passage.paragraph, passage.text) == (2, "has killed 13,000 people")
    last = Searcher([typeset("They met.")] * 300 + copy[1:]).nearest("So it was.")
    assert last is not None
    assert (last.paragraph, last.text) == (301, "So it is.")


@pytest.mark.parametrize(
    "passage", ["has killed 14,000", "has killed about 14,000 people", "who killed 14,000 people"]
)
def test_the_nearest_passage_may_have_a_word_less_or_more(passage: str) -> None:
    copy = typeset(f"It is said: {passage}. Unquestionably nobody knows.")
    near = Searcher([copy]).nearest("has killed 14,000 people")
    assert near is not None
    assert near.text == passage


def test_a_passage_of_other_words_is_not_near() -> None:
    assert (
        Searcher([typeset("The harvest of that people was good")]).nearest(
            "has killed 14,000 people"
        )
        is None
    )
    assert Searcher([]).nearest("anything") is None


def test_wordings_are_cut_where_they_part() -> None:
    assert side_by_side("has “killed” 14,000 people", 'has "killed" 13,000 people') == [
        ("has “killed”", 'has "killed"', True),
        ("14,000", "13,000", False),
        ("people", "people", True),
    ]


def test_a_word_is_found_wherever_it_stands_again() -> None:
    assert _found("a a", "a a a") == ["a a", "a a"]
    assert _found("one", "one, one and done; one") == ["one", "one", "one"]


def test_giant_words_cost_no_time() -> None:
    sought = "has killed 14,000 people in the east"
    giant = "peopleintheeast" * 20_000
    copy = [typeset(f"{sought.replace(' ', f' {giant} ', 1)} killed {giant} people {giant}")]
    with within(1):
        Searcher(copy).nearest(sought)


@pytest.mark.timing
@pytest.mark.parametrize(
    ("sought", "standing"),
    [
        ("a b " * 700, "a a b " * 500),
        ("ab" * 700, "aab" * 500),
        ("a b " * 3_000, "a a b " * 3_000),
        ("a " * 3_000, "a " * 200_000),
    ],
    ids=["words", "letters", "thousands of words", "every word votes for every place"],
)
def test_the_same_again_and_again_costs_no_time(sought: str, standing: str) -> None:
    copy = [typeset(standing)]
    with within(2):
        Searcher(copy).nearest(sought)
        side_by_side(sought, standing[: len(sought)])


def test_what_would_take_long_is_one_run() -> None:
    again = "a b " * 1_000
    assert side_by_side(again, again) == [(again.strip(), again.strip(), True)]
    assert side_by_side(again, f"{again}c") == [(again.strip(), f"{again}c", False)]


def test_what_would_take_long_letter_by_letter_is_compared_word_by_word() -> None:
    words = [f"word{number}" for number in range(800)]
    passage = Searcher([typeset(" ".join(["other", *words[1:]]))]).nearest(" ".join(words))
    assert passage is not None
    assert passage.likeness == pytest.approx(799 / 800)
    assert Searcher([typeset("word5 " * 800)]).nearest(" ".join(words)) is None


def test_the_stop_after_a_passage_belongs_to_it_only_where_it_is_sought() -> None:
    searcher = Searcher([typeset("Nobody has killed 13,000 people; so it is.")])
    without, ending = searcher.nearest("killed 14,000 people"), searcher.nearest("14,000 people;")
    assert without is not None
    assert ending is not None
    assert (without.text, ending.text) == ("killed 13,000 people", "13,000 people;")
