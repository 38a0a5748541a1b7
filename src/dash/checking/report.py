"""What is wrong with a dossier: the same for the command line and for one that is uploaded."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dash.checking.hints import hints
from dash.dossier.loaders import STEPS as LOADING_STEPS
from dash.dossier.loaders import open_dossier, require_folder
from dash.dossier.model import Dossier
from dash.dossier.pictures import picture_problems
from dash.schema.problems import DossierError, Hint, Problem
from dash.schema.story import FILE
from dash.schema.tables import TABLES

# Is told what is looked at next, of as many things as STEPS.
Step = Callable[[str], None]
STEPS = LOADING_STEPS + 1
# How many hints about figures are told; among more figures than this none are looked for, as
# each is compared with each.
MOST_HINTS, MOST_COMPARED = 5, 1_000


@dataclass(frozen=True)
class Report:
    """What came of checking a folder.

    Attributes:
        dossier: What of it is sound; None where the folder holds no dossier at all.
        problems: Everything that is wrong, in the order of file and line.
        open_hints: What its author could settle, or may have meant otherwise; none beside
            problems.
    """

    dossier: Dossier | None
    problems: tuple[Problem, ...]
    open_hints: tuple[Hint, ...] = ()

    @property
    def can_be_shown(self) -> bool:
        """Whether pages can be drawn of it: its frame and its source are sound."""
        files = {problem.takes for problem in self.problems}
        return self.dossier is not None and not files & {FILE, "sources.csv"}

    @property
    def hints(self) -> Iterator[str]:
        """How files were read, and the first of the others, as sentences."""
        lines = [] if self.dossier is None else [str(hint) for hint in self.dossier.hints]
        lines += map(str, self.open_hints[:MOST_HINTS])
        if len(self.open_hints) > MOST_HINTS:
            lines.append(f"there are {len(self.open_hints) - MOST_HINTS} more hints like these")
        return map(_sentence, lines)

    @property
    def hints_of_files(self) -> Iterator[str]:
        """How whole files were read, or were not: what may be behind a problem."""
        told = () if self.dossier is None else self.dossier.hints
        return (_sentence(str(hint)) for hint in told if hint.line is None and hint.column is None)

    @property
    def rows(self) -> Mapping[str, int | None]:
        """How many rows each sound table has; None for one that the folder does not have."""
        if self.dossier is None:
            return {}
        return {
            name: None if name in self.dossier.absent else len(self.dossier.table(name))
            for name in TABLES
            if self.dossier.has(name)
        }


def _sentence(line: str) -> str:
    return line if line.endswith("?") else f"{line}."


def _to_nobody(_: str) -> None:
    """Report nothing."""


def check(folder: Path, step: Step = _to_nobody) -> Report:
    """Check a folder; never raises for what it holds.

    Args:
        folder: Where it lies.
        step: Is called before each step.
    """
    try:
        require_folder(folder)
    except DossierError as error:
        return Report(None, error.problems)
    dossier = open_dossier(folder, step)
    step("pictures")
    problems = dossier.problems
    if not problems:
        problems = tuple(picture_problems(folder, dossier.records("slides")))
    told: tuple[Hint, ...] = ()
    if not problems:
        told = hints(dossier, compared=len(dossier.records("figures")) <= MOST_COMPARED)
    return Report(dossier, DossierError(problems).problems, told)
