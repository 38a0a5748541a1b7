"""Tests of dash.clocks: from which day a paragraph speaks."""

from pathlib import Path

from dash.clocks import clock_of, distinct, paragraph_numbers, spell_clock, spell_paragraphs
from dash.dossier.model import Dossier
from tests import factories as make


def test_a_paragraph_has_the_clock_that_covers_it(shipped: Dossier) -> None:
    told = [clock_of(shipped.story, locator) for locator in ("P1", "P10", "P11", "P34", "P35")]
    dates = [clock.date if clock else None for clock in told]
    assert dates == ["2021-04-13", "2021-04-13", "2021-04-09", "2021-04-09", "2021-04-13"]
    assert clock_of(shipped.story, "P50") is None
    assert clock_of(shipped.story, None) is None
    assert clock_of(shipped.story, "page 3") is None


def test_clocks_are_told_in_words_and_each_day_once(shipped: Dossier) -> None:
    article, gallery = distinct(shipped.story)
    assert spell_clock(article) == "The article, 13 April 2021"
    assert spell_clock(gallery) == "The gallery, about 9 April 2021"
    assert spell_paragraphs(gallery.paragraphs) == "paragraphs 11 to 34"


def test_a_clock_may_cover_one_paragraph(tmp_path: Path) -> None:
    story = make.dossier(tmp_path).story
    alone = story.clocks[0].model_copy(update={"paragraphs": "P3"})
    single = story.model_copy(update={"clocks": (alone,)})
    assert clock_of(single, "P3") == alone
    assert clock_of(single, "P2") is None
    assert spell_paragraphs(alone.paragraphs) == "paragraph 3"


def test_paragraphs_are_a_range_of_numbers() -> None:
    assert list(paragraph_numbers("P7")) == [7]
    assert list(paragraph_numbers("P11-P13")) == [11, 12, 13]
