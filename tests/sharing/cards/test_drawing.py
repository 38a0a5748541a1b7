"""Tests of how a card is drawn: within its edges."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from dash.palette import DARK, LIGHT
from dash.sharing.addresses import CARD_SIZE, Subject
from dash.sharing.cards.card import Card, Passage, run
from dash.sharing.cards.drawing import BOTTOM, RULE, draw_card
from dash.sharing.cards.lettering import FACES, SERIF_BOLD, width
from tests.factories import Row, quote
from tests.sharing.cards.cards import SVG, drawn, lines, words

STATEMENT = Subject("statement", "Q1")


def _overflowing(svg: str) -> list[str]:
    """Return the lines that reach beyond the card's edges, as wide as its own types draw them."""
    found = []
    for text in ElementTree.fromstring(svg).iter(f"{SVG}text"):  # noqa: S314 - our own drawing
        letters = "".join(text.itertext())
        size, x, y = (float(text.get(name) or 0) for name in ("font-size", "x", "y"))
        family = (text.get("font-family") or "").split(",")[0].strip("'")
        weight = int(text.get("font-weight") or 400)
        (face,) = (face for face in FACES if (face.family, face.weight) == (family, weight))
        wide = size * width(letters, face)
        left = x - wide if text.get("text-anchor") == "end" else x
        if left < 0 or left + wide > CARD_SIZE[0] or not size < y < CARD_SIZE[1]:
            found.append(letters)
    return found


def _long(times: int) -> Row:
    return quote(text="We shall not pay, said everybody. " * times, exact="We shall not pay")


@pytest.mark.parametrize("times", [1, 4, 12, 40, 3800])
def test_however_long_the_words_are_they_stay_on_the_card(times: int, tmp_path: Path) -> None:
    drawing = drawn(tmp_path, STATEMENT, quotes=[_long(times)])
    assert _overflowing(drawing.svg) == []
    assert len(drawing.svg) < 20_000
    # Who said it, when and where are never pushed away by how much was said.
    assert "The mayor, Mayor of Upton" in words(drawing)
    assert "paragraph 3" in words(drawing)
    assert ("…" in words(drawing)) == (times > 12)


def test_a_long_address_is_whole_and_its_source_makes_room() -> None:
    address = f"dossier.news.example/casualties?compare_a={'a' * 20}&compare_b={'b' * 20}"
    card = Card(
        (("Figure", "accent"),), (), "A source. " * 40, address=address, version="Version 1"
    )
    drawing = draw_card(card, LIGHT)
    assert address in words(drawing).replace(" ", "")
    assert _overflowing(drawing.svg) == []


def test_a_card_says_its_language_and_which_words_are_english(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, STATEMENT, quotes=[quote()])
    root = ElementTree.fromstring(drawing.svg)  # noqa: S314 - our own drawing
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    ours = ["".join(t.itertext()) for t in root.iter(f"{SVG}text") if t.get("lang") == "en"]
    assert ours[0] == "Full quotation"
    assert not any("We shall" in one for one in ours)


def test_a_text_is_shown_as_the_letters_it_is(tmp_path: Path) -> None:
    text = "</text><script>alert(1)</script> & <image href='file:///etc/passwd'/>\u202e"
    drawing = drawn(tmp_path, STATEMENT, quotes=[quote(text=text, exact="") | {"exact": "&"}])
    tags = {one.tag for one in ElementTree.fromstring(drawing.svg).iter()}  # noqa: S314
    assert tags <= {f"{SVG}{tag}" for tag in ("svg", "rect", "circle", "text", "tspan")}
    assert "</text><script>alert(1)</script> & <image" in words(drawing)


def test_text_from_right_to_left_begins_at_the_right(tmp_path: Path) -> None:
    text = "לא נשלם דבר, said nobody"
    drawing = drawn(tmp_path, STATEMENT, quotes=[quote(text=text, exact="said nobody")])
    root = ElementTree.fromstring(drawing.svg)  # noqa: S314 - our own drawing
    (line,) = (one for one in root.iter(f"{SVG}text") if "נשלם" in "".join(one.itertext()))
    assert line.get("text-anchor") == "end"
    assert float(line.get("x") or 0) > CARD_SIZE[0] / 2
    assert "".join(line.itertext()).startswith("\u2067")


def test_both_themes_have_their_own_colours(tmp_path: Path) -> None:
    made = [drawn(tmp_path / name, STATEMENT, palette) for name, palette in THEMES]
    assert LIGHT.paper in made[0].svg
    assert DARK.paper in made[1].svg
    assert LIGHT.paper not in made[1].svg
    assert lines(made[0]) == lines(made[1])


THEMES = (("light", LIGHT), ("dark", DARK))


def test_a_card_of_nothing_but_a_title_is_drawn() -> None:
    card = Card((("Source", "accent"),), (Passage(run(""), SERIF_BOLD),), "")
    assert lines(draw_card(card, LIGHT)) == ["Source"]


def test_words_and_foot_do_not_meet() -> None:
    assert BOTTOM < RULE
