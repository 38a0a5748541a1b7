"""Rows of an event file as rows of the contract: read, held to it, deaths given to their party."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dash.dossier.incidents import rules
from dash.importing.batches import Batch, EventFile
from dash.importing.cells import (
    Reader,
    Wrong,
    WrongCell,
    read_day,
    read_degrees,
    read_people,
    read_text,
    word_reader,
)
from dash.importing.choice import NO_DEATH, Choice, Sieve
from dash.importing.faults import Damaged
from dash.importing.formats import Format, header
from dash.importing.points import DEGREES, Points
from dash.importing.sides import NAMED, Sides
from dash.importing.table import ID, SCHEMA, Sums
from dash.schema.incidents import BOUNDS, COLUMNS, PARTIES
from dash.schema.problems import Problem, shown
from dash.schema.story import Bounds, Incidents

DAYS = ("first_day", "last_day")
WORDED = ("when_precision", "where_precision", "type")
# Whole numbers are read as such, however large, and held to the contract's range afterwards.
WHOLE = pa.int64()


class Taking:
    """Takes the rows of a file that are asked for and sound; keeps count of all others."""

    def __init__(
        self,
        events: EventFile,
        layout: Format,
        incidents: Incidents,
        choice: Choice,
        bounds: Bounds | None = None,
    ) -> None:
        """Find the columns.

        Args:
            events: The file.
            layout: How it is read; the file has all columns that this asks for.
            incidents: The source that the rows are from, and which sides are which party.
            choice: Which events are asked for.
            bounds: West, south, east and north of the map that they are drawn in.
        """
        spelled = {header(name): name for name in events.names}
        self._columns = {
            role: [spelled[header(name)] for name in any_of if header(name) in spelled]
            for role, any_of in layout.columns.given()
        }
        self._file = events.name
        self._layout = layout
        self._source = incidents.source
        self._readers = {role: self._reader(role) for role in self._columns}
        self.sieve = Sieve(choice)
        self.damaged = Damaged()
        self.read = 0
        self.western = 0
        self.sums = Sums()
        self.sides = Sides(incidents.sides)
        self.points = Points(bounds)

    @property
    def columns(self) -> list[str]:
        """The columns of the file that are needed, each once."""
        return list(dict.fromkeys(name for names in self._columns.values() for name in names))

    @property
    def schema(self) -> pa.Schema:
        """The columns of what is taken."""
        return SCHEMA.append(ID) if "id" in self._columns else SCHEMA

    def take(self, batch: Batch) -> pa.RecordBatch:
        """Return the rows of a batch that are taken, in the contract's columns."""
        self.read += len(batch.lines) + len(batch.broken)
        self.western += batch.western
        for problem in batch.broken:
            self.damaged.add([problem])
        wrong: dict[int, list[Problem]] = defaultdict(list)
        for row, problem in (batch.undecided or {}).items():
            wrong[row].append(problem)
        cells = dict(self._read(batch, wrong))
        kept = self.sieve.keep(cells)
        rows = self._in_contract(cells, len(batch.lines))
        self._hold(rows, batch, kept, wrong)
        for row in sorted(row for row in wrong if kept[row]):
            self.damaged.add(wrong[row])
            kept[row] = False
        sound = rows.filter(pa.array(kept))
        sides: dict[str, pa.Array] = {
            role: cells[role].filter(pa.array(kept)) for role, _ in NAMED if role in cells
        }
        given = self.sides.given(sound, sides)
        self.sums.add(given)
        self.points.add(given)
        return given.cast(self.schema)

    def _reader(self, role: str) -> Reader:
        words = getattr(self._layout.words, role) if role in WORDED else None
        if role in DAYS:
            return Reader(read_day, pa.int32())
        if role in DEGREES:
            return Reader(read_degrees, pa.float64())
        if words is not None:
            kind = pa.string() if role == "type" else WHOLE
            return Reader(word_reader(words, "a word of the mapping"), kind)
        if role in COLUMNS and COLUMNS[role].kind == "whole number":
            return Reader(read_people, WHOLE)
        return Reader(read_text, pa.string())

    def _read(
        self, batch: Batch, wrong: dict[int, list[Problem]]
    ) -> Iterator[tuple[str, pa.Array]]:
        """Yield what each column is for and what its cells mean; tell those that cannot be read."""
        for role, names in self._columns.items():
            read = []
            for name in names:
                values, faults = self._readers[role].column(batch.columns[name])
                for fault in faults:
                    wrong[fault.row].append(self._problem(batch, fault, name))
                read.append(values)
            column = pc.coalesce(*read)
            yield role, column.cast(pa.date32()) if role in DAYS else column

    def _in_contract(self, cells: Mapping[str, pa.Array], rows: int) -> pa.RecordBatch:
        """Return rows in the contract's columns, deaths still by the file's sides."""
        of = dict(cells)
        of.setdefault("last_day", of["first_day"])
        for role in ("when_precision", "where_precision"):
            if role not in of:
                of[role] = _all(getattr(self._layout.always, role), rows, WHOLE)
        for role in DEGREES:
            of.setdefault(role, _all(None, rows, pa.float64()))
        of.setdefault("events", _all(1, rows, WHOLE))
        _settle_deaths(of, rows)
        ordered = pc.and_(
            pc.less_equal(of["low"], of["best"]), pc.less_equal(of["best"], of["high"])
        )
        of["sic"] = pc.invert(pc.fill_null(ordered, fill_value=True))
        of["source"] = _all(self._source, rows, pa.string())
        of.setdefault("id", _all(None, rows, pa.string()))
        names = self.schema.names
        return pa.RecordBatch.from_arrays([of[name] for name in names], names)

    def _hold(
        self, rows: pa.RecordBatch, batch: Batch, kept: Any, wrong: dict[int, list[Problem]]
    ) -> None:
        """Hold the rows to the contract; leave out those in which nobody was killed."""
        unreadable = frozenset(wrong)
        for column, mask, expected in rules(rows, [self._source]):
            found = pc.indices_nonzero(pc.fill_null(mask, fill_value=False)).to_pylist()
            for row in found:
                if kept[row] and row not in unreadable:
                    names = self._columns.get(column)
                    value = rows.column(column)[row].as_py()
                    cell = WrongCell(row, "" if value is None else str(value), Wrong(expected))
                    name = ", ".join(names) if names else column
                    wrong[row].append(self._problem(batch, _hinted(cell, column, rows), name))
        nobody = np.ones(rows.num_rows, dtype=bool)
        for bound in BOUNDS:
            zero = pc.fill_null(pc.equal(rows.column(bound), 0), fill_value=False)
            nobody &= zero.to_numpy(zero_copy_only=False)
        for row in wrong:
            nobody[row] = False
        without = int((nobody & kept).sum())
        if without:
            self.sieve.left_out[NO_DEATH] += without
        kept &= ~nobody

    def _problem(self, batch: Batch, cell: WrongCell, column: str) -> Problem:
        found = shown(cell.found) if cell.found else None
        line = batch.lines[cell.row]
        return Problem(self._file, line, column, found, cell.wrong.expected, hint=cell.wrong.hint)


def _settle_deaths(of: dict[str, pa.Array], rows: int) -> None:
    """Fill what a file leaves open: the best count by the parties', or one of these by the best."""
    given = [party for party in PARTIES if party in of]
    if "best" not in of:
        of["best"] = _sum([of[party] for party in given])
    rest = of["best"]
    if given:
        rest = pc.subtract(rest, _sum([of[party] for party in given]))
    for party in PARTIES:
        if party not in of:
            of[party] = rest if party == "deaths_unknown" else _all(0, rows, WHOLE)
    for bound in ("low", "high"):
        of.setdefault(bound, of["best"])


def _sum(columns: list[pa.Array]) -> pa.Array:
    total = columns[0]
    for column in columns[1:]:
        total = pc.add(total, column)
    return total


def _all(value: Any, rows: int, kind: pa.DataType) -> pa.Array:
    return pa.repeat(pa.scalar(value, kind), rows)


def _hinted(cell: WrongCell, column: str, rows: pa.RecordBatch) -> WrongCell:
    """Return a wrong cell with what may have been meant."""
    if column not in DEGREES:
        return cell
    longitude, latitude = (rows.column(name)[cell.row].as_py() for name in DEGREES)
    if None in (longitude, latitude) or not (abs(latitude) > 90 >= abs(longitude)):
        return cell
    hint = "Longitude and latitude may have changed places."
    return WrongCell(cell.row, cell.found, Wrong(cell.wrong.expected, hint))
