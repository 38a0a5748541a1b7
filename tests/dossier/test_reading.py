"""Tests of dash.dossier.reading: text cells with the lines they begin on."""

from pathlib import Path

import pytest

from dash.dossier.reading import read_table


def _read(tmp_path: Path, content: bytes) -> tuple[object, list[str]]:
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    frame, problems = read_table(file)
    return frame, [str(problem) for problem in problems]


def test_cells_are_trimmed_and_blank_ones_missing(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(b"\xef\xbb\xbfa,b\r\n x ,\r\n\r\n,y\r\n")
    frame, problems = read_table(file)
    assert problems == []
    assert frame is not None
    assert frame.index.tolist() == [2, 4]
    assert frame["a"].fillna("-").tolist() == ["x", "-"]
    assert frame["b"].fillna("-").tolist() == ["-", "y"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "table.csv, line 1: found nothing, expected a header line"),
        (b"a,a\n", "found 'a', expected column names that are not blank and differ"),
        (b"a,\n", "found '', expected column names that are not blank and differ"),
        (b"a,b\n1\n", "table.csv, line 2: found '1 cells', expected 2 cells, as in the header"),
        (b'a\n"open\n', "table.csv, line 2: found 'unexpected end of data'"),
        (b"a\nx\xff\n", "table.csv, line 2: found 'bytes ff', expected text in UTF-8"),
        (b"a\nx\x00y\n", "expected text without control characters"),
    ],
)
def test_damage_is_told_with_its_line(tmp_path: Path, content: bytes, told: str) -> None:
    _, problems = _read(tmp_path, content)
    assert any(told in problem for problem in problems), problems


def test_a_sound_row_beside_a_damaged_one_is_kept(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(b"a,b\n1\n1,2\n")
    frame, _ = read_table(tmp_path / "table.csv")
    assert frame is not None
    assert frame.index.tolist() == [3]


def test_a_row_with_a_cell_too_many_is_told_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(b"a,b\n1,2,3\n 4 , 5 \n")
    frame, (problem,) = read_table(tmp_path / "table.csv")
    assert (problem.line, problem.value) == (2, "3 cells")
    assert frame is not None
    assert frame.to_numpy().tolist() == [["4", "5"]]
