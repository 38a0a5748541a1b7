"""`python -m dash check`: everything that is wrong with a dossier."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dash.dossier.loaders import dossier_folder, load_dossier
from dash.dossier.pictures import picture_problems
from dash.figures.hints import hints
from dash.schema.problems import DossierError
from dash.schema.tables import TABLES

HELP = "validate a dossier and list every problem"
# How many hints are printed.
MOST_HINTS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")


def run(given: argparse.Namespace) -> int:
    """Print the rows of a sound dossier and hints, or every problem; return 1 for problems."""
    folder = given.folder or dossier_folder()
    try:
        dossier = load_dossier(folder)
    except DossierError as error:
        print(error, file=sys.stderr)
        return 1
    problems = list(picture_problems(dossier.folder, dossier.records("slides")))
    if problems:
        print(DossierError(problems), file=sys.stderr)
        return 1
    for name in TABLES:
        print(f"{name:12}{len(dossier.table(name)):6} rows")
    print(
        "No problems. Whether the anchors stand in the story, `check` cannot know: verify it with"
    )
    print(f"  python -m dash verify ARTICLE {folder}")
    for hint in dossier.hints:
        print(f"Hint: {hint}.")
    for line in _first(hints(dossier), MOST_HINTS):
        print(f"Hint: {line}.")
    return 0


def _first(hints: Iterable[str], most: int) -> Iterator[str]:
    """Yield the first of many hints, and how many more there are."""
    given = list(hints)
    yield from given[:most]
    if len(given) > most:
        yield f"there are {len(given) - most} more hints like these"
