"""The recorded deaths of a dossier: what was asked is kept, and one setting says where it is asked.

A question that fails or takes too long ends in an EngineError with a sentence for readers; the next
one is asked anew.
"""

import os
from functools import lru_cache
from pathlib import Path

from dash.dossier.incidents import SETTING, TABLE_OF_SETTING, IncidentFiles
from dash.incidents.embedded import DuckDB
from dash.incidents.engine import Engine, Rows
from dash.incidents.queries import MOST_TAKEN_AWAY, OF_ROWS, QUERIES, rows_in_order
from dash.incidents.selection import Selection
from dash.incidents.server import Spark
from dash.incidents.waiting import EngineError
from dash.schema.incidents import COLUMNS, FOLDER

# Answers of a few kB each.
KEPT = 512
SCHEME = "sc://"


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
