"""What kind of file it is that somebody has downloaded: CSV, CSV in a zip, Parquet, or another."""

import os
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dash.files import NO_FILE
from dash.importing.batches import ROWS, Batch, EventFile
from dash.importing.csv_file import CsvFile
from dash.importing.faults import EventFileError

AS_CSV = "Download or save it as CSV (UTF-8)"
# How files begin that are no table of events, or none that is read here.
OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "packed with gzip, as R's files are"),
    (b"RDX", "a file of R's"),
    (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ", "packed with xz"),
    (b"7z\xbc\xaf", "packed with 7z"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet"),
    (b"<stata_dta", "a file of Stata's"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
# What text begins with that is no table.
OTHER_TEXTS = (
    (b"<!doctype html", "a web page: the download was likely an error or a login page"),
    (b"<html", "a web page: the download was likely an error or a login page"),
    (b"<?xml", "XML"),
    (b"{", "JSON"),
    (b"[", "JSON"),
)


@contextmanager
def opened(file: Path, separator: str | None = None) -> Iterator[EventFile]:
    """Open an event file; a zip must hold one CSV.

    Raises:
        EventFileError: It is no file of events; the message says what it seems to be.
    """
    with ExitStack() as stack:
        try:
            yield _opened(file, separator, stack)
        except OSError as error:
            raise EventFileError(f"{file}: {error.strerror or error}.") from error
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            told = f"{file}: the zip is damaged or has a password: {error}. Download it anew."
            raise EventFileError(told) from error
        except pa.ArrowException as error:
            told = str(error).splitlines()[0]
            raise EventFileError(f"{file}: damaged Parquet: {told}. Download it anew.") from error


def _opened(file: Path, separator: str | None, stack: ExitStack) -> EventFile:
    if not file.is_file():
        raise OSError(0, NO_FILE if file.exists() else "there is no such file")
    stream = stack.enter_context(file.open("rb"))
    start = stream.peek(512)[:512]
    if start.startswith(b"PAR1"):
        return ParquetFile(file.name, stack.enter_context(pq.ParquetFile(file, pre_buffer=False)))
    if start.startswith(b"PK\x03\x04"):
        return _in_zip(file, separator, stack)
    _refuse_others(file.name, start)
    size = max(1, file.stat().st_size)
    return CsvFile(file.name, stream, lambda: os.lseek(stream.fileno(), 0, 1) / size, separator)


def _in_zip(file: Path, separator: str | None, stack: ExitStack) -> EventFile:
    archive = stack.enter_context(zipfile.ZipFile(file))
    members = archive.infolist()
    if any(member.filename.startswith("xl/") for member in members):
        raise EventFileError(f"{file.name}: a spreadsheet. {AS_CSV}.")
    tables = [
        member
        for member in members
        if member.filename.lower().endswith((".csv", ".tsv", ".txt"))
        and not member.filename.startswith("__MACOSX")
    ]
    csvs = [member for member in tables if member.filename.lower().endswith(".csv")] or tables
    if len(csvs) != 1:
        held = ", ".join(member.filename for member in (csvs or members)[:5]) or "nothing"
        raise EventFileError(f"{file.name}: a zip with {held}. Unpack it, and name one CSV.")
    member = csvs[0]
    stream: IO[bytes] = stack.enter_context(archive.open(member))
    name = f"{file.name}/{Path(member.filename).name}"
    _refuse_others(name, stack.enter_context(archive.open(member)).read(512))
    size = max(1, member.file_size)
    return CsvFile(name, stream, lambda: stream.tell() / size, separator)


def _refuse_others(name: str, start: bytes) -> None:
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    found = [kind for head, kind in OTHERS if start.startswith(head)]
    found += [kind for head, kind in OTHER_TEXTS if text.startswith(head)]
    if not found and b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        found = ["no text"]
    if found:
        raise EventFileError(f"{name}: this is no CSV, but {found[0]}. {AS_CSV}.")


class ParquetFile:
    """A Parquet file; its cells are read as the text of a CSV would be."""

    def __init__(self, name: str, parquet: Any) -> None:
        """Keep the open file."""
        self.name = name
        self.notes: list[str] = []
        self.names: Sequence[str] = parquet.schema_arrow.names
        self._parquet = parquet
        self._read = 0

    def done(self) -> float:
        """Return how much of it was read, from 0 to 1."""
        rows: int = self._parquet.metadata.num_rows
        return self._read / max(1, rows)

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Yield its rows, with the columns of these names alone."""
        for rows in self._parquet.iter_batches(ROWS, columns=list(columns)):
            numbers = range(self._read + 1, self._read + 1 + rows.num_rows)
            cells = {name: self._text(rows.column(name), name) for name in columns}
            self._read += rows.num_rows
            yield Batch(numbers, cells)

    def _text(self, column: Any, name: str) -> Any:
        if pa.types.is_floating(column.type):
            # Some programs write NaN where nothing is known.
            doubles = column.cast(pa.float64())
            column = pc.if_else(pc.is_nan(doubles), pa.scalar(None, pa.float64()), doubles)
        try:
            return pc.fill_null(column.cast(pa.string()), "")
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            told = (
                f"{self.name}, {name}: a column of {column.type}, which is no text, number or day"
            )
            raise EventFileError(f"{told}.") from error
