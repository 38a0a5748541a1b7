"""The Parquet files of recorded deaths: found, and held to their contract batch by batch.

Only what is looked at is in memory: a batch of rows, whatever the size of the files.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dash.schema.incidents import COLUMNS, FOLDER, MAY_BE_PUBLISHED, NOT, PARTIES, Column
from dash.schema.problems import MOST_PROBLEMS, Hint, Problem, shown
from dash.schema.story import Story

if TYPE_CHECKING:
    import pyarrow as pa

PART = "incidents"
# Rows whose cells are looked at when a dossier is opened; the import looks at each.
MOST_LOOKED_AT = 1_000_000
BATCH = 65_536
# Where the queries run, if not in this process: sc://host:port/;table=where-the-server-finds-it.
SETTING = "INCIDENTS"
TABLE_OF_SETTING = ";table="


def is_elsewhere() -> bool:
    """Return whether the table of the incidents lies where another server finds it."""
    return TABLE_OF_SETTING in os.environ.get(SETTING, "")


@dataclass(frozen=True)
class IncidentFiles:
    """The Parquet files of a dossier's recorded deaths, sound as far as they were looked at.

    Attributes:
        files: The files, in the order of their names.
        rows: How many rows they have together.
        closed: Those whose licence, as they or dossier.toml say, forbids to pass their rows on.
    """

    files: tuple[Path, ...]
    rows: int
    closed: tuple[Path, ...] = ()

    @property
    def open(self) -> tuple[Path, ...]:
        """The files that may be passed on."""
        return tuple(file for file in self.files if file not in self.closed)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """What a host must know of them."""
        told = (
            "the licence of these rows forbids to pass them on: readers see sums of them, and no "
            "download has them; keep the files out of a public repository"
        )
        return (Hint(FOLDER, told),) if self.closed else ()


def read_incidents(
    folder: Path, story: Story | None, sources: Collection[str], *, elsewhere: bool = False
) -> tuple[IncidentFiles | None, list[Problem]]:
    """Find and check the files; None where there are none, or where one has a problem.

    Args:
        folder: The dossier's folder.
        story: What dossier.toml says, or None where it cannot be read.
        sources: The ids of the sources.
        elsewhere: Whether the table lies on another machine, so that none need be here.
    """
    files = tuple(sorted((folder / FOLDER).rglob("*.parquet")))
    declared = None if story is None else story.incidents
    if not files:
        if declared is None or elsewhere:
            return None, []
        return None, [_problem(FOLDER, None, "at least one Parquet file (*.parquet)")]
    if declared is None:
        if story is None:
            return None, []
        expected = "a part [incidents] in dossier.toml that says what the files are"
        return None, [_problem(FOLDER, None, expected)]
    problems: list[Problem] = []
    rows = 0
    closed = []
    for file in files:
        name = file.relative_to(folder).as_posix()
        count, found, metadata = _check_file(file, name, set(sources), MOST_LOOKED_AT - rows)
        problems += found
        rows += count
        forbidden = metadata.get(MAY_BE_PUBLISHED.encode()) == NOT.encode()
        if forbidden or not declared.may_be_published:
            closed.append(file)
    return (None, problems) if problems else (IncidentFiles(files, rows, tuple(closed)), [])


def known_columns(schema: "pa.Schema", name: str) -> list[Problem]:
    """Return a problem for each column of the contract that a file lacks or has as another kind."""
    problems = []
    for column, rule in COLUMNS.items():
        if column not in schema.names:
            expected = f"a column {column}: {rule.holds}"
            problems.append(_problem(name, "no such column", expected, column=column))
        elif not _is_kind(schema.field(column).type, rule):
            found = f"a column of {schema.field(column).type}"
            problems.append(_problem(name, found, rule.holds, column=column))
    return problems


def faults(
    batch: "pa.RecordBatch", name: str, first_row: int, sources: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong in the rows of a batch, cell by cell.

    Args:
        batch: Rows with the columns of the contract, each of its kind.
        name: Name of the file, for the problems.
        first_row: Number of the batch's first row, counted from 1.
        sources: The ids that the column `source` may hold.
    """
    for column, wrong, expected in rules(batch, sources):
        for row in _rows_of(wrong):
            value = batch.column(column)[row].as_py()
            found = None if value is None else shown(str(value))
            yield _problem(name, found, expected, line=first_row + row, column=column)


def rules(batch: Any, sources: Collection[str]) -> Iterator[tuple[str, Any, str]]:
    """Yield a column, which of its cells are wrong (null is not wrong), and what belongs there.

    Args:
        batch: Rows with the columns of the contract, each of its kind.
        sources: The ids that the column `source` may hold.
    """
    import pyarrow as pa  # noqa: PLC0415 - only a dossier with incidents needs it
    import pyarrow.compute as pc  # noqa: PLC0415 - likewise

    cells = {column: batch.column(column) for column in COLUMNS}
    for column, rule in COLUMNS.items():
        if not rule.blank:
            yield column, pc.is_null(cells[column]), rule.holds
        if rule.kind in ("number", "whole number"):
            low, high = rule.at_least, rule.at_most
            inside = pc.and_(
                pc.greater_equal(cells[column], low), pc.less_equal(cells[column], high)
            )
            yield column, pc.invert(inside), rule.holds
        elif rule.kind == "text":
            blank = pc.equal(pc.utf8_trim_whitespace(cells[column].cast(pa.string())), "")
            yield column, blank, rule.holds
    known = pc.is_in(cells["source"].cast(pa.string()), pa.array(sorted(sources), pa.string()))
    yield "source", pc.invert(known), "the id of one row of sources"
    runs_back = pc.less(cells["last_day"], cells["first_day"])
    yield "last_day", runs_back, "a day that is not before first_day"
    half = pc.xor(pc.is_null(cells["longitude"]), pc.is_null(cells["latitude"]))
    yield "longitude", half, "longitude and latitude, or neither"
    ordered = pc.and_(
        pc.less_equal(cells["low"], cells["best"]), pc.less_equal(cells["best"], cells["high"])
    )
    odd = pc.and_not(pc.invert(ordered), cells["sic"])
    yield "best", odd, "a number from low to high, or true in sic where the source has it so"
    total = cells[PARTIES[0]].cast(pa.int64())
    for party in PARTIES[1:]:
        total = pc.add(total, cells[party].cast(pa.int64()))
    unequal = pc.not_equal(total, cells["best"].cast(pa.int64()))
    yield "best", unequal, f"the sum of {', '.join(PARTIES)}"


def _check_file(
    file: Path, name: str, sources: Collection[str], most: int
) -> tuple[int, list[Problem], Mapping[bytes, bytes]]:
    """Return how many rows a file has, its problems, and what it says of itself."""
    import pyarrow as pa  # noqa: PLC0415 - only a dossier with incidents needs it
    import pyarrow.parquet as pq  # noqa: PLC0415 - likewise

    if not file.is_file():
        return 0, [_problem(name, "no regular file", "a Parquet file")], {}
    try:
        with pq.ParquetFile(file) as parquet:
            problems = known_columns(parquet.schema_arrow, name)
            if not problems:
                problems = list(_faults_of_file(parquet, name, sources, most))
            return parquet.metadata.num_rows, problems, parquet.schema_arrow.metadata or {}
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        told = str(error).splitlines()[0] if str(error) else type(error).__name__
        expected = "a Parquet file that can be read to its end"
        hint = "It is damaged, or was not written to its end: write it anew."
        return 0, [_problem(name, shown(told), expected, hint=hint)], {}


def _faults_of_file(
    parquet: Any, name: str, sources: Collection[str], most: int
) -> Iterator[Problem]:
    first, told = 1, 0
    for batch in parquet.iter_batches(BATCH, columns=list(COLUMNS)):
        if first > most or told > MOST_PROBLEMS:
            return
        for problem in faults(batch, name, first, sources):
            told += 1
            yield problem
        first += batch.num_rows


def _rows_of(wrong: Any) -> list[int]:
    """Return the positions of what is wrong, some more than are told at most."""
    import pyarrow.compute as pc  # noqa: PLC0415 - only a dossier with incidents needs it

    positions: list[int] = pc.indices_nonzero(pc.fill_null(wrong, fill_value=False)).to_pylist()
    return positions[: MOST_PROBLEMS + 1]


def _is_kind(found: Any, rule: Column) -> bool:
    """Return whether a column of this Arrow type can hold what the contract asks for."""
    import pyarrow as pa  # noqa: PLC0415 - only a dossier with incidents needs it

    types = pa.types
    if rule.kind == "date":
        return bool(types.is_date32(found))
    if rule.kind == "text":
        words = found.value_type if types.is_dictionary(found) else found
        return bool(types.is_string(words) or types.is_large_string(words))
    if rule.kind == "number":
        return bool(types.is_floating(found))
    if rule.kind == "whole number":
        return bool(types.is_signed_integer(found))
    return bool(types.is_boolean(found))


def _problem(name: str, found: str | None, expected: str, **where: Any) -> Problem:
    """Return a problem of a file, with its row, column and a hint where there are any."""
    place = {"line": None, "column": None} | where
    return Problem(name, value=found, expected=expected, part=PART, **place)
