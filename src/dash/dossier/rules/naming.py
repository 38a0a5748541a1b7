"""What entries of dossier.toml may name: rows that are there, declared words, each of them once."""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from dash.dossier.records import Tables
from dash.dossier.rules.rows import keys_of
from dash.schema.problems import Problem
from dash.schema.story import FILE, Story
from dash.schema.suggestions import did_you_mean

Entry = TypeVar("Entry")


class Naming:
    """Looks names up, and keeps a problem for each that names nothing.

    Attributes:
        story: What dossier.toml says.
        tables: The tables that could be read.
        lost: The tables of which rows, or their keys, could not be read. What names one of them
            is told of no further: the fault is the table's, and told there.
        problems: What names nothing, or stands there twice.
    """

    def __init__(self, story: Story, tables: Tables, lost: Collection[str]) -> None:
        """Keep the story and the tables; begin without a problem."""
        self.story, self.tables, self.lost = story, tables, lost
        self.problems: list[Problem] = []
        self._keys = {table: keys_of(tables, table) for table in tables}

    def rows(self, key: str, table: str, references: Iterable[str]) -> list[str]:
        """Return the references that name a row; all of them where the table could not be read."""
        found = []
        for reference in references:
            if table not in self._keys or reference in self._keys[table]:
                found.append(reference)
            elif table not in self.lost:
                known = self._keys[table]
                self.tell(key, reference, f"the id of one row of {table}", known)
        return found

    def all_there(self, key: str, table: str, references: Collection[str]) -> bool:
        """Return whether each reference names a row."""
        return len(self.rows(key, table, references)) == len(references)

    def rows_once(self, key: str, table: str, references: Iterable[str]) -> tuple[str, ...]:
        """Return the references that name a row, without those that stand there twice."""
        return self.each_once(key, self.rows(key, table, references))

    def each_once(self, key: str, names: Iterable[str]) -> tuple[str, ...]:
        """Return names without those that stand there twice."""
        return self.distinct(key, names, str)

    def distinct(
        self,
        key: str,
        entries: Iterable[Entry],
        name: Callable[[Entry], str],
        taken: Collection[str] = (),
    ) -> tuple[Entry, ...]:
        """Return the entries whose name no entry before them has, and that is not taken."""
        kept: dict[str, Entry] = {}
        for entry in entries:
            if name(entry) in kept:
                self.tell(key, name(entry), "each of them once")
            elif name(entry) in taken:
                self.tell(key, name(entry), "another word: the map uses this one itself")
            else:
                kept[name(entry)] = entry
        return tuple(kept.values())

    def is_declared(self, key: str, word: str, vocabulary: str) -> bool:
        """Return whether a word is a key of a vocabulary: measures, populations or topics."""
        declared: Collection[str] = getattr(self.story, vocabulary)
        if word not in declared:
            self.tell(key, word, f"a key of [{vocabulary}]", declared)
        return word in declared

    def tell(self, key: str, value: str | None, expected: str, known: Iterable[str] = ()) -> None:
        """Keep a problem of the part that a key lies in, with the nearest of what is known."""
        part = key if key == "comparison.measure" else key.partition(".")[0].partition(",")[0]
        hint = "" if value is None else did_you_mean(value, known)
        self.problems.append(Problem(FILE, None, key, value, expected, part, hint))

    def tell_without_source(self) -> None:
        """Keep the problem of a story whose own source is no row: nothing is shown without."""
        source = self.story.source
        known = self._keys.get("sources")
        if known is not None and source not in known and "sources" not in self.lost:
            hint = did_you_mean(source, known)
            expected = "the id of one row of sources"
            self.problems.append(Problem(FILE, None, "source", source, expected, hint=hint))
