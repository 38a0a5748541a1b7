"""Tests of dash.incidents.engine: what fails or hangs is told, and works again afterwards."""

import socket
import sys
import threading
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import pytest
from pysail.spark import SparkConnectServer

from dash.dossier.incidents import SETTING, IncidentFiles
from dash.incidents.embedded import DuckDB
from dash.incidents.engine import Engine, Rows
from dash.incidents.queries import Table
from dash.incidents.record import Record, engine_of
from dash.incidents.selection import Selection
from dash.incidents.server import Spark
from dash.incidents.waiting import EngineError, Once, StillAddedUpError
from tests import factories as make
from tests.incidents.conftest import address_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make.write_parquet(tmp_path / "incidents" / "deaths.parquet", [make.incident()])


class Counting:
    """An engine that counts the questions, and fails the first ones."""

    def __init__(self, failures: int = 0) -> None:
        """Say how many questions fail."""
        self.asked = 0
        self._failures = failures

    def run(self, question: Any, *, by_month: bool = False) -> Rows:  # noqa: ARG002 - the interface
        self.asked += 1
        if self.asked <= self._failures:
            raise EngineError("not now")
        return ({"asked": self.asked},)


def test_an_answer_is_kept_by_what_was_asked_and_a_failure_is_not() -> None:
    engine = Counting(failures=1)
    record = Record(engine)
    with pytest.raises(EngineError, match="not now"):
        record.ask("span")
    assert record.ask("span") == ({"asked": 2},)
    assert record.ask("span", Selection()) == ({"asked": 2},)
    assert record.ask("span", Selection("2015")) == ({"asked": 3},)


def test_many_threads_ask_at_once(file: Path) -> None:
    record, found = Record(DuckDB((file,))), []

    def ask(year: int) -> None:
        found.append(record.ask("by_month", Selection("2014", str(year)))[0]["counted"])

    threads = [threading.Thread(target=ask, args=(2021 + n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2] * 8


def test_a_question_that_takes_too_long_is_given_up_and_the_next_is_answered(
    tmp_path: Path,
) -> None:
    file = make.write_parquet(tmp_path / "deaths.parquet", [make.incident()] * 3000)
    engine = DuckDB((file,), limit=0.3)

    def endless(table: Table) -> Table:
        one, other, third = (table.select(nw.col("best").alias(name)) for name in "abc")
        pairs = one.join(other, how="cross").join(third, how="cross")
        return pairs.select((nw.col("a") * nw.col("b") + nw.col("c")).sum().alias("sum"))

    with pytest.raises(EngineError, match=r"longer than 0\.3 seconds"):
        engine.run(endless)
    assert Record(DuckDB((file,))).ask("span")[0]["events"] == 3000
    assert engine.run(lambda table: table.select(nw.len().alias("n"))) == ({"n": 3000},)


def test_a_file_that_is_gone_is_told_and_read_when_it_is_back(file: Path) -> None:
    record = Record(DuckDB((file,)))
    content = file.read_bytes()
    file.unlink()
    with pytest.raises(EngineError, match="could not be read"):
        record.ask("span")
    file.write_bytes(content)
    assert record.ask("span")[0]["events"] == 1


def test_a_server_that_is_gone_is_told_and_asked_again_when_it_is_there(
    file: Path, sail: str
) -> None:
    engine = Spark("sc://127.0.0.1:1", str(file.parent), limit=20)
    with pytest.raises(EngineError, match=r"1:1 did not answer: "):
        Record(engine).ask("span")
    engine._url = sail  # it is started again, here under another port
    assert Record(engine).ask("span")[0]["events"] == 1


def test_a_server_that_hangs_is_given_up(file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"sc://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(EngineError, match=r"longer than 0\.5 seconds"):
            Record(Spark(url, str(file.parent), limit=0.5)).ask("span")


def test_a_client_that_is_not_installed_is_named(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql.connect.session", None)
    with pytest.raises(EngineError, match="uv sync --extra spark"):
        Record(Spark("sc://127.0.0.1:1", str(file.parent))).ask("span")


def test_one_setting_chooses_the_engine(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sail: str
) -> None:
    files = IncidentFiles((file,), 1)
    monkeypatch.delenv(SETTING, raising=False)
    assert isinstance(engine_of(files, tmp_path), DuckDB)
    monkeypatch.setenv(SETTING, sail)
    assert Record(engine_of(files, tmp_path)).ask("span")[0]["events"] == 1
    elsewhere = engine_of(None, tmp_path / "none", f"{sail}/;table={file.parent}")
    assert Record(elsewhere).ask("span")[0]["events"] == 1
    with pytest.raises(EngineError, match="must be sc://host:port"):
        engine_of(files, tmp_path, "spark://host")
    with pytest.raises(EngineError, match="no Parquet files here"):
        engine_of(None, tmp_path, "")


def test_a_table_by_year_has_the_same_answers_on_a_server(tmp_path: Path, sail: str) -> None:
    files = tuple(
        make.write_parquet(tmp_path / f"year={year}" / "part-0.parquet", [row, row])
        for year in (2020, 2021)
        for row in [make.incident(first_day=make.day(f"{year}-03-01"))]
    )
    answers = [
        [Record(engine).ask(query, Selection("2020-06")) for query in ("by_month", "rows")]
        for engine in (DuckDB(files), Spark(sail, *map(str, files)), Spark(sail, str(tmp_path)))
    ]
    names = [{name for name in rows[0] if name != "year"} for _, rows in answers]
    assert names[0] == names[1] == names[2]
    told = [(months, [row["best"] for row in rows]) for months, rows in answers]
    assert told[0] == told[1] == told[2]
    assert told[0][1] == [2, 2]


def test_sums_that_take_long_are_made_once_and_awaited_by_the_next() -> None:
    go_on, made = threading.Event(), []

    def slow() -> int:
        made.append(go_on.wait(10))
        return len(made)

    once = Once(slow)
    for _ in range(2):
        with pytest.raises(StillAddedUpError, match="ask again in a moment"):
            once.within(0.01)
    go_on.set()
    assert (once.within(10), once.within(10), made) == (1, 1, [True])


@pytest.mark.parametrize("refused", [False, True])
def test_where_sums_by_month_cannot_be_kept_the_rows_are_asked(
    file: Path, monkeypatch: pytest.MonkeyPatch, *, refused: bool
) -> None:
    def too_large(_: Table) -> Table:
        raise duckdb.OutOfMemoryException("too large")

    if refused:
        server = SparkConnectServer(ip="127.0.0.1", port=0)
        server.start(background=True)
        engine: Engine = Spark(address_of(server), str(file.parent))
    else:
        monkeypatch.setattr("dash.incidents.embedded.monthly", too_large)
        engine = DuckDB((file,))
    (row,) = engine.run(lambda table: table, by_month=True)
    assert row["first_day"] == make.incident()["first_day"]
    assert Record(engine).ask("by_month")[0]["counted"] == 2
    if refused:
        server.stop()
