"""Tests of dash.dossier.reading: text cells with the lines they begin on."""

import csv
from pathlib import Path

import pytest

from dash.dossier.reading import read_table
from tests import factories as make


def _read(tmp_path: Path, content: bytes) -> tuple[object, list[str]]:
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    frame, problems, _ = read_table(file)
    return frame, [str(problem) for problem in problems]


def test_cells_are_trimmed_and_blank_ones_missing(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(b"\xef\xbb\xbfa,b\r\n x ,\r\n\r\n,y\r\n")
    frame, problems, _ = read_table(file)
    assert problems == []
    assert frame is not None
    assert frame.index.tolist() == [2, 4]
    assert frame["a"].fillna("-").tolist() == ["x", "-"]
    assert frame["b"].fillna("-").tolist() == ["-", "y"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "table.csv, line 1: found nothing, expected a header line"),
        (b"a,a\n", "found 'a', expected the names of the columns"),
        (b"a,,b\n", "found '', expected the names of the columns"),
        (b"a,b\n1\n", "table.csv, line 2: found '1 cells', expected 2 cells, as in the header"),
        (b'a\n"open\n', "table.csv, line 2: found 'a quotation mark that is never closed'"),
        (b"a\n\xc3\xa9\xff\n", "table.csv, line 2: found 'bytes ff', expected text in UTF-8"),
        (b"a\nx\x00y\n", "expected text without control characters"),
    ],
)
def test_damage_is_told_with_its_line(tmp_path: Path, content: bytes, told: str) -> None:
    _, problems = _read(tmp_path, content)
    assert any(told in problem for problem in problems), problems


def test_a_sound_row_beside_a_damaged_one_is_kept(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(b"a,b\n1\n1,2\n")
    frame, _, _ = read_table(tmp_path / "table.csv")
    assert frame is not None
    assert frame.index.tolist() == [3]


def test_a_row_with_a_cell_too_many_is_told_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(b"a,b\n1,2,3\n 4 , 5 \n")
    frame, (problem,), _ = read_table(tmp_path / "table.csv")
    assert (problem.line, problem.value) == (2, "3 cells")
    assert frame is not None
    assert frame.to_numpy().tolist() == [["4", "5"]]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a;b\r\n1;2\r\n", ["read with semicolons between the cells"]),
        (b"a\tb\r1\t2\r", ["read with tabs between the cells"]),
        ("a,b\n1,2\n".encode("utf-16"), ["read as UTF-16"]),
        (
            b"\xef\xbb\xbfa,b,,\n1,2,,\n,,,\n",
            ["read without the empty columns at its end"],
        ),
    ],
)
def test_what_a_spreadsheet_writes_is_read_and_told(
    content: bytes, told: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    frame, problems, hints = read_table(file)
    assert (problems, [hint.told for hint in hints]) == ([], told)
    assert frame is not None
    assert (frame.columns.tolist(), frame.to_numpy().tolist()) == (["a", "b"], [["1", "2"]])


def test_another_mark_between_cells_is_named(tmp_path: Path) -> None:
    _, (problem,) = _read(tmp_path, b"a|b\n1|2\n")
    assert "found 'cells separated by |', expected cells separated by commas" in problem


def test_a_cell_torn_by_curly_quotation_marks_is_told_as_that(tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    file = folder / "quotes.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("We shall not pay.,", "“We shall not pay, ever”,", 1), "utf-8")
    (problem,) = make.reopen(folder).problems
    assert (problem.file, problem.line, problem.value) == ("quotes.csv", 2, "“We shall not pay")
    assert problem.hint.startswith('Write " instead of “')


def test_curly_quotation_marks_inside_a_cell_tear_nothing(tmp_path: Path) -> None:
    quote = make.quote(text="“We” shall, not “pay”.", exact="shall, not")
    assert make.dossier(tmp_path, quotes=[quote]).problems == ()


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_below_its_title_is_read_and_told(mark: str, tmp_path: Path) -> None:
    folder = make.write(tmp_path)
    file = folder / "events.csv"
    rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    title = [["What happened"], [], ["as of", "May"], *rows]
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=mark).writerows(title)
    dossier = make.reopen(folder)
    assert dossier.problems == ()
    told = "events.csv: line 4: read from here on: what stands above is not a part of the table"
    assert told in map(str, dossier.hints)
    assert len(dossier.records("events")) == len(rows) - 1


def test_a_first_row_with_a_columns_name_is_the_header(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text("a,x\na,b\n1,2\n", encoding="utf-8")
    frame, _, hints = read_table(file, ("a", "b"))
    assert frame is not None
    assert (frame.columns.tolist(), len(frame), hints) == (["a", "x"], 2, [])
