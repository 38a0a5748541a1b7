"""Tests of dash.dossier.sheet_cells."""

from datetime import date, datetime, time, timedelta

import pytest

from dash.dossier.sheet_cells import Cell, spell_cell


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        *((1517.0, "1517"), (0.3, "0.3"), (0.1 + 0.2, "0.3"), (-3.0, "-3"), (1e15, f"1{'0' * 15}")),
        *((1e-7, "0.0000001"), (True, "true"), (False, "false"), ("", None), (" x ", "x")),
        *((date(2021, 4, 13), "2021-04-13"), (datetime(1912, 4, 14), "1912-04-14")),  # noqa: DTZ001
        (datetime(1912, 4, 14, 23, 40), "1912-04-14T23:40"),  # noqa: DTZ001
        *((time(23, 40), "23:40"), (time(2, 20, 5), "02:20:05"), (timedelta(hours=30), "30:00")),
    ],
)
def test_a_cell_of_each_kind_has_one_spelling(cell: Cell, said: str | None) -> None:
    assert spell_cell(cell) == said
