"""Tests of dash.verification.alignment: paragraphs that moved, and anchors that only seem to."""

import pytest

from dash.verification.anchors import Anchor
from dash.verification.results import Status
from dash.verification.verify import verify
from tests.verification.anchoring import anchors_in

SOUND = [f"words{n} of paragraph{n} that nobody else has" for n in range(1, 13)]


@pytest.mark.parametrize(
    ("copy", "moved"),
    [
        (SOUND, []),
        (["A new lead", *SOUND], list(range(1, 13))),
        ([*SOUND[:5], "Inserted", *SOUND[5:]], list(range(6, 13))),
        ([*SOUND[:5], "a", *SOUND[5:6], "b", *SOUND[6:]], list(range(6, 13))),
        (SOUND[:2] + SOUND[3:], list(range(4, 13))),
        ([*SOUND[:5], "a", *SOUND[5:11], "b", SOUND[11]], list(range(6, 13))),
        (SOUND[:2] + SOUND[3:10] + SOUND[11:], [*range(4, 11), 12]),
        (["a", SOUND[0], "b", SOUND[1]], [1, 2]),
        (["a"], []),
    ],
)
def test_paragraphs_that_moved_are_told_and_hold(copy: list[str], moved: list[int]) -> None:
    sought = anchors_in(*(n for n in range(1, 13) if SOUND[n - 1] in copy))
    outcome = verify(sought, copy)
    assert [result.status for result in outcome.results] == [Status.ONCE] * len(sought)
    assert [result.anchor.paragraph for result in outcome.moved] == moved


@pytest.mark.parametrize("wrong", [3, 7, 12])
def test_one_anchor_in_a_wrong_paragraph_is_no_move(wrong: int) -> None:
    sought = [anchor for anchor in anchors_in(*range(1, 13)) if anchor.paragraph != wrong]
    stray = Anchor("events", "stray", wrong, f"of paragraph{wrong - 1} that")
    outcome = verify([*sought[: wrong - 2], *sought[wrong - 1 :], stray], SOUND)
    assert outcome.moved == ()
    assert [result.anchor.key for result in outcome.failing] == ["stray"]
    assert outcome.failing[0].status is Status.ELSEWHERE
