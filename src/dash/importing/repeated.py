"""Events that stand in a file more than once, as where two downloads were joined.

They are looked for in what was written of the file, by DuckDB and in bounded memory: what has no
room there goes to the disk.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import narwhals as nw
import pyarrow as pa

from dash.importing.batches import ROWS
from dash.importing.faults import EventFileError
from dash.importing.table import ID

MEMORY = "100MB"
MOST_NAMED = 5

Table: TypeAlias = "nw.LazyFrame[Any]"


@dataclass(frozen=True)
class Repeated:
    """How often events stand more than once.

    Attributes:
        again: Rows that are equal to another of their id, the first of these not counted.
        unlike: How many ids stand in rows that differ.
        named: Some of these ids.
        alike: Rows that are equal to another where no id tells whether it is the same event.
    """

    again: int = 0
    unlike: int = 0
    named: tuple[str, ...] = ()
    alike: int = 0


def repeated(files: Sequence[Path], spill: Path) -> Repeated:
    """Return which events stand more than once in Parquet files of an import.

    Args:
        files: The files; with a column `id`, or none of them.
        spill: A folder for what has no room in memory.

    Raises:
        EventFileError: It cannot be found out: there is no room on the disk.
    """
    with _read(files, spill) as table:
        if ID.name not in table.collect_schema().names():
            return Repeated(alike=_alike(files, spill))
        twice = _twice(table)
        (total,) = _collected(twice.select(nw.col("rows").sum().cast(nw.Int64), ids=nw.len()))
        if not total["ids"]:
            return Repeated()
        kinds = _once(table, twice).group_by(ID.name).agg(rows=nw.len())
        unlike = kinds.filter(nw.col("rows") > 1)
        (number,) = _collected(unlike.select(ids=nw.len()))
        if number["ids"]:
            named = _collected(unlike.sort(ID.name).head(MOST_NAMED))
            return Repeated(unlike=number["ids"], named=tuple(each[ID.name] for each in named))
        return Repeated(again=total["rows"] - total["ids"])


def each_once(files: Sequence[Path], spill: Path, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Yield the rows of Parquet files, those of an event that stands in equal rows once.

    Raises:
        EventFileError: There is no room on the disk.
    """
    with _read(files, spill) as table:
        twice = _twice(table)
        others = table.join(twice, on=ID.name, how="anti")
        once: Any = nw.concat([others, _once(table, twice)]).to_native()
        for batch in once.to_arrow_reader(ROWS):
            yield batch.cast(schema)


@contextmanager
def _read(files: Sequence[Path], spill: Path) -> Iterator[Table]:
    import duckdb  # noqa: PLC0415 - 66 MB that only this needs

    # What the reading has left is free for it.
    pa.default_memory_pool().release_unused()
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "threads": 1,
        "temp_directory": str(spill),
        "preserve_insertion_order": False,
    }
    try:
        with duckdb.connect(config=settings) as database:
            yield nw.from_native(
                database.read_parquet([str(file) for file in files], hive_partitioning=False)
            )
    except duckdb.Error as error:
        told = str(error).splitlines()[0]
        raise EventFileError(
            f"Whether an event stands twice could not be found out: {told} Make room on the disk."
        ) from error


def _twice(table: Table) -> Table:
    """Return the ids that stand more than once, and in how many rows; blank ones are no id."""
    ids = table.filter(~nw.col(ID.name).is_null()).group_by(ID.name).agg(rows=nw.len())
    return ids.filter(nw.col("rows") > 1)


def _once(table: Table, twice: Table) -> Table:
    """Return the rows of some ids, equal ones once."""
    return table.join(twice.select(ID.name), on=ID.name, how="semi").unique()


def _alike(files: Sequence[Path], spill: Path) -> int:
    """Return how many rows are equal to another; those of a year lie in one folder."""
    by_folder: dict[Path, list[Path]] = defaultdict(list)
    for file in files:
        by_folder[file.parent].append(file)
    found = 0
    for together in by_folder.values():
        with _read(together, spill) as table:
            (rows,), (kinds,) = (
                _collected(each.select(rows=nw.len())) for each in (table, table.unique())
            )
            found += rows["rows"] - kinds["rows"]
    return found


def _collected(table: Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.collect("pyarrow").to_native().to_pylist()
    return rows
