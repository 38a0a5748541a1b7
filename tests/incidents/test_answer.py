"""Tests of dash.incidents.answer: what a selection comes to, by month and by place."""

from pathlib import Path

import pytest

from dash.incidents.answer import Answer, every_month
from dash.incidents.embedded import DuckDB
from dash.incidents.record import Record
from dash.incidents.selection import Selection
from tests import factories as make


@pytest.fixture
def record(tmp_path: Path) -> Record:
    rows = [
        make.incident(),
        make.incident(deaths_b=3, best=5, low=4, high=9, place="Old bridge"),
        make.incident(place="Ford", longitude=2.5, where_precision=2),
        make.incident(place="The oblast", where_precision=4, first_day=make.day("2021-06-01")),
    ]
    rows[-1] |= {"last_day": make.day("2021-06-30")}
    return Record(DuckDB((make.write_parquet(tmp_path / "deaths.parquet", rows),)))


def test_the_total_has_low_and_high_of_all_parties_alone(record: Record) -> None:
    total = Answer(record, Selection()).total
    assert (total.low, total.counted, total.high, total.events) == (7, 11, 18, 4)
    assert total.in_order
    one = Answer(record, Selection(parties=("deaths_b",))).total
    assert (one.low, one.counted, one.high) == (None, 3, None)
    assert dict(one.parties) == {"deaths_b": 3}


def test_places_are_points_the_worst_first_and_an_oblast_is_none(record: Record) -> None:
    answer = Answer(record, Selection())
    told = [(place.key, place.name, place.sums.counted) for place in answer.places]
    assert told == [("2.0000,3.0000", "Old bridge", 7), ("2.5000,3.0000", "Ford", 2)]
    assert answer.places[1].precision == 2
    assert (answer.number_of_places, answer.on_the_map) == (2, 9)
    assert answer.wider == [("The oblast", 2)]
    assert len(answer.rows) == 4


def test_months_are_of_all_times_and_the_scale_is_that_of_all_times(record: Record) -> None:
    answer = Answer(record, Selection("2021-06", "2021-06"))
    assert [(month.month, month.sums.counted) for month in answer.months] == [
        ("2021-04", 9),
        ("2021-06", 2),
    ]
    assert answer.places == []
    assert answer.most == 7
    assert every_month(record) == ["2021-04", "2021-05", "2021-06"]


def test_an_empty_record_has_no_month(tmp_path: Path) -> None:
    empty = Record(DuckDB((make.write_parquet(tmp_path / "deaths.parquet", []),)))
    assert every_month(empty) == []
    assert Answer(empty, Selection()).total.counted == 0
    assert Answer(empty, Selection()).most == 0
