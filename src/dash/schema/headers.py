"""A table's header: the names of columns as people type them, and those that are missed."""

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
import pandera.pandas as pa

from dash.schema.problems import LONGEST_VALUE, Hint, Problem
from dash.schema.suggestions import nearest, plain

# A title and some lines of remarks may stand above a table; two names make a header.
MOST_ABOVE, ENOUGH = 6, 2
Contract = Mapping[str, pa.Column]


def read_header(
    file: str, cells: pd.DataFrame, contract: Contract
) -> tuple[pd.DataFrame, list[Hint]]:
    """Return the cells under the contract's names of columns, and how the header was read.

    A name that differs in nothing but capitals, spaces and hyphens has one meaning: Period start.
    One that is only like that of a column which is not there stays a column of the dossier's own.
    """
    absent = [column for column in contract if column not in cells]
    own = [column for column in cells.columns.tolist() if column not in contract]
    meant: dict[str, str] = {}
    for column in own:
        name = plain(column).replace(" ", "_")
        if name in absent and name not in meant.values():
            meant[column] = name
    hints = []
    if meant:
        more = len(meant) - 1
        also = f", and {more} more of its columns likewise" if more else ""
        column, name = next(iter(meant.items()))
        hints.append(Hint(file, f"read {column} as {name}{also}"))
    left = [column for column in absent if column not in meant.values()]
    for column in own:
        near = nearest(column, left) if column not in meant else None
        # A column that must be there is a problem, and told with its own hint.
        if near is not None and contract[near].nullable:
            told = f"{column} is kept as a column of your own, which no page shows"
            hints.append(Hint(file, f"{told}; did you mean {near}?"))
    return cells.rename(columns=meant), hints


def header_row(rows: Sequence[Sequence[str | None]], names: Collection[str]) -> int:
    """Return which row has the names of columns: the first, unless a title stands above them.

    Args:
        rows: The rows that are not blank.
        names: The contract's names of columns.
    """
    counts = [
        sum(plain(cell or "").replace(" ", "_") in names for cell in row)
        for row in rows[:MOST_ABOVE]
    ]
    if not counts or counts[0]:
        return 0
    return next((number for number, count in enumerate(counts) if count >= ENOUGH), 0)


def title_hint(file: str, line: int) -> Hint:
    """Return that a table was read from below its title."""
    return Hint(file, "read from here on: what stands above is not a part of the table", line)


def absent_columns(file: str, cells: pd.DataFrame, contract: Contract) -> list[Problem]:
    """Return a problem for each column that is missed; a single one where there is no header."""
    given = cells.columns.tolist()
    if not any(column in contract for column in given):
        found = ", ".join(given)[:LONGEST_VALUE]
        return [
            Problem(file, 1, None, found, f"a line with the names of columns: {_named(contract)}")
        ]
    own = [column for column in given if column not in contract]
    problems = []
    for column, rule in contract.items():
        if column not in given and not rule.nullable:
            near = nearest(column, own)
            hint = "" if near is None else f"Rename the column `{near}` if that is it."
            problems.append(Problem(file, 1, column, None, "a column of this name", hint=hint))
    return problems


def _named(contract: Contract) -> str:
    return ", ".join(column for column, rule in contract.items() if not rule.nullable)
