"""Tests of cards as PNG files, compared as pictures.

`uv run --all-groups python -m tests.sharing.cards.test_picture` draws the expected ones anew, to be
looked at before they are committed.
"""

import io
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from dash.drawings.svg import element, scaled
from dash.palette import DARK, LIGHT, Palette, rgb
from dash.sharing.addresses import CARD_SIZE, Subject, comparison
from dash.sharing.cards.picture import png
from tests.factories import quote
from tests.sharing.cards.cards import drawn

STATEMENT = Subject("statement", "Q1")
ALTERED = quote(check="altered", original_text="We might not pay today.", original_source="report")
EXPECTED_FOLDER, SMALL = Path(__file__).with_name("expected"), (400, 210)
EXPECTED: dict[str, tuple[Subject, Palette]] = {
    "statement": (STATEMENT, LIGHT),
    "figure": (Subject("figure", "hurt-many"), DARK),
    "comparison": (comparison("hurt-many", "hurt-count"), LIGHT),
    "difference": (Subject("difference", "D1"), DARK),
}


def _pixels(content: bytes) -> npt.NDArray[np.int16]:
    with Image.open(io.BytesIO(content), formats=("PNG",)) as image:
        assert image.size == CARD_SIZE
        return np.asarray(image.convert("RGB"), dtype=np.int16)


def _ink(content: bytes) -> npt.NDArray[np.bool_]:
    """Return where a light card has dark letters."""
    found: npt.NDArray[np.bool_] = _pixels(content).sum(axis=2) < 300
    return found


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_card_has_its_ground_its_bar_and_letters(palette: object, tmp_path: Path) -> None:
    assert palette in (LIGHT, DARK)
    chosen = DARK if palette == DARK else LIGHT
    pixels = _pixels(png(drawn(tmp_path, STATEMENT, chosen)))
    assert tuple(pixels[-1, 0]) == rgb(chosen.paper)
    assert tuple(pixels[3, 600]) == rgb(chosen.accent)
    # The quotation, in the middle: some of it is ink, most of it is not.
    middle = np.abs(pixels[150:400, 64:1136] - np.array(rgb(chosen.ink))).sum(axis=2) < 60
    assert 0.01 < middle.mean() < 0.3


def _small(folder: Path, subject: Subject, palette: Palette) -> Image.Image:
    content = png(drawn(folder, subject, palette, quotes=[ALTERED]))
    with Image.open(io.BytesIO(content), formats=("PNG",)) as image:
        return image.convert("RGB").resize(SMALL, Image.Resampling.BOX)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_card_looks_as_it_did_when_somebody_looked_at_it(name: str, tmp_path: Path) -> None:
    with Image.open(EXPECTED_FOLDER / f"{name}.png", formats=("PNG",)) as image:
        expected = np.asarray(image.convert("RGB"), dtype=np.int16)
    found = np.asarray(_small(tmp_path, *EXPECTED[name]), dtype=np.int16)
    # Another version of resvg may smooth letters otherwise; it moves none of them.
    apart = np.abs(found - expected).max(axis=2)
    assert (apart > 40).mean() < 0.001


def test_the_same_card_is_the_same_picture_and_another_is_not(tmp_path: Path) -> None:
    one, again = (png(drawn(tmp_path / name, STATEMENT)) for name in "ab")
    assert one == again
    other = png(drawn(tmp_path / "c", STATEMENT, quotes=[quote(text="We shall pay.", exact="We")]))
    assert np.abs(_pixels(one) - _pixels(other)).mean() > 1


def test_letters_stand_where_they_were_measured(tmp_path: Path) -> None:
    """The last letter of each line ends in its room: what is drawn is as wide as was reckoned."""
    text = "We shall not pay, whatever they may say about tolls and bridges and towns. " * 4
    ink = _ink(
        png(drawn(tmp_path, STATEMENT, quotes=[quote(text=text, exact="We shall not pay,")]))
    )
    columns = np.flatnonzero(ink[110:500].any(axis=0))
    assert columns.min() >= 60
    assert 1000 < columns.max() <= CARD_SIZE[0] - 60


def test_right_to_left_and_left_to_right_stand_at_opposite_sides(tmp_path: Path) -> None:
    hebrew = quote(text="לא נשלם.", exact="נשלם.")
    ink = _ink(png(drawn(tmp_path, STATEMENT, quotes=[hebrew])))
    columns = np.flatnonzero(ink[150:300].any(axis=0))
    assert columns.min() > CARD_SIZE[0] / 2


def test_nothing_is_fetched_from_elsewhere(tmp_path: Path) -> None:
    """A picture that an SVG only names is not drawn; cards carry theirs within them."""
    red = tmp_path / "red.png"
    Image.new("RGB", (9, 9), "#ff0000").save(red)
    image = element("image", href=red.as_uri(), width=1200, height=630)
    pixels = _pixels(png(scaled(*CARD_SIZE, [image], "")))
    assert not (pixels[..., 0] > 200).any()


if __name__ == "__main__":
    EXPECTED_FOLDER.mkdir(exist_ok=True)
    for name, (subject, palette) in EXPECTED.items():
        with tempfile.TemporaryDirectory() as folder:
            _small(Path(folder), subject, palette).save(EXPECTED_FOLDER / f"{name}.png")
