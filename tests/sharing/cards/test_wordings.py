"""Tests of the source's words on the card of a statement."""

from pathlib import Path

from dash.sharing.addresses import Subject
from tests.factories import quote
from tests.sharing.cards.cards import changed, drawn, words

STATEMENT = Subject("statement", "Q1")


def test_an_altered_quotation_shows_its_change(tmp_path: Path) -> None:
    row = quote(
        text="We shall not pay.",
        check="altered",
        original_text="We shall never pay the toll.",
        original_source="report",
    )
    drawing = drawn(tmp_path, STATEMENT, quotes=[row])
    assert changed(drawing, "line-through") == "not"
    assert changed(drawing, "underline") == "never the toll."
    assert "≠ Altered" in words(drawing)
    assert "Struck through: in the story" in words(drawing)
    assert "“We shall not pay.”" in words(drawing)


def test_a_change_that_cannot_be_marked_is_told(tmp_path: Path) -> None:
    row = quote(check="altered", original_text="Nothing of it at all.", original_source="report")
    assert "The original says something else" in words(drawn(tmp_path, STATEMENT, quotes=[row]))
