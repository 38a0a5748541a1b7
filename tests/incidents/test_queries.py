"""Tests of dash.incidents.queries: DuckDB and Sail answer every question alike, and rightly."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dash.dates import first_day, last_day
from dash.dossier.model import Dossier
from dash.incidents.embedded import DuckDB
from dash.incidents.queries import QUERIES, SUMMED, Query, Table
from dash.incidents.record import Record
from dash.incidents.selection import EVERYWHERE, Selection
from dash.incidents.server import Spark
from dash.schema.incidents import PARTIES
from tests import factories as make

POINTS = [(37.8053, 48.0), (38.639, 48.1384), (38.65, 48.15)]
MONTHS = [f"{year}-{month:02}" for year in range(2014, 2022) for month in (1, 5, 12)]

selections = st.builds(
    Selection,
    st.none() | st.sampled_from(MONTHS),
    st.none() | st.sampled_from([*MONTHS, "2015", "2021-04-13"]),
    st.lists(st.sampled_from(PARTIES), min_size=1, unique=True).map(tuple),
    st.lists(st.sampled_from(EVERYWHERE), min_size=1, unique=True).map(tuple),
    st.none() | st.sampled_from(POINTS),
)


@pytest.fixture(scope="module")
def duckdb(shipped: Dossier) -> DuckDB:
    assert shipped.incidents is not None
    return DuckDB(shipped.incidents.files)


@pytest.fixture(scope="module")
def embedded(duckdb: DuckDB) -> Record:
    return Record(duckdb)


@pytest.fixture(scope="module")
def on_server(shipped: Dossier, sail: str) -> Record:
    return Record(Spark(sail, str(shipped.folder / "incidents" / "*.parquet")))


@pytest.fixture(scope="module")
def table(shipped: Dossier) -> list[Mapping[str, Any]]:
    assert shipped.incidents is not None
    rows: list[Mapping[str, Any]] = pq.read_table(shipped.incidents.files[0]).to_pylist()
    return rows


def _asked(query: Query, chosen: Selection, table: Table) -> Table:
    return query(table, chosen)


def _of(rows: list[Mapping[str, Any]], chosen: Selection) -> list[Mapping[str, Any]]:
    """Select as the queries do, row by row."""
    return [
        row
        for row in rows
        if (chosen.start is None or row["first_day"] >= first_day(chosen.start))
        and (chosen.end is None or row["first_day"] <= last_day(chosen.end))
        and row["where_precision"] in chosen.where
        and chosen.point in (None, (row["longitude"], row["latitude"]))
    ]


@settings(max_examples=5)
@given(chosen=selections)
def test_both_engines_give_one_answer_of_the_rows_and_of_their_sums_by_month(
    chosen: Selection, duckdb: DuckDB, embedded: Record, on_server: Record
) -> None:
    for query, question in QUERIES.items():
        answers = [embedded.ask(query, chosen), on_server.ask(query, chosen)]
        if query != "span":  # of which a month's first is told
            answers.append(duckdb.run(partial(_asked, question, chosen)))
        if query == "by_precision":  # in no order
            answers = [tuple(sorted(each, key=repr)) for each in answers]
        for answer in answers[1:]:
            assert answer == answers[0], query


@settings(max_examples=15)
@given(chosen=selections)
def test_the_sums_are_those_of_the_rows(
    chosen: Selection, embedded: Record, table: list[Mapping[str, Any]]
) -> None:
    rows = _of(table, chosen)
    for query in ("by_precision", "by_month"):
        answer = embedded.ask(query, chosen)
        for name in SUMMED:
            assert sum(row[name] for row in answer) == sum(row[name] for row in rows)
        counted = sum(row[party] for row in rows for party in chosen.parties)
        assert sum(row["counted"] for row in answer) == counted
    places = embedded.ask("by_place", chosen)
    (number,) = embedded.ask("number_of_places", chosen)
    assert number["places"] == len(places)
    wide = embedded.ask("by_wider_place", chosen)
    drawn = sum(row["counted"] for row in places)
    assert drawn + sum(row["counted"] for row in wide) == counted


def test_a_month_is_counted_from_the_year_0(embedded: Record) -> None:
    months = [row["month"] for row in embedded.ask("by_month")]
    assert months[0] == 2014 * 12 + 3
    assert months == sorted(months)


def test_a_place_without_a_point_or_known_to_an_oblast_is_no_point(tmp_path: Path) -> None:
    rows = [
        make.incident(),
        make.incident(place="Somewhere", longitude=None, latitude=None),
        make.incident(place="The oblast", where_precision=4),
        make.incident(place="The brook", deaths_a=0, best=0, low=0),
    ]
    file = make.write_parquet(tmp_path / "deaths.parquet", rows)
    record = Record(DuckDB((file,)))
    (place,) = record.ask("by_place")
    assert (place["place"], place["counted"]) == ("The bridge", 2)
    wide = record.ask("by_wider_place")
    assert [row["place"] for row in wide] == ["Somewhere", "The oblast"]
    assert record.ask("span")[0]["events"] == 4
    assert len(record.ask("rows")) == 4


def test_a_month_has_one_row_for_a_place_and_a_day_is_asked_of_the_rows(tmp_path: Path) -> None:
    days = [make.day(f"2021-04-{day}") for day in ("02", "13", "13")]
    rows = [make.incident(first_day=day, last_day=day) for day in days]
    engine = DuckDB((make.write_parquet(tmp_path / "deaths.parquet", rows),))
    (month,) = engine.run(lambda table: table, by_month=True)
    assert (month["first_day"], month["events"], month["deaths_a"]) == (
        make.day("2021-04-01"),
        3,
        6,
    )
    record = Record(engine)
    assert record.ask("by_month", Selection("2021-04", "2021"))[0]["counted"] == 6
    assert record.ask("by_month", Selection("2021-04-13"))[0]["counted"] == 4
