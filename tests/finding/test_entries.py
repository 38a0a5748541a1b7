"""Tests of dash.finding.entries."""

from pathlib import Path

from dash.dossier.model import Dossier
from dash.finding.entries import KINDS, Entries, left_out
from tests import factories as make


def test_every_record_with_a_page_has_an_entry(shipped: Dossier) -> None:
    told = [(entry.table, entry.key) for entry in Entries(shipped)]
    assert len(set(told)) == len(told) == sum(len(shipped.records(table)) for table in KINDS)


def test_a_figure_says_who_and_when_and_knows_its_ends(shipped: Dossier) -> None:
    told = {entry.key: entry for entry in Entries(shipped)}
    assert told["killed-14000"].words.startswith("14,000")
    assert told["residents-400000"].words == "About 400,000 · Residents with Russian citizenship"
    assert "Ukraine" in told["killed-14000"].about
    assert told["residents-400000"].numbers == ("400000", "400000")
    assert "nobody named" in told["residents-400000"].about


def test_a_broken_table_takes_its_kind_and_its_names_away(tmp_path: Path) -> None:
    folder = make.write(tmp_path / "dossier")
    assert left_out(make.reopen(folder)) == []
    (folder / "places.csv").write_text("nothing\n", encoding="utf-8")
    broken = make.reopen(folder)
    assert "Places" in left_out(broken)
    assert {entry.table for entry in Entries(broken)}.isdisjoint({"places"})
