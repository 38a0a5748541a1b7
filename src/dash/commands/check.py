"""`python -m dash check`: everything that is wrong with a dossier."""

import argparse
import json
import shlex
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dash.commands.progress import Progress
from dash.dossier.loaders import STEPS, dossier_folder, load_dossier
from dash.dossier.model import Dossier
from dash.dossier.pictures import picture_problems
from dash.figures.hints import hints
from dash.schema.problems import DossierError, Hint, Problem
from dash.schema.tables import TABLES

HELP = "validate a dossier and list every problem"
CODES = (
    "exit codes: 0 no problems, though there may be hints; 1 problems; "
    "2 nothing was checked: there is no such folder, or an argument is wrong"
)
# How many hints are printed.
MOST_HINTS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.epilog = CODES
    parser.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="json, for editors: one object with problems and hints by file, line and column",
    )


def run(given: argparse.Namespace) -> int:
    """Print the rows of a sound dossier and hints, or every problem; return the exit code."""
    folder = given.folder or dossier_folder()
    progress = Progress(STEPS + 1)
    dossier, problems = None, tuple[Problem, ...]()
    try:
        dossier = load_dossier(folder, progress.step)
        progress.step("pictures")
        problems = tuple(picture_problems(dossier.folder, dossier.records("slides")))
    except DossierError as error:
        problems = error.problems
    finally:
        progress.clear()
    if given.format == "json":
        print(json.dumps(_as_json(dossier, problems), ensure_ascii=False, indent=2))
    elif dossier is None or problems:
        _tell_problems(folder, problems)
    else:
        _tell_sound(folder, dossier)
    if not folder.is_dir():
        return 2
    return 1 if problems else 0


def _tell_problems(folder: Path, problems: Iterable[Problem]) -> None:
    print(DossierError(problems), file=sys.stderr)
    if folder.is_dir():
        again = f"  python -m dash check {shlex.quote(str(folder))}"
        print(f"Next: correct what is named above, and check again with\n{again}", file=sys.stderr)


def _tell_sound(folder: Path, dossier: Dossier) -> None:
    for name in TABLES:
        rows = f"{len(dossier.table(name)):6} rows"
        print(f"{name:12}{'     - no file' if name in dossier.absent else rows}")
    print("No problems.")
    for line in _hints(dossier):
        print(f"Hint: {line}" if line.endswith("?") else f"Hint: {line}.")
    quoted = shlex.quote(str(folder))
    print("Next: whether the anchors stand in the story, `check` cannot know; look them up with")
    print(f"  python -m dash verify ARTICLE {quoted}")
    print(f"and see the dossier with\n  DOSSIER={quoted} python -m streamlit run app.py")


def _hints(dossier: Dossier) -> Iterator[str]:
    """Yield how files were read, and the first of the hints about figures."""
    yield from map(str, dossier.hints)
    given = list(hints(dossier))
    yield from given[:MOST_HINTS]
    if len(given) > MOST_HINTS:
        yield f"there are {len(given) - MOST_HINTS} more hints like these"


# Any: JSON nests values of every kind.
def _as_json(dossier: Dossier | None, problems: Iterable[Problem]) -> dict[str, Any]:
    """Return what an editor needs to mark cells, and what the text would say."""
    read = () if dossier is None else dossier.hints
    figures = () if dossier is None or problems else hints(dossier)
    return {
        "problems": [_problem(problem) for problem in problems],
        "hints": [
            *map(_hint, read),
            *({"file": "figures.csv", "message": line} for line in figures),
        ],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        **_place(problem),
        "value": problem.value,
        "message": f"expected {problem.expected}",
        "hint": problem.hint or None,
    }


def _hint(hint: Hint) -> dict[str, Any]:
    return {**_place(hint), "message": hint.told}


def _place(told: Problem | Hint) -> dict[str, Any]:
    """Return where something is told of, in the file that its table was read from."""
    return {
        "file": told.file if told.sheet is None else told.sheet.file,
        "sheet": None if told.sheet is None else told.sheet.name,
        "line": told.line,
        "column": told.column,
    }
