"""Turn text cells into a typed table, and say of every cell that does not fit why."""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from functools import cache
from types import MappingProxyType
from typing import Any

import pandas as pd
import pandera.pandas as pa

from dash.schema.columns import LOCATOR
from dash.schema.doubts import (
    doubt_of_date,
    doubt_of_number,
    likely_bound,
    likely_date,
    likely_degrees,
    likely_id,
    likely_locator,
    likely_number,
)
from dash.schema.filling import SETTLED
from dash.schema.headers import absent_columns
from dash.schema.problems import LONGEST_VALUE, MOST_PROBLEMS, Problem
from dash.schema.suggestions import did_you_mean
from dash.schema.tables import TABLES
from dash.schema.vocabulary import BOUNDS, OTHERWISE

NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
# Takes a cell; tells what it likely means, as what to write, or nothing.
Meaning = Callable[[str], str | None]
FLAGS = ("true", "false")
HALF_TURN = 180
# With fewer columns that must be filled than this, a row that lacks them may be a record begun.
FEW = 3


@cache
def table_columns(name: str) -> Mapping[str, pa.Column]:
    """Return the contract's columns of a table, by name and in order."""
    return MappingProxyType(dict(TABLES[name].to_schema().columns))


@cache
def _checks(name: str) -> pa.DataFrameSchema:
    """Return the contract without the kinds of cells, which `_convert` makes what they are.

    Pandera looks at each cell of a text column for its kind, and builds a table of failures of
    none: a third of the time that a small dossier takes to load.
    """
    schema = TABLES[name].to_schema()
    columns = {column: copy(rule) for column, rule in schema.columns.items()}
    for rule in columns.values():
        rule.dtype = None
        # Of two rows with one key the second is told, with the line of the first.
        rule.report_duplicates = "exclude_first"
    return pa.DataFrameSchema(columns)


def key_of(name: str) -> str:
    """Return the name of a table's key, which is its first column."""
    return next(iter(table_columns(name)))


def allowed_words(column: pa.Column) -> list[str]:
    """Return the fixed words of which a cell of the column must be one; none where it is free."""
    return [word for check in column.checks for word in check.statistics.get("allowed_values", ())]


def expected(column: pa.Column) -> str:
    """Return what a cell of the column must hold, as one phrase."""
    phrase: str = column.metadata["expected"]
    return phrase if not column.nullable else f"{phrase}, or nothing"


def validate(name: str, cells: pd.DataFrame) -> tuple[pd.DataFrame | None, list[Problem]]:
    """Check text cells against the contract of the table `name`.

    Args:
        name: A key of TABLES.
        cells: Text cells; the index holds line numbers.

    Returns:
        The table with typed columns, where a cell that does not fit is
        missing, and one problem per cell that does not fit. A column that may
        be blank and is absent is blank in every row. Any other column of the
        contract that is absent is one problem, none of its cells is, and the
        table is None.
    """
    file = f"{name}.csv"
    columns = table_columns(name)
    absent = [column for column in columns if column not in cells]
    lacking = {column for column in absent if not columns[column].nullable}
    told = absent_columns(file, cells, columns) if lacking else []
    cells, problems = _without_remarks(file, cells, columns)
    wrong: dict[tuple[int, str], None] = {}  # a set that keeps its order
    blank = pd.DataFrame(index=cells.index, columns=absent, dtype="str")
    cells = pd.concat([cells, blank], axis="columns")
    typed = cells[[*columns, *cells.columns.difference(list(columns), sort=False)]].copy()
    doubts: dict[tuple[int, str], str] = {}
    for column, rule in columns.items():
        typed[column], unfit = _convert(cells[column], rule)
        doubts |= _doubts(cells[column], rule)
        wrong |= dict.fromkeys((line, column) for line in unfit)
    wrong |= dict.fromkeys(doubts)
    try:
        _checks(name).validate(typed, lazy=True)
    except pa.errors.SchemaErrors as error:
        for case in error.failure_cases.itertuples():
            wrong[int(case.index), str(case.column)] = None
    for line, column in wrong:
        if column in lacking:
            continue
        rule, value = columns[column], cells.at[line, column]
        found = value if isinstance(value, str) else None
        hint = ""
        if len(problems) < MOST_PROBLEMS and found is not None:
            hint = _hint(found, rule, doubts.get((line, column)))
            if rule.unique:
                hint = _first_of(found, line, cells[column]) or hint
        problems.append(Problem(file, line, column, found, expected(rule), hint=hint))
    return None if lacking else typed, [*told, *problems]


def _without_remarks(
    file: str, cells: pd.DataFrame, columns: Mapping[str, pa.Column]
) -> tuple[pd.DataFrame, list[Problem]]:
    """Take out rows that are no records, as a total or a note below a table is: one problem each.

    Such a row has nothing under any of several columns that must be filled, but for the key.
    """
    settled = {column for column, *_ in SETTLED.get(file.removesuffix(".csv"), ())}
    must = [name for name, rule in columns.items() if not rule.nullable]
    needed = [name for name in must[1:] if name not in settled and name in cells]
    if len(needed) < FEW:
        return cells, []
    remarks = cells.index[cells[needed].isna().all(axis="columns")].tolist()
    problems = []
    for line in remarks:
        typed = cells.loc[line].drop(labels=settled, errors="ignore").dropna()
        found = ", ".join(typed.tolist())[:LONGEST_VALUE]
        hint = "Delete the row if it is a total or a note."
        problems.append(Problem(file, line, None, found, "a record, or nothing", hint=hint))
    return cells.drop(index=remarks), problems


def _hint(found: str, rule: pa.Column, likely: str | None) -> str:
    """Return what a cell that does not fit was likely meant to say, as a sentence."""
    told = (meaning(found) for meaning in _meanings(rule))
    likely = likely or next(filter(None, told), None)
    if likely is not None:
        return f"Write {likely}."
    if rule.metadata["degrees"] and NUMBER.fullmatch(found) and abs(float(found)) <= HALF_TURN:
        return "Longitude and latitude may have changed places."
    words = allowed_words(rule)
    return did_you_mean(found, words) or OTHERWISE.get(tuple(words), "")


def _meanings(rule: pa.Column) -> Iterator[Meaning]:
    """Yield what tells the likely meaning of a cell of such a column."""
    if rule.metadata["degrees"]:
        yield likely_degrees
    elif str(rule.dtype) == "float64":
        yield likely_number
    if rule.metadata["date"]:
        yield likely_date
    if rule.metadata["expected"] == LOCATOR:
        yield likely_locator
    if allowed_words(rule) == list(BOUNDS):
        yield likely_bound
    if rule.unique and str(rule.dtype).startswith("str"):
        yield likely_id


def _first_of(key: str, line: int, cells: "pd.Series[Any]") -> str:
    """Tell where a key stands before, which no other row may have."""
    first = cells.index[cells.eq(key)].tolist()[0]
    return f"Line {first} has it, too." if first != line else ""


def _doubts(cells: "pd.Series[Any]", rule: pa.Column) -> dict[tuple[int, str], str]:
    """Return what the cells of a column may mean that have no sure meaning, by line and column."""
    doubt = doubt_of_date if rule.metadata["date"] else None
    # Degrees have three decimals and no thousands.
    if str(rule.dtype) == "float64" and not rule.metadata["degrees"]:
        doubt = doubt_of_number
    if doubt is None:
        return {}
    told = cells.map(doubt, na_action="ignore").dropna()
    lines = [(line, str(cells.name)) for line in told.index.tolist()]
    return dict(zip(lines, told.tolist(), strict=True))


def _convert(cells: "pd.Series[Any]", rule: pa.Column) -> tuple["pd.Series[Any]", list[int]]:
    """Return the cells as values of the column's kind, and the lines of those that are none."""
    kind = str(rule.dtype)
    if kind.startswith("str"):
        return cells, []
    pattern = {"float64": NUMBER, "int64": WHOLE_NUMBER}.get(kind)
    fits = cells.isin(FLAGS) if pattern is None else cells.str.fullmatch(pattern.pattern)
    fits = fits.fillna(value=False).astype(bool)
    unfit = cells.index[~fits if not rule.nullable else cells.notna() & ~fits].tolist()
    kept = cells.where(fits)
    if kind == "bool":
        return kept.eq("true").fillna(value=False).astype(bool), unfit
    if kind == "int64":
        # Line numbers, negative, stand in: out of range, and equal to no other row's.
        typed = kept.astype("float64").fillna(-cells.index.to_series()).astype("int64")
        return typed, unfit
    return kept.astype("float64"), unfit
