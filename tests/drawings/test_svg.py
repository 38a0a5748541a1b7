"""Tests of the parts of a drawing."""

from base64 import b64decode

from dash.drawings.speech import said, unsaid
from dash.drawings.svg import element, fluid, percent, scaled, writing
from dash.palette import DARK, LIGHT
from tests.drawings.records import elements

HOSTILE = "<script>alert(1)</script> & \"quoted\" 'too' \u202eabc"


def test_text_and_attributes_are_shown_as_the_letters_they_are() -> None:
    drawing = fluid(20, [writing(HOSTILE, x=1), element("rect", id=HOSTILE)], "alt")
    (text,), (rect,) = elements(drawing, "text"), elements(drawing, "rect")
    assert text.text is not None
    assert text.text.startswith("<script>alert(1)</script> & \"quoted\" 'too'")
    assert "\u202e" not in text.text
    assert rect.get("id") == HOSTILE
    assert not elements(drawing, "script")


def test_the_address_holds_the_picture() -> None:
    drawing = scaled(10, 20, [element("rect", width=2.0, stroke_width=0.25)], "alt")
    kind, _, content = drawing.address.partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert b64decode(content).decode() == drawing.svg
    assert 'viewBox="0 0 10 20"' in drawing.svg
    assert '<rect width="2" stroke-width="0.2"/>' in drawing.svg


def test_shares_are_written_in_per_cent() -> None:
    assert [percent(share) for share in (0, 0.5, 1, 1 / 3)] == ["0%", "50%", "100%", "33.33%"]


def test_bubbles_differ_by_what_they_mean_and_by_theme() -> None:
    drawn = [bubble(palette) for bubble in (said, unsaid) for palette in (LIGHT, DARK)]
    assert len({drawing.svg for drawing in drawn}) == 4
    assert "<line" in said(LIGHT).svg
    assert "<line" not in unsaid(LIGHT).svg
    assert "stroke-dasharray" in unsaid(LIGHT).svg
