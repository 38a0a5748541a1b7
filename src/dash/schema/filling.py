"""Blank cells that another cell of the row settles: filled in, so that nobody types twice."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

# How exact a date is, by the number of letters it is written with; what is longer names a day.
_PRECISIONS = MappingProxyType({4: "year", 7: "month"})


def _precision(cells: pd.DataFrame) -> pd.Series:
    """Return how exact the dates of `start` are written; open where there is none."""
    written = cells["start"].map(_exactness, na_action="ignore")
    return written.where(cells["start"].notna(), "open")


def _exactness(start: str) -> str:
    """Return how exact a date is written; of one that cannot be read, that alone is a problem."""
    return _PRECISIONS.get(len(start), "day")


def _read_in_story(cells: pd.DataFrame) -> pd.Series:
    """Return ART for what the story tells, and nothing for context, which was checked elsewhere."""
    return pd.Series("ART", cells.index, dtype="str").where(cells["in_story"].eq("true"))


def _bound(cells: pd.DataFrame) -> pd.Series:
    """Return exact where there is one number alone, and a range where there are two ends."""
    low, best, high = (cells[part].notna() for part in ("low", "best", "high"))
    bound = pd.Series(None, cells.index, dtype="str")
    return bound.mask(best & ~low & ~high, "exact").mask(low & high, "range")


class Settled(NamedTuple):
    """A column that others settle, those others, and how they do."""

    column: str
    by: tuple[str, ...]
    settle: Callable[[pd.DataFrame], pd.Series]


_VERIFICATION = Settled("verification", ("in_story",), _read_in_story)
SETTLED: Mapping[str, tuple[Settled, ...]] = MappingProxyType(
    {
        "events": (Settled("precision", ("start",), _precision), _VERIFICATION),
        "figures": (Settled("bound", ("low", "best", "high"), _bound), _VERIFICATION),
    }
)


def fill(name: str, cells: pd.DataFrame) -> pd.DataFrame:
    """Return a table with the blank cells filled that others of their row settle.

    A column that is not there at all is added only where every cell of it is settled: otherwise
    its absence is one problem, and not one for each row.

    Args:
        name: A key of TABLES.
        cells: Text cells in the contract's spelling.
    """
    for column, by, settle in SETTLED.get(name, ()):
        others = cells.reindex(columns=list(by))
        settled = settle(others).astype("str")
        if column in cells:
            cells = cells.assign(**{column: cells[column].fillna(settled)})
        # A row without any of the others, as that of a total is, has problems of its own.
        elif (settled.notna() | others.isna().all(axis="columns")).all():
            cells = cells.assign(**{column: settled})
    return cells
