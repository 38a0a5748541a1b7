"""Tests of dash.verification.verify: what becomes of the anchors in a copy of the story."""

from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.verification.anchors import Anchor, anchors
from dash.verification.article import paragraphs
from dash.verification.results import Status, spell_result
from dash.verification.verify import verify
from tests import factories as make
from tests.verification.anchoring import anchors_in


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
    (result,) = verify(anchors_in(1), copy).results
    assert (result.status, result.paragraphs) == (status, held)
    assert result.holds == (status is Status.ONCE)
    assert spell_result(result).startswith(status)


def test_a_quotation_changed_after_its_anchor_differs() -> None:
    quoted = Anchor("quotes", "Q1", 1, "We shall not", "We shall not pay a single penny for it.")
    (result,) = verify([quoted], ["“We shall not pay a single pound for it.”"]).results
    assert result.status is Status.DIFFERS
    assert "penny → pound" in spell_result(result)


def test_another_story_altogether_holds_nothing() -> None:
    outcome = verify(anchors_in(1, 2, 3), ["Something else", "entirely"])
    assert [result.status for result in outcome.results] == [Status.MISSING] * 3
    assert outcome.highlights == {}


def test_an_updated_copy_is_aligned_whatever_its_typesetting(
    shipped: Dossier, article: dict[str, str]
) -> None:
    lines = [line.replace("'", "’").replace(" ", "\u00a0", 3) for line in article.values()]
    page = "".join(
        f"<div><p>{line}</p></div>" for line in ["Menu", *lines[:20], "New", *lines[20:]]
    )
    outcome = verify(anchors(shipped), paragraphs(f"<html><body>{page}</body></html>"))
    assert outcome.failing == ()
    assert len(outcome.moved) == len(outcome.results)


def test_a_sentence_that_only_touches_a_mark_carries_no_record() -> None:
    sought = [Anchor("events", "a", 1, "Two of them.")]
    outcome = verify(sought, ["One of them. Two of them. Three of them."])
    assert outcome.unanchored == ((1, "One of them."), (1, "Three of them."))


def test_a_finding_names_its_anchor_and_the_paragraph_it_was_looked_for_in() -> None:
    twice = Anchor("events", "a", 1, "said so")
    quoted = Anchor("quotes", "b", 2, "not pay", "We shall not pay for it")
    copy = ["He said so, and said so again.", "We shall not pay at all for it"]
    repeated, differing = verify([twice, quoted], copy).results
    assert (repeated.anchor, repeated.status, repeated.expected) == (twice, Status.REPEATED, 1)
    assert (differing.anchor, differing.status, differing.expected) == (quoted, Status.DIFFERS, 2)
    assert differing.sought == quoted.quotation
