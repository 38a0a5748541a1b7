"""Tests of the recorded deaths that ship: their sums are those of the figures' own record."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from dash.dossier.model import Dossier
from dash.schema.incidents import COLUMNS, LAST_DRAWN


@pytest.fixture(scope="module")
def table(shipped: Dossier) -> pa.Table:
    assert shipped.incidents is not None
    return pa.concat_tables(pq.read_table(file) for file in shipped.incidents.files)


def _sum(table: pa.Table, column: str) -> Any:
    return pc.sum(table[column]).as_py()


def test_the_sums_are_those_that_were_researched(table: pa.Table) -> None:
    assert table.schema.names == list(COLUMNS)
    assert table.num_rows == 1437
    assert [_sum(table, column) for column in ("low", "best", "high")] == [7291, 7749, 8652]
    assert _sum(table, "events") == 2982
    parties = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert [_sum(table, party) for party in parties] == [3343, 1316, 1240, 1850]


def test_what_lasts_longer_than_its_month_is_marked(table: pa.Table) -> None:
    longer = table.filter(pc.equal(table["when_precision"], 5))
    months = [(row["first_day"].month, row["last_day"].month) for row in longer.to_pylist()]
    assert all(first != last for first, last in months)
    # The rows; of their events, 87 with 1,428 deaths last longer: the others begin and end in it.
    assert (longer.num_rows, _sum(longer, "best")) == (76, 2161)


def test_odd_bounds_are_those_of_the_source(table: pa.Table) -> None:
    odd = table.filter(table["sic"]).to_pylist()
    assert len(odd) == 8
    assert not any(row["low"] <= row["best"] <= row["high"] for row in odd)


def test_most_of_what_is_known_to_an_oblast_alone_is_not_drawn(table: pa.Table) -> None:
    drawn = table.filter(pc.less_equal(table["where_precision"], LAST_DRAWN))
    assert _sum(drawn, "best") == 4980
    points = {(row["longitude"], row["latitude"]) for row in drawn.to_pylist()}
    assert len(points) == 412


def test_the_record_says_whose_it_is_and_under_which_licence(shipped: Dossier) -> None:
    incidents = shipped.story.incidents
    assert incidents is not None
    assert shipped.record("sources", incidents.source)["licence"] == "CC BY 4.0"
    assert "Euromaidan" in incidents.leaves_out
