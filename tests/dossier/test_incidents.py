"""Tests of dash.dossier.incidents: Parquet files are held to their contract, cell by cell."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dash.dossier.incidents import PART, SETTING
from dash.dossier.loaders import open_dossier
from dash.schema.problems import DossierError, Problem
from tests import factories as make

Change = Callable[[pa.Table], pa.Table]


def _told(folder: Path) -> list[Problem]:
    return [problem for problem in open_dossier(folder).problems if problem.takes == PART]


def _set(column: str, *cells: Any, kind: pa.DataType | None = None) -> Change:
    def change(table: pa.Table) -> pa.Table:
        values = [*cells, *table[column].to_pylist()[len(cells) :]]
        array = pa.array(values, kind or table.schema.field(column).type)
        return table.set_column(table.schema.names.index(column), column, array)

    return change


def test_sound_files_are_counted_and_may_lie_in_folders(tmp_path: Path) -> None:
    folder = make.write_incidents(tmp_path, [make.incident(), make.incident()])
    make.write_parquet(folder / "incidents" / "year=2021" / "more.parquet", [make.incident()])
    dossier = open_dossier(folder)
    assert dossier.problems == ()
    assert dossier.has_incidents
    assert dossier.incidents is not None
    assert dossier.incidents.rows == 3
    assert [file.name for file in dossier.incidents.files] == ["deaths.parquet", "more.parquet"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda table: table.drop(["best"]), (None, "best", "no such column", "a column best")),
        (_set("best", "two", "2", kind=pa.string()), (None, "best", "a column of string", "whole")),
        (_set("low", 1, -1), (2, "low", "-1", "a whole number from 0")),
        (_set("low", 3), (1, "best", "2", "from low to high, or true in sic")),
        (_set("high", 1), (1, "best", "2", "from low to high")),
        (_set("deaths_a", 2, 0), (2, "best", "2", "the sum of deaths_a")),
        (_set("place", " "), (1, "place", " ", "text")),
        (_set("place", None), (1, "place", None, "text")),
        (_set("longitude", None), (1, "longitude", None, "longitude and latitude, or neither")),
        (_set("latitude", float("nan")), (1, "latitude", "nan", "a number from -90 to 90")),
        (_set("where_precision", 8), (1, "where_precision", "8", "from 1 to 7")),
        (_set("source", "gazette"), (1, "source", "gazette", "the id of one row of sources")),
    ],
)
def test_a_fault_is_told_with_file_row_and_column(
    change: Change, told: tuple[int | None, str, str | None, str], tmp_path: Path
) -> None:
    row, column, found, expected = told
    rows = [make.incident(deaths_a=2, low=1, best=2, high=3) for _ in range(2)]
    folder = make.write_incidents(tmp_path, rows)
    file = folder / "incidents" / "deaths.parquet"
    pq.write_table(change(pq.read_table(file)), file)
    (problem,) = _told(folder)
    assert (problem.file, problem.line) == ("incidents/deaths.parquet", row)
    assert (problem.column, problem.value) == (column, found)
    assert expected in problem.expected
    assert row is None or f"incidents/deaths.parquet, row {row}, {column}: found" in str(problem)


def test_odd_bounds_pass_where_they_are_marked_so(tmp_path: Path) -> None:
    odd = make.incident(deaths_a=2, low=3, best=2, high=1, sic=True)
    assert open_dossier(make.write_incidents(tmp_path, [odd])).problems == ()


@pytest.mark.parametrize("content", [b"", b"PAR1", b"low,best\n1,2\n"])
def test_a_damaged_file_is_told_and_takes_no_other_page_down(
    content: bytes, tmp_path: Path
) -> None:
    folder = make.write_incidents(tmp_path, [make.incident()])
    (folder / "incidents" / "torn.parquet").write_bytes(content)
    (told,) = _told(folder)
    assert told.file == "incidents/torn.parquet"
    assert "write it anew" in told.hint
    dossier = open_dossier(folder)
    assert dossier.has_incidents
    with pytest.raises(DossierError, match=r"torn\.parquet"):
        _ = dossier.incidents
    assert len(dossier.figures)
    assert dossier.story.title


def test_a_file_torn_in_its_middle_is_told(tmp_path: Path) -> None:
    folder = make.write_incidents(tmp_path, [make.incident(place=f"p{n}") for n in range(5000)])
    file = folder / "incidents" / "deaths.parquet"
    content = bytearray(file.read_bytes())
    content[40:4000] = bytes(3960)
    file.write_bytes(content)
    assert [problem.file for problem in _told(folder)] == ["incidents/deaths.parquet"]


def test_files_and_frame_belong_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = make.write(tmp_path / "bare")
    make.write_parquet(bare / "incidents" / "deaths.parquet", [make.incident()])
    (told,) = _told(bare)
    assert "[incidents] in dossier.toml" in told.expected
    empty = make.write(tmp_path / "empty", make.STORY + make.INCIDENTS)
    (told,) = _told(empty)
    assert "at least one Parquet file" in told.expected
    monkeypatch.setenv(SETTING, "sc://host:15002/;table=/data/deaths")
    assert _told(empty) == []
    assert not open_dossier(make.write(tmp_path / "none")).has_incidents


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ('source = "paper"\nclaimant', 'source = "papr"\nclaimant', "incidents.source"),
        ('claimant = "mayor"', 'claimant = "mayr"', "incidents.claimant"),
        ('deaths_a = "everyone"', 'deaths_a = "evryone"', "incidents.parties.deaths_a"),
        ('view = "valley"', 'view = "vale"', "incidents.view"),
        ('measure = "hurt"\neveryone', 'measure = "hrt"\neveryone', "incidents.measure"),
        ('counts = "Deaths."\n', "", "incidents.counts"),
    ],
)
def test_a_frame_that_names_nothing_takes_the_incidents_alone(
    old: str, new: str, column: str, tmp_path: Path
) -> None:
    folder = make.write_incidents(tmp_path, [make.incident()])
    text = (folder / "dossier.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "dossier.toml").write_text(text.replace(old, new), encoding="utf-8")
    (told,) = _told(folder)
    assert told.column == column
    assert open_dossier(folder).story.incidents is None
