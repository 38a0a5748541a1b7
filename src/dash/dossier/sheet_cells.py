"""What a cell of a spreadsheet says, as the text that a CSV file would have."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from dash.dossier.sheet_formats import Shown

# A spreadsheet keeps no more digits of a number, and shows the rest as it pleases.
DIGITS = 15
# What a reader gives for a cell; a blank one is empty text.
Cell = int | float | str | bool | time | date | datetime | timedelta


def spell_cell(cell: Cell, shown: Shown | None = None) -> str | None:
    """Return what a cell of a spreadsheet says, as text; None where it is blank.

    A whole number has no decimal point, a day of midnight no time, a day that is shown as a month
    is one, and a percentage is spelled as it is shown: 47%.
    """
    if isinstance(cell, str):
        return cell.strip() or None
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int | float):
        number = Decimal(format(cell, f".{DIGITS}g"))
        is_percentage = shown is Shown.PERCENTAGE
        return f"{_plain(number * 100)}%" if is_percentage else f"{number:f}"
    if isinstance(cell, date) and shown in (Shown.MONTH, Shown.YEAR):
        return cell.isoformat()[: 7 if shown is Shown.MONTH else 4]
    return _spell_duration(cell) if isinstance(cell, timedelta) else _spell_time(cell)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _spell_time(cell: date | time) -> str:
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, datetime | time):
        return cell.isoformat(timespec="seconds" if cell.second else "minutes")
    return cell.isoformat()


def _spell_duration(duration: timedelta) -> str:
    minutes, seconds = divmod(round(duration.total_seconds()), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
