"""Tests of dash.verification.highlights: which passages of a copy are marked, and which are not."""

from dash.verification.anchors import Anchor
from dash.verification.verify import verify


def test_overlapping_anchors_share_a_mark_and_others_do_not() -> None:
    sought = [
        Anchor("events", "a", 1, "one two"),
        Anchor("figures", "b", 1, "two three"),
        Anchor("quotes", "c", 1, "five"),
    ]
    copy = ["Say “one two three” four five. Six!"]
    outcome = verify(sought, copy)
    told = [
        (copy[0][slice(*highlight.span)], len(highlight.anchors))
        for highlight in outcome.highlights[1]
    ]
    assert told == [("one two three", 2), ("five", 1)]
    assert outcome.unanchored == ((1, "Six!"),)
