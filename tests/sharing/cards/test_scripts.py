"""Tests of what becomes of letters for which no type is at hand."""

from pathlib import Path

from dash.drawings.svg import Drawing
from dash.palette import LIGHT
from dash.sharing.addresses import Subject
from dash.sharing.cards.drawing import draw_card
from dash.sharing.cards.lettering import SANS, SERIF
from dash.sharing.cards.painter import paint
from dash.sharing.cards.picture import _files
from dash.sharing.cards.scripts import (
    families_of,
    letters_of,
    not_at_hand,
    samples,
    script_of,
    without,
)
from tests.factories import quote
from tests.sharing.cards.cards import maker, words

STATEMENT = Subject("statement", "Q1")


def _alone(drawing: Drawing) -> bytes:
    """Paint with the package's own types, as on a machine without any."""
    return paint(drawing.svg, _files(), system=False)


def test_scripts_are_called_by_their_names() -> None:
    found = {letter: script_of(letter) for letter in "ש漢か한कعж😀"}
    assert list(found.values()) == [
        *("Hebrew", "Chinese", "Japanese", "Korean", "Devanagari", "Arabic", "Cyrillic"),
        "😀",
    ]


def test_only_what_the_own_types_lack_is_looked_for() -> None:
    assert samples("We shall; ми будемо; θα; “–” ½") == {}
    assert samples("שלום漢字") == {"Hebrew": "ש", "Chinese": "漢"}


def test_types_are_named_by_the_scripts_of_a_text_alone() -> None:
    assert families_of("We shall; ми будемо ✓", SANS) == ()
    assert families_of("שלום", SERIF) == ("Noto Serif Hebrew", "Noto Sans Hebrew", "DejaVu Sans")
    assert families_of("漢字", SANS) == ("Noto Sans CJK SC", "DejaVu Sans")


def test_a_machine_without_types_has_no_letters_beyond_the_own() -> None:
    found = samples("שלום漢字😀")
    assert not_at_hand(found, _alone) == set(found)
    assert not_at_hand({"Latin": "q"}, _alone) == set()


def test_words_that_would_be_boxes_are_left_out_and_told(tmp_path: Path) -> None:
    row = quote(text="לא נשלם.", exact="נשלם.")
    card = maker(tmp_path, quotes=[row]).card(STATEMENT, "news.example/record")
    assert "Hebrew" in samples(letters_of(card))
    said = words(draw_card(without(card, {"Hebrew"}), LIGHT))
    assert "נשלם" not in said
    assert "What is written in Hebrew letters is not in this picture" in said
    assert "The mayor, Mayor of Upton" in said
    assert "news.example/record" in said


def test_a_sign_goes_by_itself(tmp_path: Path) -> None:
    card = maker(tmp_path, quotes=[quote(text="We shall 😀 not pay.", exact="not")]).card(STATEMENT)
    said = words(draw_card(without(card, {"😀"}), LIGHT))
    assert "“We shall not pay.”" in said
    assert "not in this picture" not in said
