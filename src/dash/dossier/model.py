"""The dossier: one story's tables, validated and safe to share between readers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, overload

import pandas as pd

from dash.dossier.geography import GroundLayer
from dash.dossier.incidents import PART as INCIDENTS
from dash.dossier.incidents import IncidentFiles
from dash.dossier.records import Tables, key_of_row, rows
from dash.schema.problems import DossierError, Hint, Problem, Sheet
from dash.schema.rows import (
    Actor,
    Correction,
    Difference,
    Event,
    Figure,
    Place,
    Quote,
    Record,
    Slide,
    Source,
)
from dash.schema.story import FILE, Story
from dash.schema.units import Unit, unit_of


@dataclass(frozen=True, eq=False)
class Dossier:
    """A story's tables and frame; equal to itself alone.

    A table with a problem is not given out: asking for it raises the
    DossierError that lists its problems, while the other tables stay usable.

    Attributes:
        folder: Where it was read.
        problems: Everything that is wrong with it; empty for a sound dossier.
        hints: What was read although it was written in another way than a dossier's own.
        sheets: Where those tables stand that are sheets of a workbook, by their names.
        absent: The tables that the folder does not have; they have no rows.
    """

    folder: Path
    problems: tuple[Problem, ...]
    _story: Story | None
    _tables: Tables
    _ground: Mapping[str, GroundLayer] = field(default_factory=dict)
    hints: tuple[Hint, ...] = ()
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    _incidents: IncidentFiles | None = None

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
    def corrections(self) -> list[Correction]:
        """What was wrong in the dossier and was put right: rows that are no records of the story.

        Raises:
            DossierError: The table has problems.
        """
        self.require("corrections.csv")
        # Any: which row belongs to a table's name is not known to mypy.
        rows: list[Any] = list(self._records["corrections"].values())
        return rows

    @property
    def ground(self) -> Mapping[str, GroundLayer]:
        """The GeoJSON layers that dossier.toml names, by layer id, in the order of drawing."""
        # A map that lacks a layer says something else: it is drawn whole or not at all.
        self.require("layers", *(layer.file for layer in self.story.layers))
        return self._ground

    @property
    def incidents(self) -> IncidentFiles | None:
        """The Parquet files of recorded deaths; None where they lie on another machine, or nowhere.

        Raises:
            DossierError: They, or what dossier.toml says of them, have a problem.
        """
        self.require(FILE, INCIDENTS)
        return self._incidents

    @property
    def passes_incidents_on(self) -> bool:
        """Whether the licence lets the rows of the recorded deaths be passed on.

        Raises:
            DossierError: They, or what dossier.toml says of them, have a problem.
        """
        declared, files = self.story.incidents, self.incidents
        closed = declared is not None and not declared.may_be_published
        return not closed and (files is None or not files.closed)

    @property
    def has_incidents(self) -> bool:
        """Whether there are recorded deaths to show, or a problem that hides them."""
        broken = any(problem.takes == INCIDENTS for problem in self.problems)
        return broken or (self._story is not None and self._story.incidents is not None)

    @property
    def knows_story(self) -> bool:
        """Whether dossier.toml could be read, so that asking for the story raises nothing."""
        return self._story is not None

    def require(self, *files: str) -> None:
        """Make sure that files (figures.csv) or parts of dossier.toml (layers) are sound.

        Raises:
            DossierError: With the problems of these files and parts.
        """
        problems = [problem for problem in self.problems if problem.takes_any_of(files)]
        if problems:
            raise DossierError(problems)

    def has(self, *names: str) -> bool:
        """Return whether the named tables are sound, so that asking for them raises nothing."""
        files = {f"{name}.csv" for name in names}
        return not any(
            problem.file in files or problem.takes_any_of(files) for problem in self.problems
        )

    def offers(self, *names: str) -> bool:
        """Return whether one of the named tables has rows, or a problem that hides them."""
        return any(not self.has(name) or len(self._tables[name]) > 0 for name in names)

    def table(self, name: str) -> pd.DataFrame:
        """Return a table, indexed by its key, that the caller may change.

        pandas copies on write: the shallow copy costs next to nothing, and
        what a caller changes in it is not seen by anybody else.
        """
        self.require(f"{name}.csv")
        return self._tables[name].copy(deep=False)

    @overload
    def record(self, table: Literal["sources"], key: str | int) -> Source: ...
    @overload
    def record(self, table: Literal["actors"], key: str | int) -> Actor: ...
    @overload
    def record(self, table: Literal["places"], key: str | int) -> Place: ...
    @overload
    def record(self, table: Literal["figures"], key: str | int) -> Figure: ...
    @overload
    def record(self, table: Literal["quotes"], key: str | int) -> Quote: ...
    @overload
    def record(self, table: Literal["slides"], key: str | int) -> Slide: ...
    @overload
    def record(self, table: Literal["events"], key: str | int) -> Event: ...
    @overload
    def record(self, table: Literal["differences"], key: str | int) -> Difference: ...
    @overload
    def record(self, table: str, key: str | int) -> Record: ...

    def record(self, table: str, key: str | int) -> Record:
        """Return one row of a table by its key.

        Raises:
            KeyError: The table has no such row.
        """
        self.require(f"{table}.csv")
        return self._records[table][key]

    @overload
    def records(self, table: Literal["sources"]) -> list[Source]: ...
    @overload
    def records(self, table: Literal["actors"]) -> list[Actor]: ...
    @overload
    def records(self, table: Literal["places"]) -> list[Place]: ...
    @overload
    def records(self, table: Literal["figures"]) -> list[Figure]: ...
    @overload
    def records(self, table: Literal["quotes"]) -> list[Quote]: ...
    @overload
    def records(self, table: Literal["slides"]) -> list[Slide]: ...
    @overload
    def records(self, table: Literal["events"]) -> list[Event]: ...
    @overload
    def records(self, table: Literal["differences"]) -> list[Difference]: ...
    @overload
    def records(self, table: str) -> Sequence[Record]: ...

    def records(self, table: str) -> Sequence[Record]:
        """Return all rows of a table in its order; they are read once for all."""
        self.require(f"{table}.csv")
        return list(self._records[table].values())

    def holds(self, table: str, key: str | int) -> bool:
        """Return whether a table has a row of this key."""
        self.require(f"{table}.csv")
        return key in self._records[table]

    @overload
    def unit(self, words: str) -> Unit: ...
    @overload
    def unit(self, words: None) -> None: ...
    @overload
    def unit(self, words: str | None) -> Unit | None: ...

    def unit(self, words: str | None) -> Unit | None:
        """Return a unit, or any word that stands behind numbers, with its form behind a one."""
        if words is None or self._story is None:
            return None if words is None else Unit(words)
        return unit_of(words, self._story.units, self._story.language)

    @cached_property
    def _records(self) -> Mapping[str, Mapping[str | int, Record]]:
        of_figures = {"unit": cache(self.unit)}
        return {
            # The keys are the rows' own: those of the index would be as many texts again.
            name: {key_of_row(row): row for row in rows(name, table, read)}
            for name, table in self._tables.items()
            for read in (of_figures if name == "figures" else {},)
        }
