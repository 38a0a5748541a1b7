"""Tests of pictures on cards."""

import io
from pathlib import Path

from PIL import Image

from dash.dossier.loaders import load_dossier
from dash.dossier.model import Dossier
from dash.palette import DARK, LIGHT
from dash.sharing.addresses import CARD_SIZE, Subject
from dash.sharing.cards.content import CardMaker
from dash.sharing.cards.drawing import draw_card
from dash.sharing.cards.insets import HATCHED, HEIGHT, WIDTH, map_inset, picture_inset
from dash.sharing.cards.picture import png
from tests import factories
from tests.factories import place


def _file(size: tuple[int, int], kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "#00ff00").save(file, kind)
    return file.getvalue()


def test_a_picture_keeps_its_shape_and_is_made_small() -> None:
    inset = picture_inset(_file((3000, 1000), "WEBP"), "A meadow")
    assert (inset.width, inset.height) == (WIDTH, round(WIDTH / 3))
    assert inset.alt == "A meadow"
    assert len(inset.svg) < 20_000
    tall = picture_inset(_file((100, 4000)), "")
    assert tall.height <= HEIGHT


def test_a_picture_is_drawn_on_the_card(tmp_path: Path) -> None:
    dossier = load_dossier(factories.write(tmp_path / "d"))
    inset = picture_inset(_file((600, 600)), "A meadow")
    card = CardMaker(dossier).card(Subject("slide", "1"), inset=inset)
    content = png(draw_card(card, LIGHT))
    with Image.open(io.BytesIO(content)) as image:
        red, green, _ = image.convert("RGB").getpixel((900, CARD_SIZE[1] // 2))  # type: ignore[misc]
    assert green > 200
    assert red < 60
    assert "A meadow" in draw_card(card, LIGHT).alt


def test_a_disputed_place_is_hatched_and_says_so(shipped: Dossier) -> None:
    inset = map_inset(shipped, shipped.record("places", "crimea"), DARK)
    assert inset is not None
    assert "url(#status)" in inset.svg
    assert inset.caption == HATCHED
    assert inset.height <= HEIGHT


def test_a_place_without_a_point_has_no_map(shipped: Dossier, tmp_path: Path) -> None:
    nowhere = next(row for row in shipped.records("places") if row["longitude"] is None)
    assert map_inset(shipped, nowhere, LIGHT) is None
    for longitude, latitude in (("-180", "-90"), ("180", "90"), ("0", "85")):
        row = place(longitude=longitude, latitude=latitude)
        dossier = load_dossier(factories.write(tmp_path / f"{longitude}{latitude}", places=[row]))
        inset = map_inset(dossier, dossier.record("places", "bridge"), LIGHT)
        assert inset is not None
        assert 0 < inset.height <= HEIGHT
