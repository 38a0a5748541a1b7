"""Tests of dash.verification: what becomes of the anchors in a copy of the story."""

from pathlib import Path

import pytest

from dash.article import paragraphs
from dash.dossier import Dossier
from dash.verification import Anchor, Status, Verification, anchors, spell_finding, verify
from tests import factories as make

SOUND = [f"words{n} of paragraph{n} that nobody else has" for n in range(1, 13)]


def _anchors(*numbers: int) -> list[Anchor]:
    return [Anchor("events", f"e{n}", n, f"of paragraph{n} that") for n in numbers]


def _statuses(outcome: Verification) -> list[Status]:
    return [finding.status for finding in outcome.findings]


def test_the_anchors_are_those_of_the_storys_records(tmp_path: Path) -> None:
    found = list(anchors(make.dossier(tmp_path)))
    assert [anchor.key for anchor in found] == ["mayor", "bridge", "hurt-many", "Q1", 1, "quarrel"]
    assert [anchor.quotation for anchor in found if anchor.table == "quotes"] == [
        "We shall not pay."
    ]


def test_a_broken_table_leaves_the_others_to_be_looked_up(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, events=[make.event(precision="roughly")])
    assert "events" not in {anchor.table for anchor in anchors(dossier)}


def test_the_small_dossier_rests_on_its_article(tmp_path: Path) -> None:
    outcome = verify(anchors(make.dossier(tmp_path)), paragraphs(make.ARTICLE))
    assert outcome.failing == ()
    assert outcome.moved == ()
    assert outcome.unanchored == ((2, "Nobody counted them."), (5, "Advertisement"))


@pytest.mark.parametrize(
    ("copy", "status", "held"),
    [
        (["one of paragraph1 that", "x"], Status.ONCE, (1,)),
        (["of paragraph1 that, of paragraph1 that", "x"], Status.REPEATED, (1,)),
        (["x", "of paragraph1 that"], Status.ELSEWHERE, (2,)),
        (["x", "of paragraph2 that"], Status.DIFFERS, (2,)),
        (["x", "y"], Status.MISSING, ()),
    ],
)
def test_each_status(copy: list[str], status: Status, held: tuple[int, ...]) -> None:
    (finding,) = verify(_anchors(1), copy).findings
    assert (finding.status, finding.paragraphs) == (status, held)
    assert finding.holds == (status is Status.ONCE)
    assert spell_finding(finding).startswith(status)


def test_a_quotation_changed_after_its_anchor_differs() -> None:
    quoted = Anchor("quotes", "Q1", 1, "We shall not", "We shall not pay a single penny for it.")
    (finding,) = verify([quoted], ["“We shall not pay a single pound for it.”"]).findings
    assert finding.status is Status.DIFFERS
    assert "penny → pound" in spell_finding(finding)


@pytest.mark.parametrize(
    ("copy", "moved"),
    [
        (SOUND, []),
        (["A new lead", *SOUND], list(range(1, 13))),
        ([*SOUND[:5], "Inserted", *SOUND[5:]], list(range(6, 13))),
        ([*SOUND[:5], "a", *SOUND[5:6], "b", *SOUND[6:]], list(range(6, 13))),
        (SOUND[:2] + SOUND[3:], list(range(4, 13))),
    ],
)
def test_paragraphs_that_moved_are_told_and_hold(copy: list[str], moved: list[int]) -> None:
    sought = _anchors(*(n for n in range(1, 13) if SOUND[n - 1] in copy))
    outcome = verify(sought, copy)
    assert _statuses(outcome) == [Status.ONCE] * len(sought)
    assert [finding.anchor.paragraph for finding in outcome.moved] == moved


@pytest.mark.parametrize("wrong", [3, 7, 12])
def test_one_anchor_in_a_wrong_paragraph_is_no_move(wrong: int) -> None:
    sought = [anchor for anchor in _anchors(*range(1, 13)) if anchor.paragraph != wrong]
    stray = Anchor("events", "stray", wrong, f"of paragraph{wrong - 1} that")
    outcome = verify([*sought[: wrong - 2], *sought[wrong - 1 :], stray], SOUND)
    assert outcome.moved == ()
    assert [finding.anchor.key for finding in outcome.failing] == ["stray"]
    assert outcome.failing[0].status is Status.ELSEWHERE


def test_overlapping_anchors_share_a_mark_and_others_do_not() -> None:
    sought = [
        Anchor("events", "a", 1, "one two"),
        Anchor("figures", "b", 1, "two three"),
        Anchor("quotes", "c", 1, "five"),
    ]
    copy = ["Say “one two three” four five. Six!"]
    outcome = verify(sought, copy)
    told = [(copy[0][slice(*mark.span)], len(mark.anchors)) for mark in outcome.marks[1]]
    assert told == [("one two three", 2), ("five", 1)]
    assert outcome.unanchored == ((1, "Six!"),)


def test_another_story_altogether_holds_nothing() -> None:
    outcome = verify(_anchors(1, 2, 3), ["Something else", "entirely"])
    assert _statuses(outcome) == [Status.MISSING] * 3
    assert outcome.marks == {}


def test_an_updated_copy_is_aligned_whatever_its_typesetting(
    shipped: Dossier, article: dict[str, str]
) -> None:
    lines = [line.replace("'", "’").replace(" ", "\u00a0", 3) for line in article.values()]
    page = "".join(
        f"<div><p>{line}</p></div>" for line in ["Menu", *lines[:20], "New", *lines[20:]]
    )
    outcome = verify(anchors(shipped), paragraphs(f"<html><body>{page}</body></html>"))
    assert outcome.failing == ()
    assert len(outcome.moved) == len(outcome.findings)
