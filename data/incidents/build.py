"""Write recorded_deaths.parquet from a table of deaths by place and month, as CSV.

The CSV was computed from the UCDP Georeferenced Event Dataset (Sundberg and Melander 2013; CC BY
4.0), Ukraine 2014 to 2021, as exported by HDX, about version 22.1: state-based violence, the
Euromaidan deaths in Kyiv left out. Run it with the file:

    uv run python data/incidents/build.py recorded_deaths_by_place_and_month.csv

A row stands for the events that began at a place in a month and whose place is known equally well.
What the events' own file says of a day inside the month is not in it, nor are their ids.
"""

import csv
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dash.importing.table import SCHEMA
from dash.schema.incidents import BOUNDS

SOURCE = "ucdp-ged-22"
TARGET = Path(__file__).with_name("recorded_deaths.parquet")
PARTIES = {
    "deaths_a": "ukrainian_forces",
    "deaths_b": "armed_groups",
    "deaths_civilians": "civilians",
    "deaths_unknown": "side_not_known",
}
WHOLE_MONTH, LONGER = 4, 5
METADATA = {"licence": "CC BY 4.0", "citation": "UCDP Georeferenced Event Dataset, Ukraine"}


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of the CSV in the contract's columns."""
    with file.open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            first, last = date.fromisoformat(f"{row['month']}-01"), row["last_day"]
            low, best, high = (int(row[bound]) for bound in BOUNDS)
            yield {
                "first_day": first,
                "last_day": date.fromisoformat(last),
                "when_precision": WHOLE_MONTH if last[:7] == row["month"] else LONGER,
                "place": row["place"],
                "longitude": float(row["longitude"]),
                "latitude": float(row["latitude"]),
                "where_precision": int(row["where_precision"]),
                "events": int(row["events"]),
                **{party: int(row[column]) for party, column in PARTIES.items()},
                "low": low,
                "best": best,
                "high": high,
                "sic": not low <= best <= high,
                "source": SOURCE,
            }


def main(file: Path) -> None:
    """Write the Parquet file and say what it holds."""
    table = pa.Table.from_pylist(list(rows(file)), SCHEMA.with_metadata(METADATA))
    pq.write_table(table, TARGET, compression="zstd")
    print(f"{TARGET.name}: {table.num_rows:,} rows, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
