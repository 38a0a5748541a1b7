"""Tests of dash.dossier.model: rows as plain mappings."""

import pytest

from dash.dossier.model import Dossier
from dash.dossier.records import record, records
from dash.schema.tables import TABLES


@pytest.mark.parametrize("table", TABLES)
def test_one_row_is_the_same_as_among_all_and_of_plain_types(table: str, shipped: Dossier) -> None:
    frame = shipped.table(table)
    for key, row in zip(frame.index, records(frame), strict=True):
        alone = record(frame, key)
        assert alone == row
        assert [type(cell) for cell in alone.values()] == [type(cell) for cell in row.values()]


def test_an_unknown_key_is_an_error(shipped: Dossier) -> None:
    with pytest.raises(KeyError):
        record(shipped.quotes, "nobody")
