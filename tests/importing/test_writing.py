"""Tests of dash.importing.writing: few rows in one file, many by year, all of them or none."""

import os
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dash.importing import writing
from dash.importing.writing import ASIDE, LEFT_SECONDS, NEW, Writer, put_in_place, written_aside

SCHEMA = pa.schema([("first_day", pa.date32()), ("best", pa.int32())])
START = date(2014, 6, 1)


def _batches(rows: int) -> Iterator[pa.RecordBatch]:
    for first in range(0, rows, 10):
        numbers = range(first, min(first + 10, rows))
        days = [START + timedelta(days=37 * number % 2000) for number in numbers]
        yield pa.RecordBatch.from_arrays(
            [pa.array(days, pa.date32()), pa.array(list(numbers), pa.int32())], schema=SCHEMA
        )


def _written(folder: Path, rows: int) -> list[Path]:
    with written_aside(folder) as aside:
        writer = Writer(aside / NEW, SCHEMA, {"licence": "CC BY 4.0"})
        for batch in _batches(rows):
            writer.add(batch)
        writer.close()
        put_in_place(aside, folder)
    return sorted((folder / "incidents").rglob("*.parquet"))


def test_few_rows_are_one_file_by_day(tmp_path: Path) -> None:
    (file,) = _written(tmp_path, 25)
    table = pq.read_table(file)
    assert sorted(table["best"].to_pylist()) == list(range(25))
    assert table["first_day"].to_pylist() == sorted(table["first_day"].to_pylist())
    assert pq.read_schema(file).metadata[b"licence"] == b"CC BY 4.0"
    assert [each.name for each in tmp_path.iterdir()] == ["incidents"]


@pytest.mark.parametrize("most_open", [200, 2])
def test_many_rows_are_a_folder_for_each_year(
    most_open: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_WAITING", 20)
    monkeypatch.setattr(writing, "MOST_OPEN", most_open)
    files = _written(tmp_path, 105)
    numbers = []
    for file in files:
        table = pq.read_table(file, partitioning=None)
        assert {f"year={day.year}" for day in table["first_day"].to_pylist()} == {file.parent.name}
        numbers += table["best"].to_pylist()
    assert sorted(numbers) == list(range(105))


def test_a_move_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _written(tmp_path, 5)
    renamed = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return renamed(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="No space"):
        _written(tmp_path, 9)
    assert sorted((tmp_path / "incidents").rglob("*.parquet")) == before
    assert pq.read_table(before[0]).num_rows == 5
    assert [each.name for each in tmp_path.iterdir()] == ["incidents"]


def test_what_a_killed_import_has_left_is_cleared_and_what_it_had_moved_is_back(
    tmp_path: Path,
) -> None:
    (before,) = _written(tmp_path, 5)
    left, running = tmp_path / f"{ASIDE}left", tmp_path / f"{ASIDE}running"
    (left / "old").parent.mkdir()
    before.parent.rename(left / "old")
    running.mkdir()
    long_ago = time.time() - LEFT_SECONDS - 60
    for each in (left, *left.rglob("*")):
        os.utime(each, (long_ago, long_ago))
    with written_aside(tmp_path):
        assert not left.exists()
        assert running.exists(), "another import may be at work there"
        assert pq.read_table(before).num_rows == 5
