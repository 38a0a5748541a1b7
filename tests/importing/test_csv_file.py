"""Tests of dash.importing.csv_file: rows with the line that each begins on, whatever the cells."""

import csv
import io
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash.importing import csv_file
from dash.importing.csv_file import CsvFile
from dash.importing.faults import EventFileError

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=8)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS).filter(any), max_size=8)


def _opened(content: bytes) -> CsvFile:
    return CsvFile("events.csv", io.BytesIO(content), lambda: 0.0, None)


def _read(content: bytes) -> tuple[list[tuple[int, str | None, str | None]], list[str]]:
    """Return line, first and last cell of each row, and the problems, of a file of three names."""
    rows, problems = [], []
    for batch in _opened(content).batches(["a", "c"]):
        first, last = (batch.columns[name].to_pylist() for name in ("a", "c"))
        rows += list(zip(batch.lines, first, last, strict=True))
        problems += [*map(str, batch.broken), *map(str, (batch.undecided or {}).values())]
    return rows, problems


@given(ROWS, st.sampled_from([",", ";", "\t", "|"]), st.sampled_from(["\n", "\r\n"]))
def test_rows_come_back_with_their_lines(
    rows: list[tuple[str, str, str]], separator: str, end: str
) -> None:
    parts = []
    for row in (("a", "b", "c"), *rows):
        text = io.StringIO()
        csv.writer(text, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerow(
            row
        )
        parts.append(text.getvalue())
    begins = list(accumulate((part.count("\n") for part in parts), initial=1))
    expected = [(line, row[0], row[2]) for line, row in zip(begins[1:], rows, strict=False)]
    told, problems = _read("".join(parts).encode())
    assert problems == []
    # A row of tags, as a first row of nothing but #, is left out.
    tags = bool(rows) and all(cell.strip().startswith("#") for cell in rows[0] if cell.strip())
    tags = tags and any(cell.strip() for cell in rows[0])
    assert told == expected[1:] if tags else told == expected


@given(st.binary(max_size=200))
def test_no_bytes_bring_it_down(content: bytes) -> None:
    rows, problems = _read(b"a,b,c\n" + content)
    lines = content.count(b"\n") + content.count(b"\r") + 2
    assert all(2 <= line <= lines for line, _, _ in rows)
    assert len(rows) + len(problems) <= lines


def test_the_rows_after_a_torn_one_keep_their_lines() -> None:
    rows, problems = _read(b'a,b,c\n1,2,3\n4,"5"x,6\n7,8\n\n9,"\n",0\n1,2,3,\n1,2,3,4\n5,5,5\n')
    assert rows == [(2, "1", "3"), (6, "9", "0"), (8, "1", "3"), (10, "5", "5")]
    lines = [problem.partition(": ")[0] for problem in problems]
    assert lines == ["events.csv, line 3", "events.csv, line 4", "events.csv, line 9"]


def test_a_quotation_mark_that_is_not_closed_is_told_where_it_is_opened() -> None:
    rows, problems = _read(b'a,b,c\n1,2,3\n4,"5,6\n7,8,9\n')
    assert rows == [(2, "1", "3")]
    assert "line 3: found 'a quotation mark that is not closed" in problems[0]


def test_a_line_without_an_end_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "LONGEST_LINE", 100)
    with pytest.raises(EventFileError, match="line 2: longer than 100 letters"):
        _read(b"a,b,c\n" + b"x" * 1000)


def test_a_cell_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "LONGEST_CELL", 100)
    limit = csv.field_size_limit()
    _, problems = _read(b'a,b,c\n1,"' + b"x\n" * 200)
    assert "line 2: found 'a cell that does not end'" in problems[0]
    assert csv.field_size_limit() == limit


def test_cells_that_are_not_utf_8_are_western_or_told() -> None:
    rows, problems = _read(b"a,b,c\nK\xf6ln,\xcf\xf0\xe8,1\n\xcf\xf0\xe8,,2\n")
    assert rows[0] == (2, "Köln", "1")
    assert len(problems) == 1
    assert "line 3, a: found" in problems[0]
    assert "expected text in UTF-8" in problems[0]
