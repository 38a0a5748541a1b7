"""Tests of dash.schema.spellings: what has one meaning is read."""

import pytest

from dash.schema.spellings import (
    read_date,
    read_degrees,
    read_flag,
    read_ids,
    read_number,
    read_paragraph,
    read_percentage,
)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        *(("1,517", "1517"), ("1 517", "1517"), ("1'517", "1517"), ("1\u2019517", "1517")),
        *(("1\u00a0517\u00a0000", "1517000"), ("-1,517", "-1517"), ("1517", None)),
        *(
            ("1.517", None),
            ("1,51", "1.51"),
            ("1.517.000", "1517000"),
            ("1.234,5", "1234.5"),
            ("1 234,50", "1234.50"),
            ("1,234.50", "1234.50"),
            ("1,517 000", None),
            ("\u0661,\u0665\u0661\u0667", None),
        ),
    ],
)
def test_thousands_and_decimals_of_one_meaning_are_read(cell: str, read: str | None) -> None:
    assert read_number(cell) == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        *(("13.04.2021", "2021-04-13"), ("4.5.1912", "1912-05-04"), ("13/04/2021", "2021-04-13")),
        *(("4/15/1912", "1912-04-15"), ("4/4/1912", "1912-04-04"), ("4/5/1912", None)),
        *(("31.02.2020", None), ("13/13/2020", None), ("2021-04-13", None), ("1.1.0000", None)),
        *(("4 May 2024", "2024-05-04"), ("4. May 2024", "2024-05-04"), ("May 2024", "2024-05")),
        *(("Sept. 4, 2024", "2024-09-04"), ("31 June 2024", None), ("4 Mai 2024", "2024-05-04")),
        *(("autumn 2024", None), ("Maybe 2024", None), ("1st June 2024", "2024-06-01")),
        *(("mardi 13 f\u00e9vrier 2024", "2024-02-13"), ("lundi 13 f\u00e9vrier 2024", None)),
        *(("1er mars 2024", "2024-03-01"), ("4 de mayo de 2024", "2024-05-04")),
        *(("13.04.2021 23:40", "2021-04-13T23:40"), ("2021-04-13, 9h05", "2021-04-13T09:05")),
        *(("13.04.2021 24:00", None), ("April 2021 23:40", None)),
        *(("2021-4-3", "2021-04-03"), ("2021-2-30", None), ("\u0661\u0663.04.2021", None)),
    ],
)
def test_a_date_of_one_meaning_is_read(cell: str, read: str | None) -> None:
    assert read_date(cell) == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [("TRUE", "true"), ("yes", "true"), ("False", "false"), ("NO", "false"), ("VRAI", "true")],
)
def test_flags_of_spreadsheets_and_people_are_read(cell: str, read: str | None) -> None:
    assert read_flag(cell) == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("pont, quai", "pont;quai"),
        ("pont;\nquai", "pont;quai"),
        ("pont; quai", None),
        ("a b, c", None),
    ],
)
def test_ids_with_commas_between_them_are_read(cell: str, read: str | None) -> None:
    assert read_ids(cell) == read


def test_degrees_and_percentages_and_paragraphs_are_read_where_they_belong() -> None:
    assert (read_degrees("13,735"), read_degrees("13.735")) == ("13.735", None)
    assert (read_percentage("47 %"), read_percentage("47,5%"), read_percentage("47")) == (
        "47",
        "47.5",
        None,
    )
    assert [read_paragraph(cell) for cell in ("10", "p10", "\u00a7 10", "p. 10", "P0")] == [
        *(["P10"] * 3),
        *([None] * 2),
    ]
