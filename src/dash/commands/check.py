"""`python -m dash check`: everything that is wrong with a dossier."""

import argparse
import json
import shlex
import sys
from pathlib import Path
from typing import Any

from dash.checking.report import STEPS, Report, check
from dash.commands.progress import Progress
from dash.dossier.loaders import dossier_folder
from dash.schema.problems import DossierError, Hint, Problem
from dash.wording import NO_PROBLEMS

HELP = "validate a dossier and list every problem"
CODES = (
    "exit codes: 0 no problems, though there may be hints; 1 problems; "
    "2 nothing was checked: there is no such folder, or an argument is wrong"
)


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
    progress = Progress(STEPS)
    try:
        report = check(folder, progress.step)
    finally:
        progress.clear()
    if given.format == "json":
        print(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
    elif report.problems:
        _tell_problems(folder, report)
    else:
        _tell_sound(folder, report)
    if not folder.is_dir():
        return 2
    return 1 if report.problems else 0


def _tell_problems(folder: Path, report: Report) -> None:
    print(DossierError(report.problems), file=sys.stderr)
    for line in report.hints_of_files:
        print(f"Hint: {line}", file=sys.stderr)
    if folder.is_dir():
        again = f"  python -m dash check {shlex.quote(str(folder))}"
        print(f"Next: correct what is named above, and check again with\n{again}", file=sys.stderr)


def _tell_sound(folder: Path, report: Report) -> None:
    for name, rows in report.rows.items():
        print(
            f"{name:12}{'     - no file' if rows is None else f'{rows:6} row' + 's' * (rows != 1)}"
        )
    print(NO_PROBLEMS)
    for line in report.hints:
        print(f"Hint: {line}")
    quoted = shlex.quote(str(folder))
    print("Next: whether the anchors stand in the story, `check` cannot know; look them up with")
    print(f"  python -m dash verify ARTICLE {quoted}")
    print(f"and see the dossier with\n  python -m dash serve {quoted}")


# Any: JSON nests values of every kind.
def _as_json(report: Report) -> dict[str, Any]:
    """Return what an editor needs to mark cells, and what the text would say."""
    read = () if report.dossier is None else report.dossier.hints
    return {
        "problems": [_problem(problem) for problem in report.problems],
        "hints": [_hint(hint) for hint in (*read, *report.open_hints)],
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
