"""Tests of the cards of pages without a record."""

from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.palette import LIGHT
from dash.sharing.addresses import PAGE, Subject
from dash.sharing.cards.content import CardMaker
from dash.sharing.cards.drawing import draw_card
from dash.sharing.cards.pages import page_inset
from dash.site import offered
from tests import factories as make
from tests.sharing.cards.cards import words


def _said(dossier: Dossier, name: str) -> str:
    inset = page_inset(dossier, name, LIGHT)
    return words(draw_card(CardMaker(dossier).card(Subject(PAGE, name), "a", inset), LIGHT))


def test_the_story_shows_the_picture_of_its_first_question(shipped: Dossier) -> None:
    said = _said(shipped, "app")
    assert shipped.story.title in said
    for part in ("more than 13,000 · People killed", "date not stated", "5,000", "How many has"):
        assert part in said


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("map", "Where it happens"),
        ("casualties", "United Nations"),
        ("quotes", "White House"),
        ("timeline", "13 April 2021: Biden and Putin spoke on the phone"),
        ("sources", "Deutsche Welle"),
        ("search", "figures, "),
    ],
)
def test_a_page_shows_the_first_of_what_it_has(name: str, part: str, shipped: Dossier) -> None:
    said = _said(shipped, name)
    assert part in said
    assert shipped.story.title in said


def test_every_page_of_a_small_or_broken_dossier_has_one(tmp_path: Path) -> None:
    sound = make.dossier(tmp_path / "sound")
    broken = make.dossier(tmp_path / "broken", quotes=[make.quote(speech="loud")])
    for dossier in (sound, broken):
        for page in offered(dossier):
            assert "A quarrel over a bridge" in _said(dossier, page.name)
