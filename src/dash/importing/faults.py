"""Why an event file is not imported, and which of its rows are damaged."""

from collections.abc import Iterable, Iterator

from dash.counting import count_of
from dash.schema.problems import Problem

# More than anybody reads at once: one cause has made most of them.
MOST_TOLD = 20


class EventFileError(Exception):
    """Nothing is imported; the message says why, and what to do."""


class Damaged:
    """The damaged rows of a file: all are counted, and the first are kept to be told."""

    def __init__(self) -> None:
        """Begin with none."""
        self.rows = 0
        self.problems: list[Problem] = []

    def add(self, problems: Iterable[Problem]) -> None:
        """Count one row, and keep what is wrong with it."""
        self.rows += 1
        if self.rows <= MOST_TOLD:
            self.problems.extend(problems)

    def told(self) -> Iterator[str]:
        """Yield the first problems as sentences, and how many more rows are damaged."""
        yield from map(str, self.problems)
        if self.rows > MOST_TOLD:
            yield f"… and {count_of(self.rows - MOST_TOLD, 'more damaged row')}."
