"""Tests of dash.checking.unpacking: what is sent becomes a folder, or is told why not."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash.beginning.folders import packed_example
from dash.checking.limits import UnfitUploadError
from dash.checking.report import check
from dash.checking.unpacking import unpack
from tests import factories as make
from tests.checking import archives


def _files(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_the_example_comes_out_as_it_went_in(tmp_path: Path) -> None:
    done = unpack({"mine.zip": packed_example()}, tmp_path)
    given = archives.example()
    assert done.left_aside == ["paper-giant/article.txt"]
    assert _files(tmp_path) == set(given) - {"article.txt"}
    assert all((tmp_path / name).read_bytes() == given[name] for name in _files(tmp_path))
    assert done.size == sum(file.stat().st_size for file in tmp_path.rglob("*.*"))
    assert check(tmp_path).problems == ()


def test_files_one_by_one_are_a_folder_with_its_pictures_in_place(tmp_path: Path) -> None:
    given = archives.example()
    del given["article.txt"]
    unpack({Path(name).name: content for name, content in given.items()}, tmp_path)
    assert check(tmp_path).problems == ()
    assert (tmp_path / "images" / "giant.png").is_file()


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_workbook_is_read_as_before(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"story.{ending}"
    tables = {name: [dict[str, object](row) for row in rows] for name, rows in make.rows().items()}
    make.write_workbook(file, **tables)
    folder = tmp_path / "unpacked"
    folder.mkdir()
    unpack({file.name: file.read_bytes(), "dossier.toml": make.STORY.encode()}, folder)
    report = check(folder)
    assert report.problems == ()
    assert report.rows["events"] == len(tables["events"])


def test_what_systems_put_beside_files_is_passed_over(tmp_path: Path) -> None:
    litter = {"__MACOSX/story/._events.csv": b"x", ".DS_Store": b"x", "images/Thumbs.db": b"x"}
    done = unpack({"a.zip": archives.packed(archives.example() | litter)}, tmp_path)
    assert done.left_aside == ["article.txt"]


@pytest.mark.parametrize(
    "name",
    [
        "page.html",
        "src/run.py",
        "images/deep/er.png",
        "-rf.csv",
        "con.csv",
        "images/COM1.png",
        "images/ .png",
        "a/b/c/d/e.geojson",
        f"images/{'ü' * 99}.png",
        f"images/{'字' * 90}.png",
        "images/\u202egnp.png",
        "images/a\nb.png",
    ],
)
def test_what_no_dossier_is_read_from_is_left_aside(name: str, tmp_path: Path) -> None:
    done = unpack(archives.with_file(name), tmp_path)
    assert len(done.left_aside) == 2
    assert len(_files(tmp_path)) == len(archives.example()) - 1


@given(st.binary(max_size=400), st.integers(min_value=0, max_value=4_000), st.booleans())
def test_no_damage_raises_anything_else(noise: bytes, at: int, insert: bool) -> None:
    content = packed_example()
    at %= len(content)
    damaged = content[:at] + noise + content[at + (0 if insert else len(noise)) :]
    with TemporaryDirectory() as folder, suppress(UnfitUploadError):
        unpack({"a.zip": damaged}, Path(folder))
