"""Tests of dash.finding.entries and dash.finding.records."""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dash.dossier.loaders import open_dossier
from dash.dossier.model import Dossier
from dash.finding.entries import KINDS
from dash.finding.records import Records
from tests import factories as make
from tests.yardstick import slowness

LIMIT_SECONDS = 0.1


@pytest.fixture(scope="module")
def records(shipped: Dossier) -> Records:
    return Records(shipped)


def test_every_record_with_a_page_is_held(records: Records, shipped: Dossier) -> None:
    assert len(records) == sum(len(shipped.records(table)) for table in KINDS)


@pytest.mark.parametrize("written", ["400,000", "400 000", "400000", "400 thousand"])
def test_a_number_finds_the_figure_the_slide_and_the_difference(
    records: Records, written: str
) -> None:
    found = records.find(written)
    keys = {records.keys[at][1] for at in found.hits.positions}
    assert {"residents-400000", 8, "D18"} <= keys
    assert {"figures", "slides", "differences"} <= set(found.by_kind)
    at = next(at for at in found.by_kind["figures"])
    assert ("400,000", True) in records.marked(found, at, "words")


def test_a_slip_is_forgiven_and_told(records: Records) -> None:
    found = records.find("residnts 400,000")
    assert found.count
    assert found.hits.corrected == {"residnts": ("residents",)}


def test_what_to_drop_leaves_something(records: Records) -> None:
    assert records.find("xyzzy Crimea").count == 0
    assert records.without("xyzzy Crimea") == [("xyzzy", records.find("Crimea").count)]
    assert records.without("xyzzy") == []


def test_kinds_come_in_the_order_of_their_best_match(records: Records) -> None:
    found = records.find("Crimea")
    firsts = [positions[0] for positions in found.by_kind.values()]
    assert firsts == sorted(firsts, key=found.hits.positions.index)
    assert sorted(at for kind in found.by_kind.values() for at in kind) == sorted(
        found.hits.positions
    )


def test_a_broken_table_takes_its_kind_away(tmp_path: Path) -> None:
    folder = make.write(tmp_path / "dossier")
    whole = Records(open_dossier(folder))
    (folder / "actors.csv").write_text("nothing\n", encoding="utf-8")
    (folder / "events.csv").write_text("nothing\n", encoding="utf-8")
    rest = Records(open_dossier(folder))
    assert whole.left_out == []
    assert "Events" in rest.left_out
    assert "events" not in {table for table, _ in rest.keys}
    assert len(rest) > 0


@pytest.mark.timing
def test_fifty_thousand_records_are_searched_in_a_tenth_of_a_second(shipped: Dossier) -> None:
    tables: Mapping[str, pd.DataFrame] = shipped._tables
    many = {name: _repeated(tables[name], 12_500) for name in ("figures", "quotes", "events")}
    many["sources"] = pd.concat([tables["sources"], _repeated(tables["sources"], 12_500)])
    records = Records(replace(shipped, _tables={**tables, **many}))
    assert len(records) >= 50_000
    for words in ("russia", "Rusia", "400,000", "14 thousand", "troops border", "2014"):
        times = []
        for _ in range(5):
            start = time.thread_time()
            found = records.find(words)
            times.append(time.thread_time() - start)
        assert found.count
        assert min(times) < LIMIT_SECONDS * slowness(), (words, times)


def _repeated(table: pd.DataFrame, count: int) -> pd.DataFrame:
    many = pd.concat([table] * (count // len(table) + 1), ignore_index=True)
    many["id"] = [f"{key}-{number}" for number, key in enumerate(many["id"])]
    return many.set_index("id", drop=False)
