"""Tests of dash.dossier.records: rows of plain cells, split once."""

from pathlib import Path

import pytest

from dash.dossier.records import key_of_row, names, rows, split_ids
from tests import factories as make


@pytest.mark.parametrize(
    ("cell", "ids"),
    [(None, ()), ("a", ("a",)), ("a; b;c ", ("a", "b", "c")), ("a;;b", ("a", "", "b"))],
)
def test_a_cell_of_several_ids_is_split_and_trimmed(cell: str | None, ids: tuple[str, ...]) -> None:
    assert split_ids(cell) == ids


def test_a_row_has_plain_cells_and_none_for_blank_ones(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, events=[make.event(actors="mayor", label="")])
    (event,) = rows("events", dossier.events)
    assert event["actors"] == ("mayor",)
    assert event["label"] is None
    assert event["in_story"] is True
    figure = rows("figures", dossier.figures)[0]
    assert (type(figure["low"]), figure["best"]) == (float, None)


def test_keys_and_names_are_those_of_the_rows(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path)
    assert key_of_row(dossier.records("slides")[0]) == 1
    assert key_of_row(dossier.records("events")[0]) == "quarrel"
    assert names(dossier.records("actors")) == {"mayor": "The mayor"}
