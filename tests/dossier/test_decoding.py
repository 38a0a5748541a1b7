"""Tests of dash.dossier.decoding: a table's text, whatever program wrote its bytes."""

from pathlib import Path

import pytest

from dash.dossier.decoding import decode_table


def _decoded(folder: Path, content: bytes) -> tuple[str | None, list[str], list[str]]:
    (folder / "table.csv").write_bytes(content)
    text, problems, hints = decode_table(folder / "table.csv")
    return text, [str(problem) for problem in problems], [str(hint) for hint in hints]


def test_windows_1252_is_read_and_told(tmp_path: Path) -> None:
    text, problems, (hint,) = _decoded(tmp_path, "a\nCaf\u00e9 \u201cso\u201d\n".encode("cp1252"))
    assert text == "a\nCaf\u00e9 \u201cso\u201d\n"
    assert not problems
    assert "table.csv: read as Windows-1252; see whether line 2" in hint


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("a\n\u041a\u0438\u0435\u0432".encode("cp1251"), id="Cyrillic"),
        pytest.param("a\n\u041a\u0438\u0435".encode()[:-1], id="cut UTF-8"),
        pytest.param(b"a\n\x81", id="no letter of Windows-1252"),
        pytest.param(b"\xff\xfea", id="cut UTF-16"),
        pytest.param(b"PK\x03\x04\x00", id="a renamed spreadsheet"),
    ],
)
def test_what_may_be_another_alphabet_is_refused(content: bytes, tmp_path: Path) -> None:
    text, problems, hints = _decoded(tmp_path, content)
    assert (text, hints, len(problems)) == (None, [], 1)


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ("Table.CSV", "found 'Table.CSV', expected table.csv, in small letters"),
        ("table.xls", "save the workbook as .xlsx, or its sheet as table.csv."),
        ("other.csv", "found nothing, expected a file or a sheet of this name in the folder"),
    ],
)
def test_what_lies_in_the_place_of_a_missing_table_is_named(
    there: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / there).write_bytes(b"")
    _, (problem,), _ = decode_table(tmp_path / "table.csv")
    assert told in str(problem)
