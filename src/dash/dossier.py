"""The dossier: one story's tables, validated and safe to share between readers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from dash.problems import DossierError, Problem
from dash.schema.story import FILE, Story

Tables = Mapping[str, pd.DataFrame]
Record = Mapping[str, Any]


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


def records(table: pd.DataFrame) -> list[Record]:
    """Return the rows of a table as plain mappings, in which a blank cell is None."""
    # Column by column: over the whole frame, astype and where take several times as long.
    columns = [
        [
            None if blank else cell
            for cell, blank in zip(cells.tolist(), cells.isna().tolist(), strict=True)
        ]
        for _, cells in table.items()
    ]
    return [dict(zip(table.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def record(table: pd.DataFrame, key: str | int) -> Record:
    """Return one row of a table by its key.

    Raises:
        KeyError: The table has no such row.
    """
    # A row across the columns, by far the quickest way to one; its numbers are numpy's.
    row = table.loc[key].to_dict()
    return {str(column): None if pd.isna(cell) else _plain(cell) for column, cell in row.items()}


def _plain(cell: object) -> object:
    return cell.item() if isinstance(cell, np.generic) else cell


def names(table: pd.DataFrame) -> dict[str, str]:
    """Return the name of each row, or its title, by its id."""
    return dict(zip(table["id"], table["name" if "name" in table else "title"], strict=True))


def split_ids(cell: object) -> list[str]:
    """Return the ids of a many-valued cell; a blank one holds none."""
    return [part.strip() for part in cell.split(";")] if isinstance(cell, str) else []
