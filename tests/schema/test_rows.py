"""Tests of dash.schema.rows: the typed rows and the contract say the same."""

from pathlib import Path
from typing import Any, get_type_hints

import pandera.pandas as pa
import pytest

from dash.dossier.records import rows
from dash.schema import rows as typed
from dash.schema.tables import TABLES
from dash.schema.validation import table_columns
from tests import factories as make

ROWS = {
    "sources": typed.Source,
    "actors": typed.Actor,
    "places": typed.Place,
    "figures": typed.Figure,
    "quotes": typed.Quote,
    "slides": typed.Slide,
    "events": typed.Event,
    "differences": typed.Difference,
    "corrections": typed.Correction,
}
PLAIN: dict[str, type] = {"int64": int, "bool": bool}


def _told_by(column: pa.Column) -> Any:
    """Return the type of the cells under a column of the contract."""
    kind = str(column.dtype)
    if column.metadata["many"]:
        return tuple[str, ...]
    # A blank flag is read as false.
    if kind in PLAIN:
        return PLAIN[kind]
    if kind == "float64":
        return float | None if column.nullable else float
    assert kind.startswith("str"), kind
    return str | None if column.nullable else str | typed.Missing


@pytest.mark.parametrize("table", TABLES)
def test_a_row_has_the_columns_of_the_contract_in_order_and_kind(table: str) -> None:
    contract = {name: _told_by(column) for name, column in table_columns(table).items()}
    assert list(get_type_hints(ROWS[table]).items()) == list(contract.items())


def test_every_table_has_its_row() -> None:
    assert list(ROWS) == list(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_cells_are_of_the_kind_that_the_row_says(table: str, tmp_path: Path) -> None:
    kinds = get_type_hints(ROWS[table])
    for row in make.dossier(tmp_path).records(table):
        cells = dict(row)
        assert list(cells) == list(kinds)
        for name, cell in cells.items():
            if kinds[name] == tuple[str, ...]:
                assert isinstance(cell, tuple), name
                assert all(isinstance(part, str) for part in cell), name
            elif kinds[name] == str | typed.Missing:
                assert isinstance(cell, str), name
            else:
                assert isinstance(cell, kinds[name]), name


def test_a_cell_of_several_ids_is_split_and_a_blank_one_is_empty(tmp_path: Path) -> None:
    figures = [make.figure(area="bridge; mill", supplied="as_of;area"), make.context_figure()]
    places = [make.place(), make.place(id="mill")]
    many, one = make.dossier(tmp_path, figures=figures, places=places).records("figures")
    assert (many["area"], many["supplied"]) == (("bridge", "mill"), ("as_of", "area"))
    assert (one["area"], one["supplied"]) == (("bridge",), ())


def test_columns_of_a_dossiers_own_stand_in_the_table_alone(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    (row,) = rows("slides", dossier.slides.assign(bound="exact"))
    assert "bound" not in row
