"""Rows of a table as plain mappings."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd
from pandas.api.types import is_string_dtype

from dash.schema.rows import Actor, Place, Record
from dash.schema.validation import table_columns

Tables = Mapping[str, pd.DataFrame]
NOTHING_MORE: Mapping[str, Callable[[Any], Any]] = MappingProxyType({})
# What stands for a blank cell; pandas' stubs do not know that na_value may be None.
BLANK: Any = None


def rows(
    name: str, table: pd.DataFrame, read: Mapping[str, Callable[[Any], Any]] = NOTHING_MORE
) -> list[Any]:
    """Return the rows of a table, as `dash.schema.rows` describes them.

    They cannot be changed, so that all readers may share them. The result is not typed: which
    row belongs to the name is told by the overloads of those who ask, and checked by a test.

    Args:
        name: The table's name.
        table: Its cells, with the columns that the contract names.
        read: What becomes of each cell of some columns, such as of a unit.
    """
    contract = table_columns(name)
    # Column by column: over the whole frame, astype and where take several times as long.
    columns = [
        _split(cells) if rule.metadata["many"] else cells
        for cells, rule in ((_plain(table[key]), rule) for key, rule in contract.items())
    ]
    keys = list(contract)
    for key, reading in read.items():
        columns[keys.index(key)] = list(map(reading, columns[keys.index(key)]))
    return [
        MappingProxyType(dict(zip(keys, cells, strict=True)))
        for cells in zip(*columns, strict=True)
    ]


def split_ids(cell: str | None) -> tuple[str, ...]:
    """Return the ids of a many-valued cell of text; a blank one holds none."""
    if cell is None:
        return ()
    return tuple(map(str.strip, cell.split(";"))) if ";" in cell else (cell.strip(),)


def key_of_row(row: Record) -> str | int:
    """Return the key of a row: a slide's number, or the id."""
    return row["number"] if "number" in row else row["id"]


def names(rows: Iterable[Actor | Place]) -> dict[str, str]:
    """Return the name of each row by its id."""
    return {row["id"]: row["name"] for row in rows}


def _plain(cells: "pd.Series[Any]") -> list[Any]:
    """Return the cells as plain Python values, blank ones as None.

    Equal texts are one object: a column of sources, dates or topics says few things many times.
    """
    plain: list[Any] = cells.to_numpy(dtype=object, na_value=BLANK).tolist()
    if not is_string_dtype(cells.dtype):
        return plain
    kept: dict[Any, Any] = {}
    return [kept.setdefault(cell, cell) for cell in plain]


def _split(cells: list[str | None]) -> list[tuple[str, ...]]:
    kept: dict[str | None, tuple[str, ...]] = {}
    for cell in cells:
        if cell not in kept:
            kept[cell] = split_ids(cell)
    return [kept[cell] for cell in cells]
