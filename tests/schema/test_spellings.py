"""Tests of dash.schema.spellings: what has one meaning is read, what has two is told."""

import pytest

from dash.schema.spellings import (
    doubt_of_date,
    doubt_of_number,
    read_date,
    read_flag,
    read_number,
)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        *(("1,517", "1517"), ("1 517", "1517"), ("1'517", "1517"), ("1\u2019517", "1517")),
        *(("1\u00a0517\u00a0000", "1517000"), ("-1,517", "-1517"), ("1517", None)),
        *(
            ("1.517", None),
            ("1,51", None),
            ("1,517 000", None),
            ("\u0661,\u0665\u0661\u0667", None),
        ),
    ],
)
def test_grouped_thousands_are_read(cell: str, read: str | None) -> None:
    assert read_number(cell) == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        *(("13.04.2021", "2021-04-13"), ("4.5.1912", "1912-05-04"), ("13/04/2021", "2021-04-13")),
        *(("4/15/1912", "1912-04-15"), ("4/4/1912", "1912-04-04"), ("4/5/1912", None)),
        *(("31.02.2020", None), ("13/13/2020", None), ("2021-04-13", None), ("1.1.0000", None)),
        *(("2021-4-3", "2021-04-03"), ("2021-2-30", None), ("\u0661\u0663.04.2021", None)),
    ],
)
def test_a_date_of_one_meaning_is_read(cell: str, read: str | None) -> None:
    assert read_date(cell) == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [("TRUE", "true"), ("yes", "true"), ("False", "false"), ("NO", "false"), ("1", None)],
)
def test_flags_of_spreadsheets_and_people_are_read(cell: str, read: str | None) -> None:
    assert read_flag(cell) == read


@pytest.mark.parametrize(
    ("cell", "told"),
    [("1.517", "1517 if"), ("1,517", "1517 if"), ("1,5", "1.5 if"), ("0.517", ""), ("12.5", "")],
)
def test_a_number_in_doubt_is_told_with_its_meanings(cell: str, told: str) -> None:
    assert (doubt_of_number(cell) or "").startswith(told)
    assert bool(doubt_of_number(cell)) == bool(told)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        *(("4/5/1912", "1912-05-04 or 1912-04-05"), ("4532", "1912-05-28 if a spreadsheet")),
        *(("44299", "2021-04-13 if a spreadsheet"), ("2021", ""), ("0079", ""), ("1912-04", "")),
    ],
)
def test_a_date_in_doubt_is_told_with_its_meanings(cell: str, told: str) -> None:
    assert (doubt_of_date(cell) or "").startswith(told)
    assert bool(doubt_of_date(cell)) == bool(told)
