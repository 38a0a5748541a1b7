"""The dossier: one story's tables, validated and safe to share between readers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from dash.geography import GroundLayer
from dash.problems import DossierError, Problem
from dash.schema.story import FILE, Story

Tables = Mapping[str, pd.DataFrame]
Record = Mapping[str, Any]
# What stands for a blank cell; pandas' stubs do not know that na_value may be None.
BLANK: Any = None


@dataclass(frozen=True)
class Dossier:
    """A story's tables and frame.

    A table with a problem is not given out: asking for it raises the
    DossierError that lists its problems, while the other tables stay usable.

    Attributes:
        folder: Where it was read.
        problems: Everything that is wrong with it; empty for a sound dossier.
    """

    folder: Path
    problems: tuple[Problem, ...]
    _story: Story | None
    _tables: Tables
    _ground: Mapping[str, GroundLayer] = field(default_factory=dict)

    @property
    def story(self) -> Story:
        """What dossier.toml says of the story as a whole."""
        self.require(FILE)
        assert self._story is not None  # noqa: S101 - a missing story is a problem of FILE
        return self._story

    @property
    def sources(self) -> pd.DataFrame:
        """What the facts were read in."""
        return self.table("sources")

    @property
    def actors(self) -> pd.DataFrame:
        """Persons, offices, states, forces and ships."""
        return self.table("actors")

    @property
    def places(self) -> pd.DataFrame:
        """Places with their status fields."""
        return self.table("places")

    @property
    def figures(self) -> pd.DataFrame:
        """Numbers that somebody asserts."""
        return self.table("figures")

    @property
    def quotes(self) -> pd.DataFrame:
        """Quotations and reported speech."""
        return self.table("quotes")

    @property
    def slides(self) -> pd.DataFrame:
        """The picture gallery; its index is the slide's number."""
        return self.table("slides")

    @property
    def events(self) -> pd.DataFrame:
        """What happened or was announced."""
        return self.table("events")

    @property
    def differences(self) -> pd.DataFrame:
        """Where accounts part ways."""
        return self.table("differences")

    @property
    def ground(self) -> Mapping[str, GroundLayer]:
        """The GeoJSON layers that dossier.toml names, by layer id, in the order of drawing."""
        self.require(*(layer.file for layer in self.story.layers))
        return self._ground

    def require(self, *files: str) -> None:
        """Make sure that the named files (figures.csv, dossier.toml) are sound.

        Raises:
            DossierError: With the problems of these files.
        """
        problems = [problem for problem in self.problems if problem.file in files]
        if problems:
            raise DossierError(problems)

    def has(self, *names: str) -> bool:
        """Return whether the named tables are sound, so that asking for them raises nothing."""
        files = {f"{name}.csv" for name in names}
        return not any(problem.file in files for problem in self.problems)

    def table(self, name: str) -> pd.DataFrame:
        """Return a table, indexed by its key, that the caller may change.

        pandas copies on write: the shallow copy costs next to nothing, and
        what a caller changes in it is not seen by anybody else.
        """
        self.require(f"{name}.csv")
        return self._tables[name].copy(deep=False)

    def record(self, table: str, key: str | int) -> Record:
        """Return one row of a table by its key, as `record` does, but read once for all.

        Raises:
            KeyError: The table has no such row.
        """
        self.require(f"{table}.csv")
        return self._records[table][key]

    def records(self, table: str) -> list[Record]:
        """Return all rows of a table, as the function of this name does, but read once for all."""
        self.require(f"{table}.csv")
        return list(self._records[table].values())

    def holds(self, table: str, key: str | int) -> bool:
        """Return whether a table has a row of this key."""
        self.require(f"{table}.csv")
        return key in self._records[table]

    @cached_property
    def _records(self) -> Mapping[str, Mapping[str | int, Record]]:
        return {
            name: dict(zip(table.index, map(MappingProxyType, records(table)), strict=True))
            for name, table in self._tables.items()
        }


def records(table: pd.DataFrame) -> list[Record]:
    """Return the rows of a table as plain mappings, in which a blank cell is None."""
    # Column by column: over the whole frame, astype and where take several times as long.
    columns = [cells.to_numpy(dtype=object, na_value=BLANK).tolist() for _, cells in table.items()]
    # As a list: going through an Index for each row would take most of the time.
    keys = table.columns.tolist()
    return [dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)]


def record(table: pd.DataFrame, key: str | int) -> Record:
    """Return one row of a table by its key.

    Raises:
        KeyError: The table has no such row.
    """
    position = table.index.get_loc(key)
    return {column: _cell(table[column].array[position]) for column in table.columns}


def names(table: pd.DataFrame) -> dict[str, str]:
    """Return the name of each row, or its title, by its id."""
    return dict(zip(table["id"], table["name" if "name" in table else "title"], strict=True))


def split_ids(cell: object) -> list[str]:
    """Return the ids of a many-valued cell; a blank one holds none."""
    return [part.strip() for part in cell.split(";")] if isinstance(cell, str) else []


def _cell(value: Any) -> Any:
    """Return a cell as a plain Python value; a blank one is None."""
    if value is None or value != value:  # noqa: PLR0124 - only a missing number differs from itself
        return None
    return value.item() if isinstance(value, np.generic) else value
