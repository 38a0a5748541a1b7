"""Tests of dash.verification.quotation_marks: what stands between quotation marks."""

import pytest

from dash.verification.quotation_marks import quotations_in


def _quoted(text: str) -> list[str]:
    return [text[slice(*span)] for span in quotations_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        'She said "we shall not pay" and left.',
        "She said “we shall not pay” and left.",
        "Sie sagte „we shall not pay“ und ging.",
        "Sie sagte „we shall not pay” und ging.",
        "Sie sagte »we shall not pay« und ging.",
        "Elle dit « we shall not pay » et partit.",
        "Ella dijo «we shall not pay» y se fue.",
        "Hon sade ”we shall not pay” och gick.",
        "She said 'we shall not pay' and left.",
        "She said ‘we shall not pay’ and left.",
        "Sie sagte ‚we shall not pay‘ und ging.",
        "Elle dit ‹we shall not pay› et partit.",
        "彼女は「we shall not pay」と言った。",
        "彼女は『we shall not pay』と言った。",
    ],
)
def test_the_marks_of_many_languages(text: str) -> None:
    assert _quoted(text) == ["we shall not pay"]


def test_several_quotations_of_a_paragraph_stand_apart() -> None:
    assert _quoted('"To pay," he said, "is to lose." She: "No."') == [
        "To pay,",
        "is to lose.",
        "No.",
    ]


def test_a_quotation_inside_another_is_a_part_of_it() -> None:
    assert _quoted("“They said ‘never’ to us.”") == ["They said ‘never’ to us."]
    assert _quoted("‘Pay’, he says. “They said ‘never’ to us.” Then: ‘Go’. “So.”") == [
        "Pay",
        "They said ‘never’ to us.",
        "Go",
        "So.",
    ]
    assert _quoted("“No.” ‘Go’, and “they said ‘never’.”") == ["No.", "Go", "they said ‘never’."]


@pytest.mark.parametrize(
    "text",
    ["The towns' toll and the mayor's bridge", "back in the '90s, the towns' toll", '""', "“ ”"],
)
def test_apostrophes_and_empty_marks_quote_nothing(text: str) -> None:
    assert _quoted(text) == []


def test_a_quotation_that_nothing_closes_runs_to_the_end_of_its_paragraph() -> None:
    assert _quoted("He said: “We shall not pay. Never") == ["We shall not pay. Never"]
    assert _quoted("a 'thing that nothing closes") == []


def test_an_apostrophe_inside_a_word_closes_nothing() -> None:
    assert _quoted("She said 'we don't pay' and left.") == ["we don't pay"]
    assert _quoted("She said ‘we don’t pay’ and left.") == ["we don’t pay"]


def test_a_mark_after_a_word_opens_nothing() -> None:
    assert _quoted('A plank of 12" and one more') == []
    assert _quoted('A 12"-plank, and one more') == []
