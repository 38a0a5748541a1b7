"""The rows of an import as Parquet files: written aside, and moved to their place when whole."""

import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dash.schema.incidents import FOLDER

# Rows that wait in memory. As many as this in all, and one file is enough.
MOST_WAITING = 500_000
# Files that are written at a time: a damaged file may have thousands of years.
MOST_OPEN = 200
ASIDE = ".incidents-"
NEW, OLD = "new", "old"
FILE = "recorded_deaths.parquet"
# What nobody has written to for so long was left by an import that could not clear up.
LEFT_SECONDS = 24 * 3600


@contextmanager
def written_aside(folder: Path) -> Iterator[Path]:
    """Make a folder beside the final one, which is gone in the end, whatever happens."""
    _clear_up(folder)
    aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=folder))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _clear_up(folder: Path) -> None:
    """Take away what imports have left that were killed; put back what one had moved aside."""
    for left in folder.glob(f"{ASIDE}*"):
        newest = max(each.lstat().st_mtime for each in (left, *left.rglob("*")))
        if newest > time.time() - LEFT_SECONDS:
            continue
        if (left / OLD).is_dir() and not (folder / FOLDER).exists():
            (left / OLD).rename(folder / FOLDER)
        shutil.rmtree(left, ignore_errors=True)


def existing(folder: Path) -> list[Path]:
    """Return the Parquet files that a dossier has already."""
    return sorted((folder / FOLDER).rglob("*.parquet"))


def put_in_place(aside: Path, folder: Path) -> None:
    """Move what was written aside to a dossier's folder, in place of the Parquet files there.

    What else lies in that folder stays. Where the second move fails, the first is taken back.

    Args:
        aside: The folder from `written_aside`.
        folder: The dossier's folder, in the same file system.
    """
    new, final, old = aside / NEW, folder / FOLDER, aside / OLD
    if final.is_dir():
        shutil.copytree(
            final,
            new,
            symlinks=True,
            dirs_exist_ok=True,
            ignore=shutil.ignore_patterns("*.parquet"),
        )
        for left in sorted(new.rglob("*"), reverse=True):
            if left.is_dir() and not any(left.iterdir()):
                left.rmdir()
        final.rename(old)
    try:
        new.rename(final)
    except BaseException:
        if old.is_dir():
            old.rename(final)
        raise


class Writer:
    """Writes rows as they come: one file of few rows, or of many a folder for each year."""

    def __init__(self, folder: Path, schema: pa.Schema, about: Mapping[str, str]) -> None:
        """Begin with no rows.

        Args:
            folder: Where the files are written; it is made.
            schema: The columns of the rows.
            about: What each file says of itself.
        """
        self._folder = folder
        self._folder.mkdir()
        self._schema = schema.with_metadata(dict(about))
        self._waiting: list[pa.RecordBatch] = []
        self._rows = 0
        self._open: dict[int, pq.ParquetWriter] = {}
        self._parts: dict[int, int] = defaultdict(int)

    def add(self, rows: pa.RecordBatch) -> None:
        """Take rows, and write once enough of them wait."""
        if rows.num_rows:
            self._waiting.append(rows)
            self._rows += rows.num_rows
        if self._rows >= MOST_WAITING:
            self._write_by_year()

    def close(self) -> None:
        """Write what waits."""
        if self._open or self._parts:
            self._write_by_year()
            self._close_files()
        else:
            self._write(self._folder / FILE, self._table())

    def abandon(self) -> None:
        """Close the files that are written, as nobody will want them."""
        self._waiting.clear()
        self._close_files()

    def _table(self) -> pa.Table:
        table = pa.Table.from_batches(self._waiting, self._waiting_schema())
        self._waiting, self._rows = [], 0
        # One after another, so that a question about a time reads a part of a file.
        return table.sort_by("first_day").replace_schema_metadata(self._schema.metadata)

    def _waiting_schema(self) -> pa.Schema:
        return self._waiting[0].schema if self._waiting else self._schema.remove_metadata()

    def _write_by_year(self) -> None:
        if not self._rows:
            return
        table = self._table()
        years = pc.year(table["first_day"]).to_numpy()
        # Sorted by day, so that a year is a stretch of rows.
        starts = np.flatnonzero(np.diff(years, prepend=years[0] - 1))
        ends = [*starts[1:], len(years)]
        for start, end in zip(starts, ends, strict=True):
            self._file_of(int(years[start])).write_table(table.slice(start, end - start))

    def _file_of(self, year: int) -> pq.ParquetWriter:
        if year not in self._open:
            if len(self._open) >= MOST_OPEN:
                self._close_files()
            folder = self._folder / f"year={year:04}"
            folder.mkdir(exist_ok=True)
            file = folder / f"part-{self._parts[year]}.parquet"
            self._parts[year] += 1
            self._open[year] = pq.ParquetWriter(file, self._schema, compression="zstd")
        return self._open[year]

    def _close_files(self) -> None:
        files, self._open = self._open, {}
        for file in files.values():
            file.close()

    @staticmethod
    def _write(file: Path, table: pa.Table) -> None:
        pq.write_table(table, file, compression="zstd")
