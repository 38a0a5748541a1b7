"""The table that an import makes: the columns of its files, and what it adds up to."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dash.schema.incidents import BOUNDS, COLUMNS, PARTIES, Column

KINDS = {"date": pa.date32(), "text": pa.string(), "number": pa.float64(), "flag": pa.bool_()}
# Up to here a whole number has room in a byte.
MOST_IN_A_BYTE = 127
# Beside the contract's: under which id the source has the event.
ID = pa.field("id", pa.string())


def _kind(column: Column) -> pa.DataType:
    small = pa.int8() if column.at_most <= MOST_IN_A_BYTE else pa.int32()
    return KINDS.get(column.kind, small)


SCHEMA = pa.schema([(name, _kind(column)) for name, column in COLUMNS.items()])


@dataclass
class Sums:
    """What the rows of a table add up to.

    Attributes:
        rows: How many there are.
        events: How many events they stand for.
        sic: In how many of them low, best and high stand in another order.
        first: The earliest first day; None without a row.
        last: The latest last day.
    """

    rows: int = 0
    events: int = 0
    sic: int = 0
    # Any: a day, as soon as there is a row.
    first: Any = None
    last: Any = None

    def __post_init__(self) -> None:
        """Begin to count deaths by party, and their bounds."""
        self.deaths: Counter[str] = Counter()

    def add(self, rows: pa.RecordBatch) -> None:
        """Add rows in the columns of the contract."""
        if not rows.num_rows:
            return
        self.rows += rows.num_rows
        self.events += pc.sum(rows.column("events")).as_py()
        self.sic += pc.sum(rows.column("sic")).as_py()
        first, last = pc.min(rows.column("first_day")), pc.max(rows.column("last_day"))
        self.first = min(filter(None, (self.first, first.as_py())))
        self.last = max(filter(None, (self.last, last.as_py())))
        for name in (*PARTIES, *BOUNDS):
            self.deaths[name] += pc.sum(rows.column(name)).as_py()
