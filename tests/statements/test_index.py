"""Tests of dash.statements.index: search, filters, order and counts together, and their speed."""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dash.dossier.model import Dossier
from dash.statements.index import Query, Statements
from dash.statements.search import MARKS
from tests import factories as make
from tests.yardstick import slowness

LIMIT_SECONDS = 0.1


@pytest.fixture(scope="module")
def statements(shipped: Dossier) -> Statements:
    return Statements(shipped)


def _ids(statements: Statements, query: Query) -> list[str]:
    positions = statements.select(query).positions
    return [row["id"] for row in statements.rows(positions)]


def test_nothing_asked_for_leaves_everything_in_the_storys_order(statements: Statements) -> None:
    ids = _ids(statements, Query())
    assert len(ids) == len(statements) == 41
    assert ids[:5] == ["R01", "R02", "R03", "Q01", "Q02"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zelensky", {"R15"}),
        ("Zelenskyy", {"R15"}),
        ("remain stalled", {"Q13"}),
        ("provocasions", {"Q05", "Q08", "R07", "R09"}),
    ],
)
def test_a_search_finds_the_shipped_statements(
    words: str, found: set[str], statements: Statements
) -> None:
    assert found <= set(_ids(statements, Query(words)))


def test_words_of_the_statement_rank_before_words_about_it(statements: Statements) -> None:
    selection = statements.select(Query("completely"))
    assert [row["id"] for row in statements.rows(selection.positions)] == ["R25"]
    assert selection.hits is not None
    (position,) = selection.positions
    assert MARKS[0] not in statements.marked(selection.hits, position)
    assert MARKS[0] in str(statements.elsewhere(selection.hits, position))
    first = statements.rows(statements.select(Query("provocations")).positions)[0]
    assert "provocations" in first["text"]


def test_filters_and_counts_agree(statements: Statements) -> None:
    chosen = {"side": ["Russia"], "check": ["Agrees"]}
    selection = statements.select(Query(chosen=chosen))
    assert selection.counts["side"]["Russia"] == len(selection.positions) == 1
    for name, counts in statements.select(Query(chosen={"side": ["Russia"]})).counts.items():
        for value, count in counts.items():
            wanted = {"side": ["Russia"]} | {name: [value]}
            assert len(_ids(statements, Query(chosen=wanted))) == count, (name, value)


def test_what_came_of_the_checks_is_counted_in_all_and_in_what_is_left(
    statements: Statements,
) -> None:
    assert sum(statements.checked.values()) == len(statements)
    assert dict(statements.select(Query()).checked) == dict(statements.checked)
    left = statements.select(Query(chosen={"check": ["Altered"]}))
    assert dict(left.checked) == {"Altered": len(left.positions)}
    assert left.counts["check"] == statements.checked, "what each choice would leave"


def test_orders(statements: Statements) -> None:
    days = [
        row["date"] for row in statements.rows(statements.select(Query(sort="oldest")).positions)
    ]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[len(dated) :] == [None] * (len(days) - len(dated))
    names = statements.rows(statements.select(Query(sort="speaker")).positions)
    assert names[0]["speaker"] == ("trump",)
    assert names[-1]["speaker"] == ()


def test_no_result_says_which_condition_to_leave_out(statements: Statements) -> None:
    ways = statements.loosen(Query("stalled", {"side": ["Russia"]}))
    assert [(way.facet, way.count) for way in ways] == [(None, 13), ("side", 1)]
    assert "stalled" in ways[0].label
    hopeless = Query("stalled", {"side": ["Russia"], "check": ["Not found"], "topic": ["A summit"]})
    assert statements.loosen(hopeless) == []


def test_a_dossier_without_statements_is_no_error(tmp_path: Path) -> None:
    empty = make.dossier(tmp_path, quotes=[], slides=[make.slide(quotes="")], differences=[])
    selection = Statements(empty).select(Query("anything"))
    assert (selection.positions, dict(selection.checked)) == ([], {})


@pytest.mark.timing
def test_fifty_thousand_statements_are_selected_in_a_tenth_of_a_second(shipped: Dossier) -> None:
    one = shipped.quotes
    many = pd.concat([one] * (50_000 // len(one) + 1), ignore_index=True)
    many["id"] = [f"{key}-{number}" for number, key in enumerate(many["id"])]
    tables: Mapping[str, pd.DataFrame] = shipped._tables
    statements = Statements(
        replace(shipped, _tables={**tables, "quotes": many.set_index("id", drop=False)})
    )
    query = Query("Kiev russia", {"side": ["Russia", "United States"]}, sort="match")
    for words in ("russia", "Rusia", "build-up", "talks stalled", ""):
        times = []
        for _ in range(5):
            start = time.thread_time()
            selection = statements.select(replace(query, words=words))
            times.append(time.thread_time() - start)
        assert selection.positions
        assert min(times) < LIMIT_SECONDS * slowness(), (words, times)
