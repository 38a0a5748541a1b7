"""Every question to the recorded deaths, written once: Narwhals runs it on DuckDB or on Spark.

Each takes the table as it lies and gives back sums of it, lazily: the engine that the table lies in
works them out, and only they leave it. Sums are cast, since DuckDB returns them as decimals, and a
quotient is a product with the inverse where it can be.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import narwhals as nw

from dash.dates import first_day, last_day
from dash.incidents.selection import EVERYWHERE, Selection
from dash.schema.incidents import LAST_DRAWN, PARTIES

# Any: the table as its engine has it.
Table: TypeAlias = nw.LazyFrame[Any]
Query: TypeAlias = Callable[[Table, Selection], Table]

# The best count is the sum of the parties.
SUMMED = (*PARTIES, "low", "high", "events")
SUMS = ("counted", *SUMMED)
# What a row of the sums by month is of.
KEYS = ("first_day", "place", "longitude", "latitude", "where_precision")
# More places than a map shows or a reader reads; how many there are is asked by itself.
MOST_PLACES = 2_000
MOST_WIDE = 12
MOST_ROWS = 1_000
# More than a browser should be sent at once; who wants more has the files.
MOST_TAKEN_AWAY = 50_000
# Half of the last decimal of a point in an address.
SAME_POINT = 0.00005


def monthly(table: Table) -> Table:
    """Return the table added up by month, place and precision: its rows begin on a month's first.

    Every question about whole months has the same answer here as of the rows themselves, except the
    one for the rows.
    """
    month = nw.col("first_day").dt.truncate("1mo").cast(nw.Date)
    sums = [nw.col(name).sum().cast(nw.Int64) for name in SUMMED]
    return table.with_columns(first_day=month).group_by(*KEYS).agg(*sums)


def selected(table: Table, selection: Selection) -> Table:
    """Return the rows of a selection, with what is counted in them as `counted`."""
    conditions = []
    if selection.start is not None:
        conditions.append(nw.col("first_day") >= first_day(selection.start))
    if selection.end is not None:
        conditions.append(nw.col("first_day") <= last_day(selection.end))
    if selection.where != EVERYWHERE:
        conditions.append(nw.col("where_precision").is_in(selection.where))
    if selection.point is not None:
        for name, degrees in zip(("longitude", "latitude"), selection.point, strict=True):
            conditions += [
                nw.col(name) > degrees - SAME_POINT,
                nw.col(name) < degrees + SAME_POINT,
            ]
    rows = table.filter(*conditions) if conditions else table
    return rows.with_columns(counted=nw.sum_horizontal(*selection.parties).cast(nw.Int64))


def by_precision(table: Table, selection: Selection) -> Table:
    """Return the sums by how well the place is known, and whether it is drawn: a few rows."""
    drawn = (~_is_wide()).alias("drawn")
    return selected(table, selection).group_by("where_precision", drawn).agg(*_sums())


def by_month(table: Table, selection: Selection) -> Table:
    """Return the sums of each month in which a row begins, as months since the year 0."""
    day = nw.col("first_day").dt
    month = (day.year().cast(nw.Int64) * 12 + day.month().cast(nw.Int64) - 1).alias("month")
    return selected(table, selection).group_by(month).agg(*_sums()).sort("month")


def by_place(table: Table, selection: Selection) -> Table:
    """Return the sums of each point at which somebody counted died, the most first."""
    order = ["counted", "longitude", "latitude"]
    points = _points(table, selection).sort(*order, descending=[True, False, False])
    return points.head(MOST_PLACES)


def number_of_places(table: Table, selection: Selection) -> Table:
    """Return at how many points somebody counted died."""
    return _points(table, selection).select(nw.len().cast(nw.Int64).alias("places"))


def by_wider_place(table: Table, selection: Selection) -> Table:
    """Return the sums by name of what is known to a province or a region alone, the most first."""
    rows = selected(table, selection).filter(_is_wide())
    named = rows.group_by("place").agg(*_sums()).filter(nw.col("counted") > 0)
    return named.sort("counted", "place", descending=[True, False]).head(MOST_WIDE)


def rows(table: Table, selection: Selection) -> Table:
    """Return the rows of a selection themselves, the earliest first."""
    return rows_in_order(table, selection).head(MOST_ROWS)


def rows_in_order(table: Table, selection: Selection) -> Table:
    """Return all rows of a selection, the earliest first."""
    order = ("first_day", "place", "where_precision", "best", "low", "high", "last_day")
    return selected(table, selection).sort(*order)


def span(table: Table, selection: Selection) -> Table:
    """Return the first and the last day on which a row begins, and how many events there are."""
    day, events = nw.col("first_day"), nw.col("events").sum().cast(nw.Int64)
    return selected(table, selection).select(
        day.min().alias("first"), day.max().alias("last"), events
    )


# Answered by the rows alone, and not by their sums by month.
OF_ROWS = frozenset({rows.__name__})
QUERIES: Mapping[str, Query] = MappingProxyType(
    {
        query.__name__: query
        for query in (
            by_precision,
            by_month,
            by_place,
            number_of_places,
            by_wider_place,
            rows,
            span,
        )
    }
)


def _is_wide() -> nw.Expr:
    """Return whether no point is drawn of a row."""
    return (nw.col("where_precision") > LAST_DRAWN) | nw.col("longitude").is_null()


def _points(table: Table, selection: Selection) -> Table:
    drawn = selected(table, selection).filter(~_is_wide())
    sums = drawn.group_by("longitude", "latitude").agg(
        nw.col("place").min(), nw.col("where_precision").max(), *_sums()
    )
    return sums.filter(nw.col("counted") > 0)


def _sums() -> list[nw.Expr]:
    return [nw.col(name).sum().cast(nw.Int64) for name in SUMS]
