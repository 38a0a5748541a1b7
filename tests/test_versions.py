"""Tests of the version of a dossier: it follows from what is said, not from how it is written."""

import csv
from pathlib import Path

import pytest

from dash.dossier.loaders import open_dossier
from dash.versions import Version, corrected_since, read_version, version_of
from tests import factories as make
from tests.factories import Row


def _digest(folder: Path, story: str = make.STORY, /, **tables: list[Row]) -> str:
    version = version_of(make.dossier(folder, story, **tables))
    assert version is not None
    return version.digest


def test_how_files_are_written_makes_no_other_version(tmp_path: Path) -> None:
    folder = make.write(tmp_path / "a", quotes=[make.quote(), make.quote(id="Q2")])
    before = version_of(open_dossier(folder))
    with (folder / "quotes.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = list(csv.reader(file))
    with (folder / "quotes.csv").open("w", encoding="utf-16", newline="") as file:
        writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writerows([[*head, "of_our_own"], *([*row, "1"] for row in reversed(rows))])
    assert version_of(open_dossier(folder)) == before is not None


@pytest.mark.parametrize(
    "tables",
    [
        {"quotes": [make.quote(note="A word more.")]},
        {"figures": [make.figure(low="0"), make.context_figure()]},
        {"corrections": []},
        {"differences": [make.difference(records="Q1")]},
    ],
)
def test_whatever_is_said_otherwise_is_another_version(
    tables: dict[str, list[Row]], tmp_path: Path
) -> None:
    assert _digest(tmp_path / "a") != _digest(tmp_path / "b", **tables)


def test_nothing_and_zero_differ(tmp_path: Path) -> None:
    figures = [
        [make.figure(), make.context_figure(low=low, best=best)]
        for low, best in (("0", ""), ("0", "0"))
    ]
    one, other = (_digest(tmp_path / str(n), figures=rows) for n, rows in enumerate(figures))
    assert one != other


def test_the_frame_counts_and_its_date_does_not(tmp_path: Path) -> None:
    dated = f'updated = "2020-06-01"\n{make.STORY}'
    version = version_of(make.dossier(tmp_path / "a", dated))
    assert version is not None
    assert version.digest == _digest(tmp_path / "b")
    assert str(version) == f"2020-06-01-{version.digest}"
    assert version.words == f"version {version.digest} of 1 June 2020"
    other = make.STORY.replace("Two towns quarrel.", "Two towns make peace.")
    assert _digest(tmp_path / "c", other) != version.digest


def test_a_dossier_with_a_problem_has_no_version(tmp_path: Path) -> None:
    assert version_of(make.dossier(tmp_path, quotes=[make.quote(topic="nothing")])) is None


@pytest.mark.parametrize("version", [Version("0123abcd"), Version("0123abcd", "2020-06")])
def test_what_an_address_names_is_read_again(version: Version) -> None:
    assert read_version(str(version)) == version


@pytest.mark.parametrize("text", ["", "1.0", "0123abc", "2020-13-01-0123abcd", "x-0123abcd"])
def test_what_is_no_version_is_none(text: str) -> None:
    assert read_version(text) is None


def test_corrections_since_a_version_take_in_its_day(tmp_path: Path) -> None:
    rows = [make.correction(id=f"C{day}", date=f"2020-06-0{day}") for day in (1, 3, 2)]
    dossier = make.dossier(tmp_path, corrections=rows)
    since = corrected_since(dossier, Version("0123abcd", "2020-06-02"))
    assert since is not None
    assert [row["id"] for row in since] == ["C3", "C2"]
    assert corrected_since(dossier, Version("0123abcd", "2020-07")) == []
    assert corrected_since(dossier, Version("0123abcd")) is None
