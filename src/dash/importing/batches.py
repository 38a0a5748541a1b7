"""Rows of an event file in batches: what a CSV and a Parquet file give alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

from dash.schema.problems import Problem

# Rows that are in memory at once, with the columns that are asked for.
ROWS = 16_384


@dataclass(frozen=True)
class Batch:
    """Some rows of a file.

    Attributes:
        lines: For each row the line that it begins on, or its number in a Parquet file.
        columns: The cells of the columns that were asked for, as text.
        broken: Rows that are none: too many cells, or a quotation mark that is not closed.
        undecided: Rows with bytes that are no UTF-8 and nothing else that is known, by position.
        western: How many rows were read as Windows-1252.
    """

    lines: Sequence[int]
    columns: Mapping[str, pa.StringArray]
    broken: Sequence[Problem] = ()
    undecided: Mapping[int, Problem] | None = None
    western: int = 0


class EventFile(Protocol):
    """A file of events, opened."""

    @property
    def name(self) -> str:
        """What it is called in messages."""

    @property
    def names(self) -> Sequence[str]:
        """The names of its columns."""

    @property
    def notes(self) -> Sequence[str]:
        """How it was read, where that is worth telling."""

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Yield its rows, with the columns of these names alone."""

    def done(self) -> float:
        """Return how much of it was read, from 0 to 1."""
