"""What is wrong with a dossier, told so that its author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dash.counting import count_of


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a file of a dossier from being used.

    Attributes:
        file: Name of the file inside the dossier's folder.
        line: Line of the file, counted from 1, where there is one.
        column: Column or key, where there is one.
        value: What was found there; None where nothing was.
        expected: What belongs there.
    """

    file: str
    line: int | None
    column: str | None
    value: str | None
    expected: str

    def __str__(self) -> str:
        """Return the problem as one sentence: where, what was found, what is expected."""
        where = self.file
        if self.line is not None:
            where += f", line {self.line}"
        if self.column is not None:
            where += f", {self.column}"
        found = "nothing" if self.value is None else repr(self.value)
        return f"{where}: found {found}, expected {self.expected}"


class DossierError(Exception):
    """A dossier, or a table of it, cannot be used; `problems` lists every reason."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of file and line."""
        self.problems = tuple(
            sorted(problems, key=lambda problem: (problem.file, problem.line or 0))
        )
        head = f"{count_of(len(self.problems), 'problem')} in the dossier:"
        super().__init__("\n".join([head, *map(str, self.problems)]))
