"""DuckDB over Parquet files, in this process."""

import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import narwhals as nw

from dash.incidents.engine import Question, Rows, collected, first_line
from dash.incidents.queries import monthly
from dash.incidents.waiting import LIMIT_SECONDS, EngineError, Once, in_time
from dash.schema.incidents import FOLDER

if TYPE_CHECKING:
    import duckdb

# Two cores and half of the memory of the smallest host that it is made for.
DUCKDB: Mapping[str, Any] = {
    "threads": min(4, os.cpu_count() or 1),
    "memory_limit": "400MB",
    # Parquet is built in: nothing is fetched from elsewhere.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
MONTHS = "incidents_by_month"


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
            return collected(question(nw.from_native(table)))

        try:
            if by_month:
                self._months.within(self._limit)
            return in_time(ask, self._limit)
        except duckdb.Error as error:
            raise EngineError(f"The files could not be read: {first_line(error)}") from error
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
