"""Tests of dash.checking.archives: what lies in an archive is looked at before it is read."""

import io
import zipfile
from pathlib import PurePosixPath

import pytest

from dash.checking.archives import members_of, packed_anew, read_member, shown, top_of
from dash.checking.limits import UnfitUploadError
from tests.checking import archives


def _opened(files: dict[str, bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(archives.packed(files)))


def test_files_are_listed_by_their_paths_without_what_systems_put_beside_them() -> None:
    files = {"a/dossier.toml": b"x", "__MACOSX/a/._x": b"x", "a/.DS_Store": b"x", "a/b.csv": b"x"}
    with _opened(files) as archive:
        found = members_of(archive)
    assert list(map(str, found)) == ["a/dossier.toml", "a/b.csv"]


@pytest.mark.parametrize(
    ("paths", "top"),
    [
        (["dossier.toml", "images/a.png"], "."),
        (["mine/sources.csv", "readme.txt"], "mine"),
        (["mine/dossier.toml", "mine/story.xlsx", "elsewhere/other.ods"], "mine"),
        (["deep/er/story.xlsx"], "deep/er"),
    ],
)
def test_the_dossier_lies_where_its_tables_do(paths: list[str], top: str) -> None:
    assert top_of([*map(PurePosixPath, paths)]) == PurePosixPath(top)


@pytest.mark.parametrize("paths", [["a.txt"], ["one/sources.csv", "two/dossier.toml"]])
def test_no_dossier_and_two_are_refused(paths: list[str]) -> None:
    with pytest.raises(UnfitUploadError, match=r"no dossier|several dossiers"):
        top_of([*map(PurePosixPath, paths)])


def test_as_much_is_read_as_there_is_room_for() -> None:
    with _opened({"a.csv": b"x" * 100_000}) as archive:
        (member,) = members_of(archive).values()
        assert len(read_member(archive, member, 100_000)) == 100_000
        with pytest.raises(UnfitUploadError, match="more than"):
            read_member(archive, member, 99_999)


def test_a_workbook_says_no_more_than_was_counted() -> None:
    """Another reader finds the same parts in it, as large as they say they are."""
    sheet = b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    macro = {"xl/vbaProject.bin": b"x" * 1_000}
    content = packed_anew("story.xlsx", archives.workbook(sheet, **macro))
    with zipfile.ZipFile(io.BytesIO(content)) as anew:
        names = anew.namelist()
        parts = anew.infolist()
    assert all(part.compress_type == zipfile.ZIP_STORED for part in parts)
    assert "xl/vbaProject.bin" not in names
    assert "xl/worksheets/s.xml" in names


def test_a_name_is_shown_in_one_line_and_not_too_long() -> None:
    assert shown("a\nb\u202e.csv") == "“a\ufffdb\ufffd.csv”"
    assert shown("x" * 81) == f"“{'x' * 80}…”"
