"""What works out a question: the same for DuckDB in this process and for a Spark Connect server."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeAlias

from dash.incidents.queries import Table

Rows: TypeAlias = tuple[Mapping[str, Any], ...]
Question: TypeAlias = Callable[[Table], Table]


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


def collected(answer: Table) -> Rows:
    """Return the rows of an answer, as the engine works them out."""
    # As Arrow: by way of pandas, Spark warns of its third version.
    return tuple(answer.collect("pyarrow").to_native().to_pylist())


def first_line(error: Exception) -> str:
    """Return what an engine's error says, for a reader."""
    # An error of gRPC spells itself as an object, and what happened is its details.
    details = getattr(error, "details", None)
    told = str(details()).partition(";")[0] if callable(details) else str(error)
    return (told.strip() or type(error).__name__).splitlines()[0][:200].rstrip(".") + "."
