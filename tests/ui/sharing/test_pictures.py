"""Tests of dash.ui.sharing.pictures: what an embed shows beside words."""

from pathlib import Path

from dash.dossier.model import Dossier
from dash.sharing.addresses import Subject
from dash.sharing.embed import IMAGE_HEIGHT
from dash.sharing.telling import Teller
from dash.ui.sharing.pictures import shown_of
from tests import factories as make


def test_a_slide_has_its_picture_with_whose_it_is(shipped: Dossier) -> None:
    (shown,) = shown_of(Teller(shipped), Subject("slide", "3"))
    assert shown.html.startswith('<img src="/app/static/pictures/')
    assert shown.below.startswith("Drawn from the dossier")
    assert shown.height == IMAGE_HEIGHT


def test_a_slide_without_one_is_words_alone(tmp_path: Path) -> None:
    assert shown_of(Teller(make.dossier(tmp_path)), Subject("slide", "1")) == ()


def test_any_other_record_has_what_is_drawn_of_it(shipped: Dossier) -> None:
    assert len(shown_of(Teller(shipped), Subject("figure", "killed-14000"))) == 4
    assert shown_of(Teller(shipped), Subject("statement", "Q13")) == ()
