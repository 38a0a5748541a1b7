"""Tests of dash.dossier.sheet_scan: what is seen of a spreadsheet before it is laid out."""

import contextlib
import io
import zipfile

import pytest

from dash.dossier.sheet_formats import Shown
from dash.dossier.sheet_scan import Scan, UnfitWorkbookError, scan_workbook
from tests.yardstick import within

BOOK = (
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets>'
    '<sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
)


def _excel(cells: str) -> Scan:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", LINKS)
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet>{cells}</worksheet>")
    with zipfile.ZipFile(file) as archive:
        return scan_workbook(archive)["A & B"]


def _open(rows: str) -> dict[str, Scan]:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", rows)
    with zipfile.ZipFile(file) as archive:
        return scan_workbook(archive)


@pytest.mark.parametrize(
    ("cells", "reach"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>1</v></c></row>', (1, 3)),
        ('<row r="7"><c r="AA7" s="1"><v>1</v></c></row>', (7, 27)),
        ("<row><c><v>1</v></c></row><row><c/><c><v>1</v></c></row>", (2, 2)),
        ('<x:row r = "4"><x:c t="s"><x:v>1</x:v></x:c></x:row>', (4, 1)),
        ('<row r="1048576"><c r="XFD1048576" s="3"/></row>', (0, 0)),
        ("<cols><col/></cols><rowBreaks/><conditionalFormatting/>", (0, 0)),
    ],
)
def test_it_is_seen_how_far_the_filled_cells_of_excel_reach(
    cells: str, reach: tuple[int, int]
) -> None:
    scan = _excel(cells)
    assert (scan.rows, scan.columns) == reach
    assert not scan.is_too_wide


def test_a_cell_in_the_last_corner_is_too_far() -> None:
    assert _excel('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>').is_too_wide


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ('<c r="B2" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="B2"><f>A1</f><v></v></c>', "a formula without its result"),
        ('<c r="B2"><f>A1</f></c>', "a formula without its result"),
        ('<c r="B2"><f>A1</f><v>3</v></c>', None),
        ('<c r="B2" t="str"><f>A1</f><v></v></c>', None),
    ],
)
def test_errors_and_formulas_without_a_result_are_seen(cell: str, fault: str | None) -> None:
    assert _excel(f'<row r="2">{cell}</row>').faults == ({} if fault is None else {(2, 2): fault})


def test_repeated_blanks_of_an_open_document_reach_nowhere() -> None:
    scans = _open(
        '<table:table table:name="A &amp; B"><table:table-column/><table:table-row>'
        '<table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/>'
        "</table:table-row></table:table><table:table/>"
    )
    assert (scans["A & B"].rows, scans["A & B"].columns) == (1, 1)
    assert set(scans) == {"A & B", ""}


def test_repeated_values_and_errors_of_an_open_document_are_seen() -> None:
    scans = _open(
        '<table:table table:name="a"><table:table-row/><table:table-row '
        'table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell>'
        '<table:table-cell calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    assert scans["a"].is_too_wide
    assert list(scans["a"].faults) == [(2, 1001)]


@pytest.mark.parametrize("attributes", ['x=">" r="XFD1048576"', "x='>' r='A1'", "x='<' r='A1'"])
def test_a_cell_that_hides_its_place_is_refused(attributes: str) -> None:
    with pytest.raises(UnfitWorkbookError):
        _excel(f"<row><c {attributes}><v>1</v></c></row>")


def test_a_formula_of_an_open_document_without_its_result_is_seen() -> None:
    scan = _open(
        '<table:table table:name="a"><table:table-row><table:table-cell table:formula="of:=1"/>'
        '<table:table-cell table:formula="of:=1" office:value-type="float" office:value="1">'
        "<text:p>1</text:p></table:table-cell></table:table-row></table:table>"
    )["a"]
    assert scan.faults == {(1, 1): "a formula without its result"}


def test_an_open_document_tells_what_is_shown_spread_and_hidden() -> None:
    month = (
        '<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>'
        '<style:style style:name="ce1" style:data-style-name="N1"/>'
    )
    scan = _open(
        f'{month}<table:table table:name="a">'
        '<table:table-column table:default-cell-style-name="ce1"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        '<table:table-row table:visibility="filter"><table:table-cell><text:p>May</text:p>'
        '</table:table-cell><table:table-cell office:value-type="percentage" '
        'table:number-rows-spanned="3"><text:p>47%</text:p></table:table-cell>'
        '<table:table-cell table:style-name="ce1"><text:p>May</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )["a"]
    assert scan.shown == {(1, 1): Shown.MONTH, (1, 2): Shown.PERCENTAGE, (1, 3): Shown.MONTH}
    assert scan.merged == [(1, 2, 3, 2)]
    assert scan.hidden == ({1}, {2, 3})


@pytest.mark.parametrize(
    "part",
    ["<table:table-cell ", "<style:style ", '<number:date-style style:name="N">', "<table:table "],
)
def test_a_hostile_document_takes_no_longer_than_its_size(part: str) -> None:
    with within(2), contextlib.suppress(UnfitWorkbookError):
        _open(part * 20_000)
