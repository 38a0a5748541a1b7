"""Tests of `python -m dash diff`."""

import json
import zipfile
from pathlib import Path

import pytest

from dash.__main__ import main
from dash.commands import diff
from dash.datapackage import package
from dash.dossier.loaders import load_dossier
from tests import factories as make

Told = pytest.CaptureFixture[str]


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The same dossier with a figure corrected, an event withdrawn and a statement added."""
    return make.write(
        tmp_path / "newer",
        figures=[make.figure(low="13"), make.context_figure()],
        events=[],
        quotes=[make.quote(), make.quote(id="Q2")],
    )


def test_two_that_say_the_same_end_with_0(folder: Path, capsys: Told) -> None:
    assert main(["diff", str(folder), str(folder)]) == 0
    assert "Both say the same." in capsys.readouterr().out


def test_what_changed_is_told_record_by_record(folder: Path, newer: Path, capsys: Told) -> None:
    assert main(["diff", str(folder), str(newer)]) == 1
    told = capsys.readouterr().out
    for line in (
        "1 added, 1 withdrawn, 1 changed.",
        "  changed   hurt-many: People hurt: more than 13 people, The mayor",
        "    low: “12” became “13”",
        "  withdrawn quarrel: They quarrel",
        "  added     Q2: “We shall not pay.”",
    ):
        assert line in told


def test_of_long_cells_the_words_around_what_differs_are_told(tmp_path: Path, capsys: Told) -> None:
    old, new = (
        make.write(tmp_path / end, slides=[make.slide(caption=f"{'It stands. ' * 40}{end}.")])
        for end in ("Long", "Short")
    )
    main(["diff", str(old), str(new)])
    alike = "… stands. It stands. It stands. It stands. "
    assert f"caption: “{alike}Long.” became “{alike}Short.”" in capsys.readouterr().out


def test_the_same_as_json(folder: Path, newer: Path, capsys: Told) -> None:
    assert main(["diff", str(folder), str(newer), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["counts"] == {"added": 1, "withdrawn": 1, "changed": 1}
    (changed,) = (one for one in told["changes"] if one["kind"] == "changed")
    assert changed["fields"] == [{"column": "low", "before": "12", "after": "13"}]
    assert told["versions"]["old"] != told["versions"]["new"]


def test_a_zip_is_read_like_its_folder(
    folder: Path, newer: Path, tmp_path: Path, capsys: Told
) -> None:
    packed = tmp_path / "dossier.zip"
    packed.write_bytes(package(load_dossier(folder)))
    assert main(["diff", str(packed), str(folder)]) == 0
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        for file in newer.iterdir():
            archive.write(file, f"newer/{file.name}")
    assert main(["diff", str(packed), str(inner)]) == 1
    assert "low: “12” became “13”" in capsys.readouterr().out


def test_what_cannot_be_compared_is_told_and_ends_with_2(
    folder: Path, tmp_path: Path, capsys: Told
) -> None:
    broken = make.write(tmp_path / "broken", quotes=[make.quote(topic="nothing")])
    text = tmp_path / "text.zip"
    text.write_text("no zip", encoding="utf-8")
    for other, told in (
        (tmp_path / "nowhere", "expected the folder of a dossier"),
        (broken, "quotes.csv, line 2, topic"),
        (text, "Name a folder, or a zip that is whole"),
    ):
        assert main(["diff", str(folder), str(other)]) == 2
        assert told in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../outside.csv", "/outside.csv", "a\\..\\outside.csv"])
def test_nothing_is_written_outside(name: str, folder: Path, tmp_path: Path, capsys: Told) -> None:
    packed = tmp_path / "hostile.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, "id\n")
    assert main(["diff", str(packed), str(folder)]) == 2
    assert "lies outside the folder" in capsys.readouterr().err


def test_a_zip_that_grows_without_end_is_not_unpacked(
    folder: Path, tmp_path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "bomb.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dossier.toml", "#" * 1_000_000)
    assert packed.stat().st_size < 10_000
    monkeypatch.setattr(diff, "MOST_BYTES", 999_999)
    assert main(["diff", str(packed), str(folder)]) == 2
    assert "Unpack it" in capsys.readouterr().err
