"""What is wrong with a dossier, told so that its author can mend it."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dash.counting import count_of

# More than anybody reads: of a file with thousands of problems, one mistake has made most.
MOST_PROBLEMS = 100
LONGEST_VALUE = 200


@dataclass(frozen=True)
class Sheet:
    """Where a table stands that has no file of its own: a sheet of a workbook."""

    file: str
    name: str

    def __str__(self) -> str:
        """Return the file and the sheet."""
        return f"{self.file}, sheet {self.name}"


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a file of a dossier from being used.

    Attributes:
        file: Name of the file inside the dossier's folder.
        line: Line of the file, counted from 1, where there is one.
        column: Column or key, where there is one.
        value: What was found there; None where nothing was.
        expected: What belongs there.
        part: What alone is left out because of it, where that is less than the whole file:
            glance, views.
        hint: What was likely meant, or what to do, as a sentence; empty where nobody can tell.
        sheet: Where the table stands, if not in the file of this name: its lines are rows there.
        follows: Whether it may come of another problem of its row alone; then it is not told.
        hides: The files of tables that may stand in what cannot be read, and nowhere else; or
            that cannot do without it.
    """

    file: str
    line: int | None
    column: str | None
    value: str | None
    expected: str
    part: str | None = None
    hint: str = ""
    follows: bool = False
    sheet: Sheet | None = None
    hides: frozenset[str] = frozenset()

    @property
    def takes(self) -> str:
        """What cannot be used because of it: a part of a file, or a file."""
        return self.part or self.file

    def takes_any_of(self, names: Collection[str]) -> bool:
        """Return whether one of some files, or parts of files, cannot be used because of it."""
        return self.takes in names or not self.hides.isdisjoint(names)

    @property
    def place(self) -> str:
        """The file, or the workbook and its sheet."""
        return self.file if self.sheet is None else str(self.sheet)

    @property
    def in_full(self) -> str:
        """What is expected, with the hint."""
        return f"{self.expected}. {self.hint}" if self.hint else self.expected

    def __str__(self) -> str:
        """Return the problem as a sentence: where, what was found, what is expected; and a hint."""
        where = self.place
        if self.line is not None:
            rows = self.sheet is not None or self.file.endswith(".parquet")
            where += f", row {self.line}" if rows else f", line {self.line}"
        if self.column is not None:
            where += f", {self.column}"
        found = "nothing" if self.value is None else repr(self.value)
        return f"{where}: found {found}, expected {self.in_full}"


@dataclass(frozen=True)
class Hint:
    """What was read although it was written in another way: nothing is wrong with it.

    Attributes:
        file: Name of the file inside the dossier's folder.
        told: How the file was read, as a phrase.
        line: Line of the file where it shows first, where there is one.
        column: The column that was read so, where it is one.
        sheet: Where the table stands, if not in the file of this name.
    """

    file: str
    told: str
    line: int | None = None
    column: str | None = None
    sheet: Sheet | None = None

    def __str__(self) -> str:
        """Return the hint as one phrase: where, and how it was read."""
        where = self.file if self.sheet is None else str(self.sheet)
        if self.line is None:
            return f"{where}: {self.told}"
        row = f"line {self.line}" if self.sheet is None else f"row {self.line}"
        return f"{where}: {row}{'' if self.column is None else f', {self.column}'}: {self.told}"


class DossierError(Exception):
    """A dossier, or a table of it, cannot be used; `problems` lists every reason."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of file and line."""
        self.problems = tuple(
            sorted(problems, key=lambda problem: (problem.file, problem.line or 0))
        )
        head = f"{count_of(len(self.problems), 'problem')} in the dossier:"
        super().__init__("\n".join([head, *map(str, self.problems)]))


def first_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the first problems of each file, and in place of the others how many they are."""
    kept: list[Problem] = []
    counts: Counter[tuple[str, str | None]] = Counter()
    for problem in problems:
        counts[problem.file, problem.part] += 1
        if counts[problem.file, problem.part] <= MOST_PROBLEMS:
            kept.append(problem)
    for (file, part), count in counts.items():
        if count > MOST_PROBLEMS:
            more, expected = f"{count - MOST_PROBLEMS:,} more problems", "the first to be corrected"
            kept.append(Problem(file, None, None, more, expected, part))
    return tuple(kept)


def shown(value: object) -> str:
    """Return a value as a message can show it, whatever it is."""
    try:
        text = value if isinstance(value, str) else repr(value)
        # Half of a surrogate pair, which JSON can spell, goes into no message.
        return text[:LONGEST_VALUE].encode(errors="backslashreplace").decode()
    except (ValueError, RecursionError):  # thousands of digits, or of brackets
        return "a value too large to be shown"
