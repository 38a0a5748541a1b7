"""How a spreadsheet shows the numbers that its cells hold: 0.47 as 47 %, 1 May 2024 as May 2024.

Its author goes by what is shown. So a percentage counts as one, and of a day that is shown as a
month, as spreadsheets make it of "May 2024", the month alone.
"""

import re
import zipfile
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from xml.etree import ElementTree


class Shown(StrEnum):
    """What a number is shown as."""

    PERCENTAGE = "percentage"
    MONTH = "month"
    YEAR = "year"


# Of the numbers that Excel gives to formats of its own (ECMA-376, 18.8.30), the two of percentages
# and the one of a month.
BUILT_IN: Mapping[int, Shown] = MappingProxyType(
    {9: Shown.PERCENTAGE, 10: Shown.PERCENTAGE, 17: Shown.MONTH}
)
# In a format's code: text in quotation marks, a letter by itself, a colour or a condition.
NO_SIGN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
OPEN_DATE = re.compile(
    rb"""<number:date-style\b[^<>]{0,500}?\bstyle:name\s*=\s*["']([^"'<>]{1,200})["'][^<>]{0,500}>"""
    rb"(.{0,2000}?)</number:date-style>",
    re.DOTALL,
)
OPEN_STYLE = re.compile(rb"<style:style\b([^<>]{0,2000})>")
OPEN_NAME = re.compile(rb"""\bstyle:name\s*=\s*["']([^"']+)["']""")
OPEN_DATA = re.compile(rb"""\bdata-style-name\s*=\s*["']([^"']+)["']""")


def excel_formats(archive: zipfile.ZipFile) -> list[Shown | None]:
    """Return what each style of an .xlsx file shows a number as, where that is another thing.

    Raises:
        ElementTree.ParseError: The file is damaged.
    """
    if "xl/styles.xml" not in archive.namelist():
        return []
    # See `sheet_scan` for why this parser.
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))  # noqa: S314
    codes = {
        each.get("numFmtId"): shown_by(each.get("formatCode") or "")
        for each in styles.iter()
        if each.tag.endswith("}numFmt")
    }
    formats = next(iter(styles.iterfind("{*}cellXfs")), ElementTree.Element("none"))
    numbers = [each.get("numFmtId") or "0" for each in formats]
    return [codes.get(number, BUILT_IN.get(_number(number))) for number in numbers]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def shown_by(code: str) -> Shown | None:
    """Return what a format of Excel, such as `mmm yyyy`, shows a number as."""
    signs = NO_SIGN.sub("", code.partition(";")[0]).lower()
    if "%" in signs:
        return Shown.PERCENTAGE
    if "y" not in signs or "d" in signs:
        return None
    return Shown.MONTH if "m" in signs else Shown.YEAR


def open_formats(content: bytes) -> dict[bytes, Shown]:
    """Return which cell styles of an .ods file show a day as a month or a year."""
    dates = {}
    for found in OPEN_DATE.finditer(content):
        if b"<number:year" in found[2] and b"<number:day" not in found[2]:
            dates[found[1]] = Shown.MONTH if b"<number:month" in found[2] else Shown.YEAR
    styles = {}
    for style in OPEN_STYLE.finditer(content) if dates else ():
        name, data = OPEN_NAME.search(style[1]), OPEN_DATA.search(style[1])
        if name and data and data[1] in dates:
            styles[name[1]] = dates[data[1]]
    return styles
