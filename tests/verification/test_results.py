"""Tests of dash.verification.results: what became of an anchor, in one line."""

import pytest

from dash.verification.anchors import Anchor
from dash.verification.matching import Passage
from dash.verification.results import AnchorResult, Status, spell_holding, spell_result

ANCHOR = Anchor("events", "quarrel", 2, "three people fell")
NEAREST = Passage(5, "four people fell", 0.9)


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (AnchorResult(ANCHOR, Status.ONCE, 2, (2,)), "found once, in P2"),
        (
            AnchorResult(ANCHOR, Status.REPEATED, 2, (2,)),
            "found more than once: “three people fell”",
        ),
        (
            AnchorResult(ANCHOR, Status.ELSEWHERE, 2, (4, 7)),
            "found elsewhere, in P4, P7: “three people fell”",
        ),
        (
            AnchorResult(ANCHOR, Status.DIFFERS, 2, (5,), NEAREST, ANCHOR.exact),
            "wording differs, in P5: three → four",
        ),
        (
            AnchorResult(ANCHOR, Status.MISSING, 2, sought=ANCHOR.exact),
            "missing: “three people fell”",
        ),
    ],
)
def test_a_result_says_what_where_and_which_words(result: AnchorResult, told: str) -> None:
    assert spell_result(result) == told


def test_only_what_was_found_once_holds_and_only_another_number_has_moved() -> None:
    assert [status for status in Status if AnchorResult(ANCHOR, status, 2).holds] == [Status.ONCE]
    assert [place for place in (1, 2, 3) if AnchorResult(ANCHOR, Status.ONCE, place).moved] == [
        1,
        3,
    ]


@pytest.mark.parametrize(
    ("holding", "total", "told"),
    [
        (6, 6, "6 of 6 anchors stand once in their paragraph."),
        (1, 2, "1 of 2 anchors stands once in its paragraph."),
        (0, 1, "0 of 1 anchor stand once in their paragraph."),
    ],
)
def test_how_many_hold_is_a_sentence(holding: int, total: int, told: str) -> None:
    assert spell_holding(holding, total) == told
