"""Tests of dash.importing.repeated: events that stand more than once, in files of any size."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dash.importing import repeated as looking
from dash.importing.faults import EventFileError
from dash.importing.repeated import Repeated, each_once, repeated
from dash.importing.table import ID, SCHEMA
from tests import factories as make

Rows = list[dict[str, object]]


def _files(folder: Path, *rows: Rows) -> list[Path]:
    return [
        make.write_parquet(folder / f"year={2014 + year}" / "part-0.parquet", each, extra=[ID])
        for year, each in enumerate(rows)
    ]


def test_equal_rows_of_an_id_are_one_event_and_blank_ids_are_none(tmp_path: Path) -> None:
    one, other, nobody = (make.incident(id=each) for each in ("1", "2", None))
    files = _files(tmp_path, [one, nobody, other, one], [nobody, one])
    assert repeated(files, tmp_path / "spill") == Repeated(again=2)
    batches = list(each_once(files, tmp_path / "spill", SCHEMA.append(ID)))
    assert sorted(row["id"] or "" for batch in batches for row in batch.to_pylist()) == [
        *("", "", "1", "2")
    ]


def test_rows_of_an_id_that_differ_are_told_apart(tmp_path: Path) -> None:
    seven, eight = make.incident(id="7"), make.incident(id="8")
    files = _files(tmp_path, [seven, eight], [seven | {"high": 4}, eight])
    assert repeated(files[:1], tmp_path / "spill") == Repeated()
    assert repeated(files, tmp_path / "spill") == Repeated(unlike=1, named=("7",))


def test_without_ids_equal_rows_are_counted_alone(tmp_path: Path) -> None:
    rows = [make.incident(), make.incident(), make.incident(high=4)]
    file = make.write_parquet(tmp_path / "deaths.parquet", rows)
    assert repeated([file], tmp_path / "spill") == Repeated(alike=1)


def test_no_room_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "MEMORY", "1MB")
    rows = [make.incident(id=str(number)) for number in range(20_000)]
    (tmp_path / "spill").write_text("no folder", encoding="utf-8")
    files = _files(tmp_path, rows)
    assert pq.read_metadata(files[0]).num_rows == 20_000
    with pytest.raises(EventFileError, match="Make room on the disk"):
        repeated(files, tmp_path / "spill")
