"""Tests of dash.verification.matching: typesetting does not matter, words do."""

import pytest

from dash.verification.matching import Searcher, find, plain, side_by_side, typeset


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
