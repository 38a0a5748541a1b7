"""Turn text cells into a typed table, and say of every cell that does not fit why."""

import re
from collections.abc import Mapping
from copy import copy
from functools import cache
from types import MappingProxyType
from typing import Any

import pandas as pd
import pandera.pandas as pa

from dash.schema.problems import Problem
from dash.schema.tables import TABLES

NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
FLAGS = ("true", "false")


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
    return pa.DataFrameSchema(columns)


def key_of(name: str) -> str:
    """Return the name of a table's key, which is its first column."""
    return next(iter(table_columns(name)))


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
        be blank and is absent is blank in every row; the table is None when
        any other column of the contract is absent.
    """
    file = f"{name}.csv"
    columns = table_columns(name)
    absent = [column for column in columns if column not in cells]
    needed = [column for column in absent if not columns[column].nullable]
    if needed:
        return None, [Problem(file, 1, column, None, "a column of this name") for column in needed]
    wrong: dict[tuple[int, str], None] = {}  # a set that keeps its order
    blank = pd.DataFrame(index=cells.index, columns=absent, dtype="str")
    cells = pd.concat([cells, blank], axis="columns")
    typed = cells[[*columns, *cells.columns.difference(list(columns), sort=False)]].copy()
    for column, rule in columns.items():
        typed[column], unfit = _convert(cells[column], rule)
        wrong |= dict.fromkeys((line, column) for line in unfit)
    try:
        _checks(name).validate(typed, lazy=True)
    except pa.errors.SchemaErrors as error:
        for case in error.failure_cases.itertuples():
            wrong[int(case.index), str(case.column)] = None
    problems = []
    for line, column in wrong:
        value = cells.at[line, column]
        found = value if isinstance(value, str) else None
        problems.append(Problem(file, line, column, found, expected(columns[column])))
    return typed, problems


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
