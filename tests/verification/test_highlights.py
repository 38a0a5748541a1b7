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


def test_anchors_side_by_side_are_marks_of_their_own() -> None:
    sought = [Anchor("events", "a", 1, "停火"), Anchor("events", "b", 1, "协议")]
    marks = verify(sought, ["停火协议"]).highlights[1]
    assert [mark.span for mark in marks] == [(0, 2), (2, 4)]


def test_an_anchor_within_another_ends_with_the_longer_one() -> None:
    sought = [Anchor("events", "a", 1, "one two three"), Anchor("events", "b", 1, "two")]
    (mark,) = verify(
        [*sought, Anchor("events", "c", 1, "three four")], ["one two three four"]
    ).highlights[1]
    assert mark.span == (0, 18)
    assert [anchor.key for anchor in mark.anchors] == ["a", "b", "c"]


def test_of_a_passage_that_differs_the_first_is_marked() -> None:
    sought = [Anchor("events", "a", 1, "has killed 14,000 people")]
    outcome = verify(sought, ["It has killed 13,000 people, has killed 13,000 people."])
    assert [mark.span for mark in outcome.highlights[1]] == [(3, 27)]


def test_a_quotation_is_marked_whole() -> None:
    quoted = Anchor("quotes", "Q1", 1, "not pay", "We shall not pay")
    copy = ["He says: We shall not pay today."]
    (mark,) = verify([quoted], copy).highlights[1]
    assert copy[0][slice(*mark.span)] == "We shall not pay"
