"""Tests of the page /slideshow, run by AppTest."""

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from dash.dossier.model import Dossier
from dash.slides import OPENING_CARD
from tests import factories as make
from tests.pages.app import open_page, parts_of, text_of

ABOUT = {
    "alt": "A bridge",
    "image_kind": "original",
    "image_credit": "Ann/Agency",
    "image_licence": "CC0",
}


def _stage(app: AppTest) -> dict[str, Any]:
    """Return what the stage shows of the current slide."""
    (mounted,) = parts_of(app)
    data = json.loads(mounted.proto.json)
    return next(dict(one) for one in data["frames"] if one["number"] == data["current"])


def _alts(app: AppTest) -> list[str]:
    return [image.alt for block in app.image for image in block.proto.imgs]


def _open(folder: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> AppTest:
    monkeypatch.setenv("DOSSIER", str(folder))
    return open_page("pages/slideshow.py", **query)


def test_a_slide_has_its_picture_credit_position_and_neighbours() -> None:
    app = open_page("pages/slideshow.py", slide="3")
    told = text_of(app)
    assert _stage(app)["position"] == "3 of 8"
    assert "No heading in the source" in told
    assert "Credit of the source's picture: Murad Sezer/REUTERS" in told
    assert "Drawn from the dossier's data (CC BY 4.0)" in told
    assert "The original picture, not shown here: Murad Sezer/REUTERS." in told
    assert "different pairs" in told
    assert "Bosporus" in _stage(app)["alt"]
    assert _stage(app)["picture"]
    assert "Where accounts part ways" in told


def test_a_missing_credit_is_shown_as_missing() -> None:
    told = text_of(open_page("pages/slideshow.py", slide="1"))
    assert "Credit of the source's picture: not stated in the source" in told
    assert "The text gives no credit for this picture." in told


def test_each_slide_says_where_it_stands(each_shipped: Dossier) -> None:
    slides = each_shipped.records("slides")
    last = max(slide["number"] for slide in slides)
    if any(slide["number"] == OPENING_CARD for slide in slides):
        assert _stage(open_page("pages/slideshow.py"))["position"] == "Opening card"
    for number in (1, last):
        app = open_page("pages/slideshow.py", slide=str(number))
        assert _stage(app)["position"] == f"{number} of {last}"
        assert _stage(app)["picture"]


@pytest.mark.parametrize("asked", ["9", "-1", "eight", "03"])
def test_a_slide_that_is_not_there_is_told(asked: str) -> None:
    app = open_page("pages/slideshow.py", slide=asked)
    assert not app.exception
    assert asked in app.warning[0].value.replace("\\", "")
    assert _stage(app)["position"] == "Opening card"


def test_the_handout_has_every_slide_with_picture_caption_and_credit(
    each_shipped: Dossier,
) -> None:
    app = open_page("pages/slideshow.py", slideshow_view="handout")
    slides = each_shipped.records("slides")
    assert _alts(app) == [slide["alt"] for slide in slides]
    assert len(app.header) == len(slides)
    assert text_of(app).count("Credit of the source's picture: ") == len(slides)


def test_somebody_elses_picture_is_shown_with_credit_and_licence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path, slides=[make.slide(image="bridge.png", **ABOUT)])
    (folder / "images").mkdir()
    Image.new("RGB", (30, 20), "teal").save(folder / "images" / "bridge.png")
    app = _open(folder, monkeypatch)
    assert _stage(app)["alt"] == "A bridge"
    assert _stage(app)["picture"]
    assert "The source's own picture. Ann/Agency (CC0)." in text_of(app)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("bridge.png", None, "is missing"),
        ("bridge.png", b"no picture", "is no sound PNG"),
        ("bridge.svg", b"<svg/>", "can carry scripts"),
        ("../dossier.toml", None, "lies outside images/"),
    ],
)
def test_a_picture_that_cannot_be_shown_costs_the_slide_only_its_picture(
    name: str,
    content: bytes | None,
    reason: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = make.write(tmp_path, slides=[make.slide(image=name, **ABOUT)])
    (folder / "images").mkdir()
    if content is not None:
        (folder / "images" / name).write_bytes(content)
    app = _open(folder, monkeypatch)
    assert not app.exception
    assert not app.error
    assert _stage(app)["picture"] is None
    assert _stage(app)["caption"]
    assert reason in app.warning[0].value.replace("\\", "")
    assert "It stands." in text_of(app)


def test_a_gallery_without_slides_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = make.difference(records="Q1")
    app = _open(make.write(tmp_path, slides=[], differences=[bare]), monkeypatch)
    assert not app.exception
    assert "This dossier has no slides." in text_of(app)
