"""Figures as a table to read, sort and download."""

from collections.abc import Mapping, Sequence

import pandas as pd

from dash.figures.words import FigureInWords, supplied_in
from dash.schema.rows import Figure
from dash.wording import AMONG_WHOM, AREA, BEST, FROM, HIGH, LOW, NOTE, NUMBER, WHO_SAYS_SO

# What the columns that a source may leave open are called on the pages.
COLUMN_NAMES = {
    "population": "among whom",
    "period_start": "from when",
    "as_of": "up to when",
    "area": "where",
}


def table_of(
    figures: Sequence[Figure], words: Sequence[FigureInWords], publishers: Mapping[str, str]
) -> pd.DataFrame:
    """Return a row for each figure; numbers stay numbers, dates ISO 8601, to sort by."""
    return pd.DataFrame(
        {
            NUMBER: [said["value"] for said in words],
            LOW: pd.array([row["low"] for row in figures], dtype="float64"),
            BEST: pd.array([row["best"] for row in figures], dtype="float64"),
            HIGH: pd.array([row["high"] for row in figures], dtype="float64"),
            "Unit": [row["unit"] for row in figures],
            AMONG_WHOM: [said["population"] for said in words],
            WHO_SAYS_SO: [said["claimant"] for said in words],
            FROM: pd.array([row["period_start"] for row in figures], dtype="str"),
            "Up to": [row["as_of"] for row in figures],
            "Said on": pd.array([row["stated_on"] for row in figures], dtype="str"),
            "Not stated": [_name_supplied(row) for row in figures],
            "Kind of evidence": [said["evidence"] for said in words],
            AREA: [said["area"] for said in words],
            "Whose": [said["whose"] for said in words],
            "Read in": [publishers[row["source"]] for row in figures],
            NOTE: pd.array([row["note"] for row in figures], dtype="str"),
            "Id": [row["id"] for row in figures],
        },
        index=[row["id"] for row in figures],
    )


def _name_supplied(figure: Figure) -> str:
    return ", ".join(COLUMN_NAMES[column] for column in supplied_in(figure))
