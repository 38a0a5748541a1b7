"""Tests of dash.incidents.tables: what readers take away."""

import io
from pathlib import Path

import pyarrow.parquet as pq

from dash.dossier.incidents import known_columns
from dash.incidents.answer import Answer, Month, PlaceSum, Sums
from dash.incidents.embedded import DuckDB
from dash.incidents.record import Record
from dash.incidents.selection import Selection
from dash.incidents.tables import month_table, parquet_of, place_table, record_file, row_table
from tests import factories as make

NAMES = {"deaths_a": "Ours"}
SUMS = Sums(3, 1, 9, {"deaths_a": 3}, 1)


def test_months_and_places_are_tables_of_readers_words() -> None:
    months = month_table([Month("2014-04", SUMS)], NAMES)
    assert months.to_dict("records") == [
        {"Month": "2014-04", "Deaths": 3, "Low": 1, "High": 9, "Ours": 3}
    ]
    places = place_table([PlaceSum("2,3", "Bridge", 2.0, 3.0, 1, SUMS)], NAMES)
    assert places["Place"].tolist() == ["Bridge"]
    assert pq.read_table(io.BytesIO(parquet_of(months))).to_pylist() == months.to_dict("records")


def test_rows_stand_as_in_the_record() -> None:
    table = row_table([make.incident()], NAMES)
    assert table.loc[0, "Begins in"] == "April 2021"
    assert table.loc[0, "Ours"] == 2


def test_rows_taken_away_keep_to_the_contract(tmp_path: Path) -> None:
    rows = [make.incident(), make.incident(longitude=None, latitude=None, where_precision=4)]
    record = Record(DuckDB((make.write_parquet(tmp_path / "deaths.parquet", rows),)))
    taken = pq.read_table(io.BytesIO(record_file(Answer(record, Selection()).take_away())))
    assert taken.to_pylist() == rows
    assert known_columns(taken.schema, "taken.parquet") == []
