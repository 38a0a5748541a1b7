"""Tests of dash.dossier.pictures with hostile files, and of the pictures that ship."""

import io
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from dash.dossier.model import Dossier
from dash.dossier.pictures import (
    LARGEST_FILE,
    Picture,
    Refusal,
    open_picture,
    picture_problems,
    read_again,
    read_pictures,
)
from tests import factories as make
from tests.conftest import ROOT

SHIPPED = ROOT / "data" / "images"
LARGEST_SHIPPED = 150_000
# Two drawings of the same differ by a level or two of 255 where another machine rounds
# otherwise; another digit differs by far more somewhere in a square of so many pixels.
SQUARE, DIFFERENT = 12, 20.0


def _png(width: int = 8, height: int = 6) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "PNG")
    return file.getvalue()


def _bomb(width: int, height: int) -> bytes:
    """Return a small PNG whose head promises far more pixels than it has."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def _open(folder: Path, name: str, content: bytes) -> Picture | Refusal:
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / name).write_bytes(content)
    return open_picture(folder, name)


def _reason(opened: Picture | Refusal) -> str:
    assert isinstance(opened, Refusal)
    return opened.reason


def test_a_sound_picture_is_opened_with_its_kind_and_a_thumbnail(tmp_path: Path) -> None:
    picture = _open(tmp_path, "bridge.jpg", _png())
    assert isinstance(picture, Picture)
    assert picture.media_type == "image/png"
    with Image.open(io.BytesIO(picture.thumbnail)) as small:
        assert (small.format, small.size) == ("WEBP", (192, 144))
    assert read_again(picture) == _png()
    picture.path.write_bytes(_png(9))
    assert read_again(picture) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", _png()[:48]],
    ids=["empty", "text", "gif", "svg", "cut off"],
)
def test_a_file_that_is_no_picture_is_refused(content: bytes, tmp_path: Path) -> None:
    assert "is no sound PNG" in _reason(_open(tmp_path, "a.png", content))


@pytest.mark.parametrize("size", [(20_000, 10), (9_000, 9_000), (60_000, 60_000)])
def test_a_picture_of_absurd_size_is_refused_before_it_is_decoded(
    size: tuple[int, int], tmp_path: Path
) -> None:
    assert "pixels" in _reason(_open(tmp_path, "a.png", _bomb(*size)))


def test_a_heavy_file_is_refused(tmp_path: Path) -> None:
    heavy = _png() + b"\0" * LARGEST_FILE
    assert "more than 5 MB" in _reason(_open(tmp_path, "a.png", heavy))


def test_an_svg_is_refused_for_the_scripts_it_can_carry(tmp_path: Path) -> None:
    assert "scripts" in _reason(_open(tmp_path, "a.svg", b"<svg/>"))


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    (folder / "images").mkdir(parents=True)
    outside = tmp_path / "secret.png"
    outside.write_bytes(_png())
    (folder / "images" / "link.png").symlink_to(outside)
    for name in ("../../secret.png", str(outside), "link.png", "..", "a\\b.png", "a\0.png", "a/b"):
        assert "outside images/" in _reason(open_picture(folder, name)), name
    (folder / "images" / "link.png").unlink()
    (folder / "images").rmdir()
    (folder / "images").symlink_to(tmp_path)
    assert "outside images/" in _reason(open_picture(folder, "secret.png"))


def test_what_is_missing_or_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "images" / "folder.png").mkdir(parents=True)
    os.mkfifo(tmp_path / "images" / "pipe.png")
    for name in ("absent.png", "folder.png", "pipe.png"):
        assert "is missing" in _reason(open_picture(tmp_path, name))


def test_a_slide_with_a_picture_says_whose_it_is(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, slides=[make.slide(image="a.png", alt="A bridge")])
    told = [problem.column for problem in dossier.problems]
    assert told == ["image_kind", "image_credit", "image_licence"]


def test_a_refused_picture_is_a_problem_for_the_check_and_not_for_the_slide(
    tmp_path: Path,
) -> None:
    about = {"alt": "A", "image_kind": "other", "image_credit": "Ann", "image_licence": "CC0"}
    dossier = make.dossier(tmp_path, slides=[make.slide(image="../a.png", **about)])
    assert dossier.problems == ()
    (problem,) = picture_problems(tmp_path, dossier.records("slides"))
    assert "image of slide 1" in str(problem)
    assert "outside images/" in str(problem)


def test_every_shipped_slide_has_a_light_picture_with_words_for_it(each_shipped: Dossier) -> None:
    shipped = each_shipped
    opened = read_pictures(shipped.folder, shipped.records("slides"))
    assert len(opened) == len(shipped.slides)
    for slide in shipped.records("slides"):
        picture = opened[slide["number"]]
        assert isinstance(picture, Picture)
        assert picture.path.stat().st_size < LARGEST_SHIPPED
        assert slide["alt"] != slide["caption"]
        assert slide["image_kind"] != "other"


def test_an_alt_text_has_no_number_that_its_picture_lacks(each_shipped: Dossier) -> None:
    file = each_shipped.folder / "images" / "words.json"
    words = json.loads(file.read_text(encoding="utf-8"))
    for slide in each_shipped.records("slides"):
        drawn = set(_numbers(" ".join(words[slide["image"]])))
        assert set(_numbers(str(slide["alt"]))) <= drawn, slide["number"]


@pytest.mark.slow
def test_the_shipped_pictures_show_what_the_tables_say(
    each_shipped: Dossier, tmp_path: Path
) -> None:
    images = each_shipped.folder / "images"
    how = f"draw anew: uv run --group images python {images.relative_to(ROOT)}/build.py"
    _draw(each_shipped.folder, tmp_path, images / "build.py")
    fresh, shipped = ((folder / "words.json").read_text() for folder in (tmp_path, images))
    assert fresh == shipped, how
    for file in sorted(tmp_path.glob("*.webp")):
        assert _difference(file, images / file.name) < DIFFERENT, f"{file.name}: {how}"


@pytest.mark.slow
def test_a_changed_number_changes_its_picture(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("images"))
    table = folder / "figures.csv"
    text = table.read_text(encoding="utf-8")
    told, changed = (
        "reznikov-citizens-2020-12,residents,russian_citizens,people,exact,," + value
        for value in ("300000", "310000")
    )
    assert told in text
    table.write_text(text.replace(told, changed), encoding="utf-8")
    _draw(folder, tmp_path, SHIPPED / "build.py", only="slide-8.webp")
    assert _difference(tmp_path / "slide-8.webp", SHIPPED / "slide-8.webp") > DIFFERENT


def _draw(folder: Path, into: Path, builder: Path, only: str | None = None) -> None:
    pytest.importorskip("matplotlib", reason="drawing needs `uv run --all-groups pytest`")
    pytest.importorskip("fontTools", reason="drawing needs `uv run --all-groups pytest`")
    command = [sys.executable, str(builder), "--dossier", str(folder)]
    command += ["--into", str(into), *(["--only", only] if only else [])]
    subprocess.run(command, check=True, capture_output=True)


def _difference(one: Path, other: Path) -> float:
    """Return the largest mean difference, in levels of 255, of any square of two pictures."""
    with Image.open(one) as first, Image.open(other) as second:
        assert first.size == second.size
        apart = ImageChops.difference(first.convert("L"), second.convert("L"))
    width, height = apart.size
    squares = apart.resize((width // SQUARE, height // SQUARE), Image.Resampling.BOX)
    return float(ImageStat.Stat(squares).extrema[0][1])


def _numbers(words: str) -> list[str]:
    return re.findall(r"\d[\d,]*", words.replace(", ", " "))


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    # A name too long for the file system fails like a folder that may not be entered.
    folder = tmp_path / ("x" * 300)
    assert "cannot be read" in _reason(open_picture(folder, "a.png"))
    about = {"alt": "A", "image_kind": "other", "image_credit": "Ann", "image_licence": "CC0"}
    row = make.slide(image="a.png", **about)
    slides = make.dossier(tmp_path / "dossier", slides=[row]).records("slides")
    (problem,) = picture_problems(folder, slides)
    assert "cannot be read" in problem.expected
