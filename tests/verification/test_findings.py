"""Tests of dash.verification.findings: what became of an anchor, in one line."""

import pytest

from dash.verification.anchors import Anchor
from dash.verification.findings import Finding, Status, spell_finding
from dash.verification.matching import Passage

ANCHOR = Anchor("events", "quarrel", 2, "three people fell")
NEAREST = Passage(5, "four people fell", 0.9)


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        (Finding(ANCHOR, Status.ONCE, 2, (2,)), "found once, in P2"),
        (Finding(ANCHOR, Status.REPEATED, 2, (2,)), "found more than once: “three people fell”"),
        (
            Finding(ANCHOR, Status.ELSEWHERE, 2, (4, 7)),
            "found elsewhere, in P4, P7: “three people fell”",
        ),
        (
            Finding(ANCHOR, Status.DIFFERS, 2, (5,), NEAREST, ANCHOR.exact),
            "wording differs, in P5: three → four",
        ),
        (Finding(ANCHOR, Status.MISSING, 2, sought=ANCHOR.exact), "missing: “three people fell”"),
    ],
)
def test_a_finding_says_what_where_and_which_words(finding: Finding, told: str) -> None:
    assert spell_finding(finding) == told
