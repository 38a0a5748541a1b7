"""Tests of the bubbles beside statements: one look tells what was said from what was not."""

from dash.drawings.speech import HEIGHT, WIDTH, said, unsaid
from dash.palette import DARK, LIGHT
from tests.drawings.records import elements


def test_a_bubble_has_words_only_where_something_was_said() -> None:
    assert len(elements(said(LIGHT), "line")) == 2
    assert elements(unsaid(LIGHT), "line") == []
    assert (said(LIGHT).alt, unsaid(LIGHT).alt) == ("Speech bubble", "Empty speech bubble")


def test_the_lines_stay_in_their_bubble() -> None:
    for line in elements(said(LIGHT), "line"):
        assert 2 < float(line.attrib["x1"]) < float(line.attrib["x2"]) < WIDTH - 2
        assert 2 < float(line.attrib["y1"]) < HEIGHT - 10


def test_only_the_empty_bubble_is_dashed_and_both_are_in_the_colours_of_the_page() -> None:
    for palette in (LIGHT, DARK):
        (full,), (empty,) = (elements(one(palette), "path") for one in (said, unsaid))
        assert "stroke-dasharray" not in full.attrib
        assert empty.attrib["stroke-dasharray"]
        assert (full.attrib["fill"], empty.attrib["fill"]) == (palette.panel, "none")
