"""Tests of dash.ui.drawing: a picture on a page says what it shows."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash.drawings.svg import fluid
from dash.ui.drawing import drawn_once
from tests import factories as make


def _page(width: str) -> None:
    from dash.drawings.svg import element, fluid  # noqa: PLC0415 - AppTest runs this by itself
    from dash.ui.drawing import show  # noqa: PLC0415

    drawing = fluid(20, [element("circle", r=5)], 'A "ring" <b>&')
    show(drawing, "stretch" if width == "stretch" else int(width))


@pytest.mark.parametrize(("width", "written"), [("stretch", "100%"), ("44", "44")])
def test_a_drawing_is_an_image_with_its_words_as_letters(width: str, written: str) -> None:
    app = AppTest.from_function(_page, args=(width,)).run()
    assert not app.exception
    (image,) = (element.proto.body for element in app.get("html"))
    assert image.startswith('<img src="data:image/svg+xml;base64,')
    assert image.endswith(f'" alt="A &quot;ring&quot; &lt;b&gt;&amp;" width="{written}">')


def test_a_drawing_is_drawn_once_for_each_dossier_and_key(tmp_path: Path) -> None:
    dossier, other = make.dossier(tmp_path / "one"), make.dossier(tmp_path / "other")
    drawings = [
        drawn_once(*asked, lambda: fluid(10, [], "A line"))
        for asked in ((dossier, "line"), (dossier, "line"), (dossier, "area"), (other, "line"))
    ]
    first, again, *others = drawings
    assert again is first
    assert all(drawing is not first for drawing in others)
