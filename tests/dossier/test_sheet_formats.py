"""Tests of dash.dossier.sheet_formats: what a spreadsheet shows a number as."""

import pytest

from dash.dossier.sheet_formats import Shown, open_formats, shown_by


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        *(("0%", Shown.PERCENTAGE), ("0.0 %;[Red]-0.0 %", Shown.PERCENTAGE), ('0"%"', None)),
        *(("mmm-yy", Shown.MONTH), ("[$-40C]mmmm yyyy", Shown.MONTH), ("yyyy", Shown.YEAR)),
        *(("dd/mm/yyyy", None), ("General", None), ("h:mm", None), ('#,##0.00 "yen"', None)),
    ],
)
def test_a_format_of_excel_tells_what_it_shows(code: str, shown: Shown | None) -> None:
    assert shown_by(code) == shown


def test_the_styles_of_an_open_document_tell_months_and_years() -> None:
    content = (
        b'<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>'
        b'<number:date-style style:name="N2"><number:year number:style="long"/></number:date-style>'
        b'<number:date-style style:name="N3"><number:day/><number:year/></number:date-style>'
        b'<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>'
        b'<style:style style:name="ce2" style:data-style-name="N2"><x/></style:style>'
        b'<style:style style:name="ce3" style:data-style-name="N3"/>'
    )
    assert open_formats(content) == {b"ce1": Shown.MONTH, b"ce2": Shown.YEAR}
