"""Tests of dash.sharing.addresses: where a record is passed on, and what an address is of."""

from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.schema.tables import TABLES
from dash.sharing.addresses import (
    COMPARISON,
    KINDS,
    Subject,
    card_path,
    comparison,
    embed_path,
    exists,
    record_path,
    subject_at,
    subject_of_row,
)
from tests import factories as make


def _back(dossier: Dossier, path: str) -> Subject | None:
    page, _, query = path.removeprefix("/").partition("?")
    return subject_at(dossier, page, query)


def test_every_record_of_the_shipped_dossier_is_found_by_its_own_address(shipped: Dossier) -> None:
    for kind, table in KINDS.items():
        for row in shipped.records(table):
            subject = Subject(kind, str(key_of_row(row)))
            assert subject_of_row(row) == subject
            assert _back(shipped, record_path(shipped, kind, subject.key)) == subject
    pair = comparison("killed-14000", "killed-13000")
    assert _back(shipped, record_path(shipped, COMPARISON, pair.key)) == pair


def test_all_tables_but_that_of_actors_can_be_passed_on() -> None:
    assert set(KINDS.values()) == set(TABLES) - {"actors", "corrections"}


def test_both_names_of_the_page_of_figures_open_its_records(tmp_path: Path) -> None:
    dossier = make.dossier(tmp_path, make.STORY.replace("casualties = true", ""))
    assert record_path(dossier, "figure", "hurt-many") == "/figures?figure=hurt-many"
    for page in ("figures", "casualties"):
        assert subject_at(dossier, page, "figure=hurt-many") == Subject("figure", "hurt-many")


@pytest.mark.parametrize(
    "query",
    ["", "quote=Q9", "figure=hurt-many", "quote=", "&".join(["a=1"] * 200), "quote=%00", "slide=1"],
)
def test_an_address_that_names_no_record_of_its_page_is_of_none(query: str, tmp_path: Path) -> None:
    assert subject_at(make.dossier(tmp_path), "quotes", query) is None


def test_a_number_is_written_in_one_way_and_a_figure_is_not_compared_with_itself(
    tmp_path: Path,
) -> None:
    dossier = make.dossier(tmp_path)
    for wrong in ("01", "+1", "1.0", "１", "9" * 5000):
        assert not exists(dossier, Subject("slide", wrong))
    assert exists(dossier, Subject("slide", "1"))
    assert exists(dossier, comparison("hurt-many", "hurt-count"))
    for wrong in ("hurt-many~hurt-many", "hurt-many~x", "hurt-many", "~"):
        assert not exists(dossier, Subject(COMPARISON, wrong))
    assert not exists(dossier, Subject("actors", "mayor"))


def test_paths_begin_at_the_root() -> None:
    assert card_path("statement", "Q1") == "/card/statement/Q1.png"
    assert embed_path(COMPARISON, "a~b") == "/embed/comparison/a~b"
