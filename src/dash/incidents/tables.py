"""The recorded deaths as tables for readers."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from dash.dates import spell
from dash.incidents.answer import Month, PlaceSum
from dash.wording import BEST, EVENTS, HIGH, LOW, PLACE

BOUNDS = (LOW, BEST, HIGH)


def month_table(months: Sequence[Month], parties: Mapping[str, str]) -> pd.DataFrame:
    """Put months into a table, one row each, with the sums of the parties counted."""
    rows = [
        {
            "Month": month.month,
            "Deaths": month.sums.counted,
            LOW: month.sums.low,
            HIGH: month.sums.high,
            **{parties[party]: number for party, number in month.sums.parties.items()},
        }
        for month in months
    ]
    return pd.DataFrame(rows).convert_dtypes()


def place_table(places: Sequence[PlaceSum], parties: Mapping[str, str]) -> pd.DataFrame:
    """Put places into a table, the most deaths first."""
    rows = [
        {
            PLACE: place.name,
            "Deaths": place.sums.counted,
            LOW: place.sums.low,
            HIGH: place.sums.high,
            **{parties[party]: number for party, number in place.sums.parties.items()},
            "Precision of the place": place.precision,
            "Longitude": place.longitude,
            "Latitude": place.latitude,
        }
        for place in places
    ]
    return pd.DataFrame(rows).convert_dtypes()


def row_table(rows: Iterable[Mapping[str, Any]], parties: Mapping[str, str]) -> pd.DataFrame:
    """Put rows of the record into a table as they stand in it."""
    told = [
        {
            "Begins in": spell(row["first_day"].isoformat()[:7]),
            "Until": row["last_day"].isoformat(),
            BEST: row["best"],
            LOW: row["low"],
            HIGH: row["high"],
            **{name: row[party] for party, name in parties.items()},
            EVENTS: row["events"],
            PLACE: row["place"],
            "Precision of the place": row["where_precision"],
        }
        for row in rows
    ]
    return pd.DataFrame(told)


def record_file(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return rows of the record as a Parquet file by its contract: a dossier can be made of it."""
    import pyarrow as pa  # noqa: PLC0415 - only who takes it away needs it
    import pyarrow.parquet as pq  # noqa: PLC0415 - likewise

    packed = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows)), packed)
    return packed.getvalue()


def parquet_of(table: pd.DataFrame) -> bytes:
    """Return a table as a Parquet file."""
    packed = io.BytesIO()
    table.to_parquet(packed, index=False)
    return packed.getvalue()
