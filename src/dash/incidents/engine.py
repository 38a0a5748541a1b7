"""Where the questions are worked out: DuckDB in this process, or a Spark Connect server.

A question that fails or takes too long ends in an EngineError with a sentence for readers; the next
one is asked anew.
"""

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

import narwhals as nw

from dash.dossier.incidents import SETTING, TABLE_OF_SETTING, IncidentFiles
from dash.incidents.queries import (
    MOST_TAKEN_AWAY,
    OF_ROWS,
    QUERIES,
    Table,
    monthly,
    rows_in_order,
)
from dash.incidents.selection import Selection
from dash.schema.incidents import COLUMNS, FOLDER

if TYPE_CHECKING:
    import duckdb

LIMIT_SECONDS = 20.0
# Answers of a few kB each.
KEPT = 512
SCHEME = "sc://"
# Two cores and half of the memory of the smallest host that it is made for.
DUCKDB: Mapping[str, Any] = {
    "threads": min(4, os.cpu_count() or 1),
    "memory_limit": "400MB",
    # Parquet is built in: nothing is fetched from elsewhere.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
TOO_LONG = "The answer took longer than {limit:g} seconds, so the question was given up."

STILL_ADDED_UP = (
    "The record is large, and is being added up by month for its first reader: ask again in a "
    "moment."
)
MONTHS = "incidents_by_month"

Rows: TypeAlias = tuple[Mapping[str, Any], ...]
Question: TypeAlias = Callable[[Table], Table]
T = TypeVar("T")


class EngineError(Exception):
    """A question could not be answered; the message says why, and what to do, to a reader."""


class StillAddedUpError(EngineError):
    """The sums by month are being made, which goes on: there will be an answer later."""


class Engine(Protocol):
    """What works out a question."""

    def run(self, question: Question, *, by_month: bool = False) -> Rows:
        """Return the rows of the answer.

        Args:
            question: What is asked of a table.
            by_month: Whether the table added up by month is asked, which is made once; else the
                rows as they lie.

        Raises:
            EngineError: There is none.
        """


class Once(Generic[T]):
    """What takes long, made once in a thread of its own; a failure is not kept."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Keep how it is made."""
        self._make = make
        self._lock = threading.Lock()
        self._made: Future[T] | None = None

    def within(self, seconds: float) -> T:
        """Return it, or raise what making it raised.

        Raises:
            StillAddedUpError: It took longer than so many seconds, and goes on.
        """
        with self._lock:
            if self._made is None or (self._made.done() and self._made.exception()):
                self._made = _in_thread(self._make)
            made = self._made
        try:
            return made.result(seconds)
        except TimeoutError as error:
            if made.done():  # it was the answer
                raise
            raise StillAddedUpError(STILL_ADDED_UP) from error


class DuckDB:
    """DuckDB over Parquet files, in this process; made when the first question is asked."""

    def __init__(self, files: tuple[Path, ...], limit: float = LIMIT_SECONDS) -> None:
        """Keep the files, and how many seconds a question may take."""
        self._files = files
        self._limit = limit
        self._lock = threading.Lock()
        self._connected: duckdb.DuckDBPyConnection | None = None
        self._months = Once(self._add_up)

    def run(self, question: Question, *, by_month: bool = False) -> Rows:
        """Return the rows of the answer, worked out with a cursor of its own."""
        import duckdb  # noqa: PLC0415 - 66 MB that only this page needs

        cursors: list[duckdb.DuckDBPyConnection] = []

        def ask() -> Rows:
            cursor = self._connection().cursor()
            cursors.append(cursor)
            table = cursor.table(MONTHS) if by_month else cursor.view(FOLDER)
            return _collected(question(nw.from_native(table)))

        try:
            if by_month:
                self._months.within(self._limit)
            return _in_time(ask, self._limit)
        except duckdb.Error as error:
            raise EngineError(f"The files could not be read: {_first_line(error)}") from error
        finally:
            for cursor in cursors:
                cursor.interrupt()

    def _add_up(self) -> None:
        import duckdb  # noqa: PLC0415 - likewise

        rows = self._connection().cursor().view(FOLDER)
        try:
            monthly(nw.from_native(rows)).to_native().create(MONTHS)
        except duckdb.OutOfMemoryException:
            # As many months and places as rows: these are asked each time.
            rows.create_view(MONTHS)

    def _connection(self) -> "duckdb.DuckDBPyConnection":
        import duckdb  # noqa: PLC0415 - likewise

        with self._lock:
            if self._connected is None:
                made = duckdb.connect(config=dict(DUCKDB))
                made.read_parquet([str(file) for file in self._files]).create_view(FOLDER)
                self._connected = made
            return self._connected


class Spark:
    """A Spark Connect server: Apache Spark itself, or Sail."""

    def __init__(self, url: str, *tables: str, limit: float = LIMIT_SECONDS) -> None:
        """Keep the server's address, where it finds the files, and how long a question may take."""
        self._url = url
        self._tables = tables
        self._limit = limit
        self._lock = threading.Lock()
        self._served: _Served | None = None

    def run(self, question: Question, *, by_month: bool = False) -> Rows:
        """Return the rows of the answer, for which the server is asked."""
        try:
            served = _in_time(self._connect, self._limit)
            table = served.months.within(self._limit) if by_month else served.rows
            return _in_time(lambda: _collected(question(nw.from_native(table))), self._limit)
        except StillAddedUpError:
            raise
        except Exception as error:
            # Whatever it was, the next question is asked in a new session.
            with self._lock:
                self._served = None
            if isinstance(error, EngineError):
                raise
            told = f"The server {self._url} did not answer: {_first_line(error)}"
            raise EngineError(told) from error

    def _connect(self) -> "_Served":
        served = self._served
        if served is None:
            rows = _spark_table(self._url, self._tables)
            served = _Served(rows, Once(partial(_checkpoint, self._url, self._tables)))
            with self._lock:
                served = self._served = self._served or served
        return served


@dataclass(frozen=True)
class _Served:
    """A session's tables: the rows, and the same added up by month."""

    rows: Any
    months: Once[Any]


def _spark_table(url: str, tables: Sequence[str]) -> Any:
    """Return a table that a server was asked for: one that is not there adds nothing up."""
    rows = _spark_session(url).read.parquet(*tables)
    _ = rows.schema
    return rows


def _checkpoint(url: str, tables: Sequence[str]) -> Any:
    """Return the rows added up by month, as the server keeps them; the rows where it keeps none.

    Sail keeps them where its setting `execution.checkpoint.path` says. The session is made in this
    thread: PySpark looks for what was kept in the session that its thread made last.
    """
    from pyspark.errors import PySparkException  # noqa: PLC0415 - only a Spark server needs it

    rows = _spark_table(url, tables)
    try:
        return monthly(nw.from_native(rows)).to_native().localCheckpoint()
    except PySparkException:
        return rows


def _spark_session(url: str) -> Any:
    """Return a new session at a Spark Connect server, which tries twice and not for minutes."""
    import warnings  # noqa: PLC0415 - with what it is about

    with warnings.catch_warnings():
        # It warns of pandas 3, through which no answer goes.
        warnings.simplefilter("ignore", FutureWarning)
        try:
            from pyspark.sql.connect.client.retries import DefaultPolicy  # noqa: PLC0415
            from pyspark.sql.connect.session import SparkSession  # noqa: PLC0415
        except ImportError as error:
            raise EngineError(
                f"{SETTING} asks for a Spark Connect server, and Spark's client is not installed: "
                "add it with `uv sync --extra spark` or `pip install pyspark-client`."
            ) from error
        session = SparkSession.builder.remote(url).create()
    session.client.set_retry_policies([DefaultPolicy(max_retries=2, initial_backoff=100)])
    return session


class Record:
    """The recorded deaths of a dossier: answers are kept by what was asked."""

    def __init__(self, engine: Engine) -> None:
        """Keep where questions are worked out."""
        self._engine = engine
        self._kept = lru_cache(KEPT)(self._work_out)

    def ask(self, query: str, selection: Selection = Selection()) -> Rows:  # noqa: B008 - frozen
        """Return the rows of an answer, which all readers share.

        Args:
            query: A key of QUERIES.
            selection: What is asked about.

        Raises:
            EngineError: There is no answer; it is not kept.
        """
        return self._kept(query, selection)

    def take_away(self, selection: Selection) -> Rows:
        """Return the rows of a selection, as many as may be taken away; they are not kept.

        Raises:
            EngineError: There is no answer.
        """
        return self._engine.run(
            lambda table: rows_in_order(table, selection).select(*COLUMNS).head(MOST_TAKEN_AWAY)
        )

    def _work_out(self, query: str, selection: Selection) -> Rows:
        by_month = query not in OF_ROWS and selection.of_whole_months
        return self._engine.run(lambda table: QUERIES[query](table, selection), by_month=by_month)


def engine_of(files: IncidentFiles | None, folder: Path, setting: str | None = None) -> Engine:
    """Return where a dossier's questions are worked out, as the environment variable says.

    Args:
        files: The dossier's Parquet files; None where they lie on another machine.
        folder: The dossier's folder.
        setting: In place of the environment variable INCIDENTS: blank, or sc://host:port, with
            ;table= and where the server finds the files if that is not the dossier's folder.

    Raises:
        EngineError: The setting cannot be used.
    """
    given = (os.environ.get(SETTING, "") if setting is None else setting).strip()
    if not given:
        if files is None:
            raise EngineError("This dossier has no Parquet files here.")
        return DuckDB(files.files)
    if not given.startswith(SCHEME):
        raise EngineError(
            f"The setting {SETTING} is {given!r}. It must be sc://host:port, the address of a "
            "Spark Connect server, or blank for DuckDB in this process."
        )
    address, _, table = given.partition(TABLE_OF_SETTING)
    # A folder may hold other files, too, which Sail would take for Parquet.
    here = [str(file) for file in files.files] if files is not None else [str(folder / FOLDER)]
    return Spark(address.rstrip("/"), *([table] if table else here))


def _in_time(ask: Callable[[], T], limit: float) -> T:
    """Return what a function returns or raises, or give it up: it goes on in a thread of its own.

    Raises:
        EngineError: It took longer than so many seconds.
    """
    answer = _in_thread(ask)
    try:
        return answer.result(limit)
    except TimeoutError as error:
        if answer.done():  # it was the answer
            raise
        raise EngineError(TOO_LONG.format(limit=limit)) from error


def _in_thread(work: Callable[[], T]) -> Future[T]:
    """Begin to work in a thread that does not keep the process alive."""
    result: Future[T] = Future()

    def run() -> None:
        try:
            result.set_result(work())
        except Exception as error:  # noqa: BLE001 - it is raised in the thread that asks for it
            result.set_exception(error)

    threading.Thread(target=run, name="incidents", daemon=True).start()
    return result


def _collected(answer: Table) -> Rows:
    # As Arrow: by way of pandas, Spark warns of its third version.
    return tuple(answer.collect("pyarrow").to_native().to_pylist())


def _first_line(error: Exception) -> str:
    # An error of gRPC spells itself as an object, and what happened is its details.
    details = getattr(error, "details", None)
    told = str(details()).partition(";")[0] if callable(details) else str(error)
    return (told.strip() or type(error).__name__).splitlines()[0][:200].rstrip(".") + "."
