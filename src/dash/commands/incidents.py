"""`python -m dash incidents`: recorded deaths out of an event file that somebody downloaded."""

import argparse
import shlex
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType

from dash.commands.progress import Progress
from dash.counting import count_of
from dash.dates import first_day, last_day
from dash.dossier.loaders import dossier_folder, open_dossier, require_folder
from dash.dossier.model import Dossier
from dash.importing.choice import Choice
from dash.importing.faults import EventFileError
from dash.importing.formats import read_mapping
from dash.importing.importing import Outcome, Wanted, import_incidents
from dash.importing.report import told_unwritten, told_written
from dash.importing.writing import existing
from dash.incidents.words import party_names
from dash.schema.problems import DossierError
from dash.schema.story import FILE, Incidents

HELP = "read UCDP GED, ACLED or another event file into a dossier's recorded deaths"
CODES = (
    "exit codes: 0 the table is written; 1 nothing is: rows are damaged, or none is left; 2 "
    "nothing was read: the file or the dossier cannot be used, or an argument is wrong. What was "
    "there before stays until the new table is whole."
)
STEPS = 1_000
FRAME = """\
{file} has no part [incidents], which says what the rows are. Write it:

[incidents]
source = "{source}"            # the row of sources.csv for the event file
claimant = "{actor}"           # whose count it is: an id of actors.csv
measure = "{measure}"          # a key of [measures]
everyone = "{everyone}"        # keys of [populations]
counts = "What it counts, in a sentence."
leaves_out = "What it leaves out."

[incidents.parties]
deaths_a = "first_side"
deaths_b = "second_side"
deaths_civilians = "civilians"
deaths_unknown = "side_not_known"

[incidents.sides]                # which of the file's sides are which party, by their names in it
deaths_a = ["Government of Upland"]
deaths_b = ["Free Valley", "Hill Front"]"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.epilog = CODES
    parser.add_argument("file", type=Path, help="CSV, a zip with one, or Parquet")
    parser.add_argument("folder", nargs="?", type=Path, help="default: $DOSSIER, or data/")
    parser.add_argument(
        "--mapping", type=Path, metavar="TOML", help="what the columns are, of any other file"
    )
    parser.add_argument("--country", action="append", default=[], help="take this one; repeatable")
    parser.add_argument(
        "--type",
        action="append",
        default=[],
        metavar="TYPE",
        help="UCDP: state-based, non-state, one-sided; ACLED: Battles, …; repeatable",
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="NAME",
        help="leave out a conflict or a side, as the file calls it; repeatable",
    )
    parser.add_argument("--from", dest="start", type=_date, help="2014, 2014-04 or 2014-04-13")
    parser.add_argument("--to", dest="end", type=_date, help="likewise: events that begin by then")
    parser.add_argument(
        "--leave-out-damaged", action="store_true", help="write the sound rows nevertheless"
    )
    parser.add_argument(
        "--replace", action="store_true", help="in place of the table that is there"
    )


def run(given: argparse.Namespace) -> int:
    """Import, and say what was taken and what was not; return the exit code."""
    folder = given.folder or dossier_folder()
    try:
        dossier, incidents = _frame(folder)
        layout = read_mapping(given.mapping) if given.mapping else None
        _may_replace(folder, replace=given.replace)
        views = {view.id: view.bounds for view in dossier.story.views}
        bounds = views.get(incidents.view or "")
        outcome = _import(given, folder, partial(Wanted, incidents, layout=layout, bounds=bounds))
    except (DossierError, EventFileError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename or folder}: {error.strerror}. Nothing is written.", file=sys.stderr)
        return 2
    if not outcome.written:
        for line in told_unwritten(outcome):
            print(line, file=sys.stderr)
        return 1
    for line in told_written(outcome, party_names(dossier.story, incidents)):
        print(line)
    print(f"Next:\n  python -m dash check {shlex.quote(str(folder))}")
    return 0


def _date(text: str) -> str:
    try:
        first_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r}: a year, month or day, as 2014-04") from error
    return text


def _frame(folder: Path) -> tuple[Dossier, Incidents]:
    """Return the dossier and what it says of its recorded deaths.

    Raises:
        DossierError: There is no dossier, or its dossier.toml has problems.
        EventFileError: It says nothing of recorded deaths.
    """
    require_folder(folder)
    dossier = open_dossier(folder)
    own = [problem for problem in dossier.problems if problem.takes in (FILE, "sources.csv")]
    own += [each for each in dossier.problems if each.file == FILE and each.part == "incidents"]
    if own:
        raise DossierError(own)
    incidents = dossier.story.incidents
    if incidents is None:
        raise EventFileError(_lines_to_write(folder, dossier))
    return dossier, incidents


def _lines_to_write(folder: Path, dossier: Dossier) -> str:
    story = dossier.story
    actors = dossier.records("actors") if dossier.has("actors") else ()
    return FRAME.format(
        file=folder / FILE,
        source=dossier.records("sources")[-1]["id"],
        actor=actors[0]["id"] if actors else "somebody",
        measure=next(iter(story.measures), "killed"),
        everyone=next(iter(story.populations), "everyone"),
    )


def _may_replace(folder: Path, *, replace: bool) -> None:
    """Ask whether the table that is there may go.

    Raises:
        EventFileError: It may not.
    """
    there = existing(folder)
    if not there or replace:
        return
    has = f"{folder} has {count_of(len(there), 'file')} of recorded deaths"
    if sys.stdin.isatty() and sys.stderr.isatty():
        print(f"{has}. Replace them? [y/N] ", end="", file=sys.stderr, flush=True)
        if sys.stdin.readline().strip().lower() in ("y", "yes"):
            return
        raise EventFileError("They stay; nothing was read.")
    raise EventFileError(f"{has}. Give --replace to put the new table in their place.")


def _import(given: argparse.Namespace, folder: Path, wanted: Callable[[Choice], Wanted]) -> Outcome:
    if given.start and given.end and first_day(given.start) > last_day(given.end):
        raise EventFileError(f"--from {given.start} is after --to {given.end}.")
    choice = Choice(
        tuple(given.country),
        tuple(given.type),
        tuple(given.without),
        given.start,
        given.end,
        given.leave_out_damaged,
    )
    progress = Progress(STEPS)
    try:
        with _ended_tidily():
            return import_incidents(
                given.file,
                folder,
                wanted(choice),
                lambda done, rows: progress.reach(round(STEPS * done), f"{rows:,} rows"),
            )
    finally:
        progress.clear()


@contextmanager
def _ended_tidily() -> Iterator[None]:
    """Let a request to end be an exception, so that what is half written is taken away."""

    def end(number: int, _: FrameType | None) -> None:
        sys.exit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
