"""Tables as files that are safe to open in a spreadsheet."""

import pandas as pd

# A cell that begins so is read as a formula by spreadsheets (OWASP, "CSV injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: pd.DataFrame) -> str:
    """Return a table as CSV in UTF-8 with a byte order mark, whose text cells act as no formula.

    A cell or heading of text that a spreadsheet would calculate gets an apostrophe before it,
    as OWASP advises; numbers stay as they are.
    """
    safe = table.rename(columns=_harmless)
    for column in safe.columns[[not pd.api.types.is_numeric_dtype(kind) for kind in safe.dtypes]]:
        safe[column] = safe[column].map(_harmless, na_action="ignore")
    return "\ufeff" + safe.to_csv(index=False, lineterminator="\r\n")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
