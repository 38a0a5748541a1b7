"""Rows of a table as plain mappings."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

Tables = Mapping[str, pd.DataFrame]
Record = Mapping[str, Any]
# What stands for a blank cell; pandas' stubs do not know that na_value may be None.
BLANK: Any = None


def records(table: pd.DataFrame) -> list[Record]:
    """Return the rows of a table as plain mappings, in which a blank cell is None."""
    # Column by column: over the whole frame, astype and where take several times as long.
    columns = [cells.to_numpy(dtype=object, na_value=BLANK).tolist() for _, cells in table.items()]
    # As a list: going through an Index for each row would take most of the time.
    keys = table.columns.tolist()
    return [dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)]


def record(table: pd.DataFrame, key: str | int) -> Record:
    """Return one row of a table by its key.

    Raises:
        KeyError: The table has no such row.
    """
    position = table.index.get_loc(key)
    return {column: _cell(table[column].array[position]) for column in table.columns}


def names(table: pd.DataFrame) -> dict[str, str]:
    """Return the name of each row, or its title, by its id."""
    return dict(zip(table["id"], table["name" if "name" in table else "title"], strict=True))


def split_ids(cell: object) -> list[str]:
    """Return the ids of a many-valued cell; a blank one holds none."""
    return [part.strip() for part in cell.split(";")] if isinstance(cell, str) else []


def _cell(value: Any) -> Any:
    """Return a cell as a plain Python value; a blank one is None."""
    if value is None or value != value:  # noqa: PLR0124 - only a missing number differs from itself
        return None
    return value.item() if isinstance(value, np.generic) else value
