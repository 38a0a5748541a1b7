"""Tests of dash.export."""

import io

import pandas as pd
import pytest

from dash.export import csv_text


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_or_heading_acts_as_a_formula(start: str) -> None:
    text = csv_text(pd.DataFrame({start: [start, "plain"]}))
    table = pd.read_csv(io.StringIO(text.removeprefix("\ufeff")))
    assert table.columns[0].startswith("'")
    assert [cell[0] for cell in table.iloc[:, 0]] == ["'", "p"]


def test_numbers_gaps_and_letters_stay() -> None:
    table = pd.DataFrame({"n": [-1.5, None], "t": ["Київ, “so”", None], "f": [True, False]})
    assert csv_text(table) == '\ufeffn,t,f\r\n-1.5,"Київ, “so”",True\r\n,,False\r\n'
