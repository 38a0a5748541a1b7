"""Tests of dash.importing.cells: what has one meaning is read, what has none or two is told."""

from datetime import date, timedelta

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash.importing.cells import (
    Reader,
    Wrong,
    read_day,
    read_degrees,
    read_people,
    read_text,
    western,
    word_reader,
)

EPOCH = date(1970, 1, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "2014-01-22",
        " 2014-01-22 00:00:00.000 ",
        "2014-01-22T00:00:00Z",
        "22 January 2014",
        "22 Jan 2014",
        "22 Januar 2014",
        "22.01.2014",
        "1/22/2014",
    ],
)
def test_a_day_is_read_as_it_is_written(cell: str) -> None:
    days = read_day(cell)
    assert isinstance(days, int)
    assert EPOCH + timedelta(days) == date(2014, 1, 22)


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("2014-02-30", ""),
        ("31 April 2014", ""),
        ("22 Janvember 2014", ""),
        ("2014", ""),
        ("1/2/2014", "It is 2014-02-01 or 2014-01-02."),
        ("41661", "It is 2014-01-22 if a spreadsheet wrote the day as a number."),
    ],
)
def test_what_is_no_day_is_told(cell: str, hint: str) -> None:
    wrong = read_day(cell)
    assert isinstance(wrong, Wrong)
    assert wrong.hint == hint


def test_numbers_and_degrees() -> None:
    assert [read_people(cell) for cell in ("0", "1,517", "1 517", "5.0", " 7 ", "")] == [
        0, 1517, 1517, 5, 7, None,
    ]  # fmt: skip
    assert [read_degrees(cell) for cell in ("-48.5", "48,8533", "3.7e1", " ")] == [
        -48.5, 48.8533, 37.0, None,
    ]  # fmt: skip
    for cell in ("1.517", "five", "2.5", "٣"):
        assert isinstance(read_people(cell), Wrong)
    for cell in ("48° 30'", "1,234,567", "inf", "nan"):
        assert isinstance(read_degrees(cell), Wrong)


def test_words_are_known_whatever_their_case() -> None:
    read = word_reader({"1": 1, "Near": 2}, "a word")
    assert [read(cell) for cell in ("1", "1.0", " near ", "")] == [1, 1, 2, None]
    assert read("far") == Wrong("a word: one of 1, Near")
    assert read_text(" Upton \n town ") == "Upton town"


@given(st.text(max_size=30))
def test_no_cell_raises_whatever_it_holds(cell: str) -> None:
    for read in (read_day, read_degrees, read_people, read_text, word_reader({"a": 1}, "x")):
        value = read(cell)
        assert value is None or isinstance(value, int | float | str | Wrong)


@given(st.dates())
def test_any_day_of_the_calendar_comes_back(day: date) -> None:
    assert read_day(f"{day.isoformat()} 00:00:00.000") == (day - EPOCH).days
    assert read_day(f"{day.day} {day:%B} {day.year:04}") == (day - EPOCH).days


def test_bytes_are_windows_1252_where_they_can_be_nothing_else() -> None:
    assert western("K\udcf6ln") == "Köln"
    assert western("K\udcf6ln ö") is None  # half of it is UTF-8
    assert western("\udccf\udcf0\udce8") is None  # letters of another alphabet


def test_a_reader_tells_each_wrong_cell_by_its_row() -> None:
    column, wrong = Reader(read_people, pa.int64()).column(pa.array(["1", "x", "", "x"]))
    assert column.to_pylist() == [1, None, None, None]
    assert [(cell.row, cell.found) for cell in wrong] == [(1, "x"), (3, "x")]
