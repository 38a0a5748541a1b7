"""Tests of words set as large as there is room for."""

from pathlib import Path

from dash.sharing.addresses import Subject
from dash.sharing.cards.card import Card, Passage, run
from dash.sharing.cards.fitting import fit
from tests.factories import difference
from tests.sharing.cards.cards import drawn, words


def _sizes(*passages: Passage) -> list[float]:
    _, below = fit(Card((), passages, ""), 1000, 400)
    return [block.size for block in below.blocks]


def test_few_words_are_larger_than_many_and_none_smaller_than_they_may_be() -> None:
    few, many = (Passage(run("We shall not pay. " * times), size=72) for times in (1, 400))
    assert _sizes(few) == [72]
    assert _sizes(many) == [many.smallest]
    assert _sizes(few, many)[0] < 72


def test_what_may_go_goes_before_the_title_is_cut(tmp_path: Path) -> None:
    row = difference(title="Who pays? " * 40, explanation="Nobody knows. " * 20)
    said = words(drawn(tmp_path, Subject("difference", "D1"), differences=[row]))
    assert "Nobody knows" not in said
    assert "Who pays? Who pays?" in said
