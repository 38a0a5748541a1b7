"""A Spark Connect server: Apache Spark itself, or Sail."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import narwhals as nw

from dash.dossier.incidents import SETTING
from dash.incidents.engine import Question, Rows, collected, first_line
from dash.incidents.queries import monthly
from dash.incidents.waiting import (
    LIMIT_SECONDS,
    EngineError,
    Once,
    StillAddedUpError,
    in_time,
)

# A connection of its own: one shared with a session that failed waits longer with each failure
# before it tries again, though the server is back.
ALONE = [("grpc.use_local_subchannel_pool", 1)]


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
            served = in_time(self._connect, self._limit)
            table = served.months.within(self._limit) if by_month else served.rows
            return in_time(lambda: collected(question(nw.from_native(table))), self._limit)
        except StillAddedUpError:
            raise
        except Exception as error:
            # Whatever it was, the next question is asked in a new session.
            with self._lock:
                self._served = None
            if isinstance(error, EngineError):
                raise
            told = f"The server {self._url} did not answer: {first_line(error)}"
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
            from pyspark.sql.connect.client import DefaultChannelBuilder  # noqa: PLC0415
            from pyspark.sql.connect.client.retries import DefaultPolicy  # noqa: PLC0415
            from pyspark.sql.connect.session import SparkSession  # noqa: PLC0415
        except ImportError as error:
            raise EngineError(
                f"{SETTING} asks for a Spark Connect server, and Spark's client is not installed: "
                "add it with `uv sync --extra spark` or `pip install pyspark-client`."
            ) from error
        session = SparkSession.builder.channelBuilder(DefaultChannelBuilder(url, ALONE)).create()
    session.client.set_retry_policies([DefaultPolicy(max_retries=2, initial_backoff=100)])
    return session
