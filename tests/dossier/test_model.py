"""Tests of dash.dossier.model: rows by their table and key."""

import pytest

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.tables import TABLES


@pytest.mark.parametrize("table", TABLES)
def test_one_row_is_the_same_as_among_all(table: str, shipped: Dossier) -> None:
    rows = shipped.records(table)
    assert [key_of_row(row) for row in rows] == shipped.table(table).index.tolist()
    assert [shipped.record(table, key_of_row(row)) for row in rows] == rows


def test_a_row_cannot_be_changed_by_one_reader_for_the_others(shipped: Dossier) -> None:
    row = shipped.record("quotes", "Q01")
    with pytest.raises(TypeError):
        row["text"] = "something else"


def test_an_unknown_key_is_an_error(shipped: Dossier) -> None:
    with pytest.raises(KeyError):
        shipped.record("quotes", "nobody")
