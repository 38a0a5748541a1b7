"""Tests of dash.dossier.workbooks: tables as sheets, read as the same CSV files would be."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dash.datapackage import package
from dash.dossier.model import Dossier
from dash.dossier.workbooks import workbook_files
from dash.schema.problems import DossierError
from tests import factories as make

BOTH = pytest.mark.parametrize("ending", ["xlsx", "ods"])


def _in_sheets(folder: Path, ending: str, **tables: list[make.Row]) -> Dossier:
    """Write a dossier whose tables are the sheets of one workbook."""
    make.write(folder, **tables)
    sheets: Mapping[str, list[dict[str, object]]] = {
        name: [dict(row) for row in rows] for name, rows in make.rows(**tables).items()
    }
    make.write_workbook(folder / f"story.{ending}", **sheets)
    for name in sheets:
        (folder / f"{name}.csv").unlink()
    return make.reopen(folder)


@BOTH
def test_a_sheet_per_table_is_the_same_as_a_file_per_table(ending: str, tmp_path: Path) -> None:
    files = make.dossier(tmp_path / "files")
    sheets = _in_sheets(tmp_path / "sheets", ending)
    assert sheets.problems == ()
    assert sheets.hints == ()
    for name in make.table_names():
        assert sheets.records(name) == files.records(name)


@BOTH
def test_cells_keep_what_they_say(ending: str, tmp_path: Path) -> None:
    make.write(tmp_path)
    typed: list[dict[str, object]] = [
        {**make.figure(), "low": 12, "as_of": date(2020, 5, 6), "in_story": True},
        {**make.context_figure(), "low": 10.5, "high": 14.25, "period_start": 2020, "sic": False},
    ]
    make.write_workbook(tmp_path / f"story.{ending}", figures=typed)
    (tmp_path / "figures.csv").unlink()
    dossier = make.reopen(tmp_path)
    assert dossier.problems == ()
    many, count = dossier.records("figures")
    assert (many["low"], many["as_of"], many["in_story"]) == (12, "2020-05-06", True)
    assert (count["low"], count["high"], count["period_start"]) == (10.5, 14.25, "2020")
    assert not count["sic"]


@BOTH
def test_a_problem_names_sheet_and_row(ending: str, tmp_path: Path) -> None:
    dossier = _in_sheets(tmp_path, ending, events=[make.event(precision="dya")])
    (problem,) = dossier.problems
    assert str(problem).startswith(f"story.{ending}, sheet events, row 2, precision: found 'dya'")
    assert problem.takes == "events.csv"
    assert not dossier.has("events")


@BOTH
def test_what_is_read_otherwise_is_told_by_its_row(ending: str, tmp_path: Path) -> None:
    dossier = _in_sheets(tmp_path, ending, events=[make.event(start="05.05.2020")])
    assert [str(hint) for hint in dossier.hints] == [
        f"story.{ending}, sheet events: row 2, start: read 05.05.2020 as 2020-05-05"
    ]


def test_a_table_in_two_places_is_refused(tmp_path: Path) -> None:
    make.write(tmp_path)
    make.write_workbook(tmp_path / "story.xlsx", Events=[dict(make.event())])
    (problem,) = make.reopen(tmp_path).problems
    assert problem.value == "events.csv, and story.xlsx, sheet Events"
    make.write_workbook(tmp_path / "more.ods", events=[dict(make.event())])
    (tmp_path / "events.csv").unlink()
    told = {problem.value for problem in make.reopen(tmp_path).problems}
    assert "more.ods, and story.xlsx" in told


def test_a_workbook_of_one_sheet_may_bear_the_name_itself(tmp_path: Path) -> None:
    make.write(tmp_path)
    (tmp_path / "events.csv").unlink()
    make.write_workbook(tmp_path / "Events.xlsx", Sheet1=[dict(make.event())])
    assert make.reopen(tmp_path).problems == ()


def test_a_sheet_of_another_name_is_told_and_left_alone(tmp_path: Path) -> None:
    make.write(tmp_path)
    rows: list[dict[str, object]] = [{"to do": "ask"}]
    make.write_workbook(tmp_path / "story.xlsx", Event=rows, Notes=rows)
    dossier = make.reopen(tmp_path)
    assert dossier.problems == ()
    assert [str(hint) for hint in dossier.hints] == [
        "story.xlsx: the sheet Event bears no table's name, and is not read; did you mean events?",
        "story.xlsx: the sheet Notes bears no table's name, and is not read",
    ]


def test_a_stray_cell_far_away_is_told_and_takes_no_memory(tmp_path: Path) -> None:
    _in_sheets(tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "story.xlsx")
    book["events"].cell(1_048_576, 16_384, "x")
    book.save(tmp_path / "story.xlsx")
    problem, *_ = make.reopen(tmp_path).problems
    assert problem.value == "a cell in row 1,048,576 or column 16,384"


def test_a_cell_beside_the_table_is_told(tmp_path: Path) -> None:
    _in_sheets(tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "story.xlsx")
    book["events"].cell(2, book["events"].max_column + 2, "ask again")
    book.save(tmp_path / "story.xlsx")
    (problem,) = make.reopen(tmp_path).problems
    assert (problem.line, problem.value) == (2, "ask again")


def test_a_formula_without_a_result_is_told_instead_of_left_blank(tmp_path: Path) -> None:
    _in_sheets(tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "story.xlsx")
    header = [cell.value for cell in book["events"][1]]
    book["events"].cell(2, header.index("title") + 1, "=B2")
    book.save(tmp_path / "story.xlsx")
    (problem,) = make.reopen(tmp_path).problems
    assert (problem.column, problem.value) == ("title", "a formula without its result")


def test_blank_rows_and_columns_and_a_table_further_down_are_read(tmp_path: Path) -> None:
    _in_sheets(tmp_path, "xlsx", events=[make.event(precision="dya")])
    book = openpyxl.load_workbook(tmp_path / "story.xlsx")
    book["events"].insert_rows(1, 2)
    book["events"].insert_rows(4, 1)
    book.save(tmp_path / "story.xlsx")
    (problem,) = make.reopen(tmp_path).problems
    assert (problem.line, problem.column) == (5, "precision")


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 cut", b"id,name\n", b"\xd0\xcf\x11\xe0locked"]
)
def test_a_file_that_is_no_workbook_is_told(content: bytes, ending: str, tmp_path: Path) -> None:
    make.write(tmp_path)
    (tmp_path / f"story.{ending}").write_bytes(content)
    (problem,) = make.reopen(tmp_path).problems
    assert problem.file == f"story.{ending}"
    assert "damaged or protected" in str(problem.value)


def test_a_workbook_that_cannot_be_read_is_one_problem_of_all_tables_it_may_hold(
    tmp_path: Path,
) -> None:
    glossary = make.STORY + '\n[glossary]\n"toll gate" = "where one pays"\n'
    make.write(tmp_path, glossary)
    (tmp_path / "story.xlsx").write_bytes(b"nonsense")
    for name in ("sources", "events"):
        (tmp_path / f"{name}.csv").unlink()
    dossier = make.reopen(tmp_path)
    (problem,) = dossier.problems
    assert problem.file == "story.xlsx"
    assert not dossier.has("events")
    assert dossier.has("quotes")
    assert dossier.offers("events")
    with pytest.raises(DossierError) as error:
        dossier.table("sources")
    assert error.value.problems == (problem,)


def test_a_document_in_the_place_of_a_workbook_is_told(tmp_path: Path) -> None:
    make.write(tmp_path)
    with zipfile.ZipFile(tmp_path / "story.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    (problem,) = make.reopen(tmp_path).problems
    assert (problem.file, problem.value) == ("story.xlsx", "no spreadsheet")


def test_what_a_program_keeps_for_itself_is_no_workbook(tmp_path: Path) -> None:
    for name in ("~$story.xlsx", ".~lock.story.ods", "story.XLSX", "notes.txt"):
        (tmp_path / name).write_bytes(b"")
    assert [file.name for file in workbook_files(tmp_path)] == ["story.XLSX"]
    assert workbook_files(tmp_path / "nowhere") == []


@BOTH
def test_the_package_holds_the_tables_as_csv(ending: str, tmp_path: Path) -> None:
    dossier = _in_sheets(tmp_path / "sheets", ending)
    with zipfile.ZipFile(io.BytesIO(package(dossier))) as archive:
        archive.extractall(tmp_path / "again")
        assert f"story.{ending}" not in archive.namelist()
    again = make.reopen(tmp_path / "again")
    assert again.problems == ()
    for name in make.table_names():
        assert again.records(name) == dossier.records(name)


def test_a_table_below_its_title_is_read_and_told(tmp_path: Path) -> None:
    _in_sheets(tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "story.xlsx")
    book["events"].insert_rows(1)
    book["events"]["A1"] = "What happened"
    book["events"].merge_cells("A1:D1")
    book.save(tmp_path / "story.xlsx")
    dossier = make.reopen(tmp_path)
    assert dossier.problems == ()
    assert "story.xlsx, sheet events: row 2: read from here on" in str(dossier.hints[0])


def _typed(folder: Path, change: Callable[[openpyxl.Workbook], None]) -> Dossier:
    """Open a dossier whose figures stand in a workbook that somebody went on working in."""
    make.write(folder)
    (folder / "figures.csv").unlink()
    file = folder / "story.xlsx"
    rows: list[dict[str, object]] = [
        {**make.figure(), "low": 12},
        {**make.context_figure(), "low": 10, "high": 14},
    ]
    make.write_workbook(file, figures=rows)
    book = openpyxl.load_workbook(file)
    change(book)
    book.save(file)
    return make.reopen(folder)


# Any: openpyxl has no types.
def _cell(book: openpyxl.Workbook, column: str, row: int = 2) -> Any:
    sheet = book["figures"]
    names = [cell.value for cell in sheet[1]]
    return sheet.cell(row, names.index(column) + 1)


def test_a_percentage_is_what_it_is_shown_as(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        _cell(book, "low").value, _cell(book, "low").number_format = 0.475, "0%"

    (problem,) = _typed(tmp_path, change).problems
    assert (problem.value, problem.column) == ("47.5%", "low")
    assert problem.hint == "Write 47.5, and '%' into unit, if that is its unit."


def test_a_day_that_is_shown_as_a_month_is_one(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        cell = _cell(book, "as_of")
        cell.value, cell.number_format = date(2020, 5, 1), "mmmm yyyy"

    dossier = _typed(tmp_path, change)
    assert dossier.problems == ()
    assert dossier.records("figures")[0]["as_of"] == "2020-05"


def test_a_merged_cell_is_told_once(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        first, last = _cell(book, "measure", 2), _cell(book, "measure", 3)
        book["figures"].merge_cells(f"{first.coordinate}:{last.coordinate}")

    (problem,) = _typed(tmp_path, change).problems
    assert (problem.line, problem.column, problem.value) == (
        *(2, "measure"),
        "one cell over rows 2 to 3",
    )


def test_what_is_hidden_is_read_and_told(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["figures"].row_dimensions[3].hidden = True
        book["figures"].column_dimensions[_cell(book, "claimant").column_letter].hidden = True

    dossier = _typed(tmp_path, change)
    assert len(dossier.records("figures")) == 2
    assert [str(hint) for hint in dossier.hints] == [
        "story.xlsx, sheet figures: hidden, and read all the same: row 3, column claimant"
    ]


def test_a_file_of_headers_alone_gives_way_to_a_sheet(tmp_path: Path) -> None:
    make.write(tmp_path, slides=[])
    make.write_workbook(tmp_path / "slides.xlsx", slides=[dict(make.slide())])
    dossier = make.reopen(tmp_path)
    assert dossier.problems == ()
    assert len(dossier.records("slides")) == 1
    assert [hint.told for hint in dossier.hints] == ["slides.csv has no rows: not read"]
