"""From an event file to the Parquet files of a dossier's recorded deaths: all of it, or nothing."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import dash
from dash.importing.batches import EventFile
from dash.importing.choice import Choice
from dash.importing.faults import Damaged, EventFileError
from dash.importing.formats import Format, known_format, nearest_format
from dash.importing.opening import opened
from dash.importing.repeated import Repeated, each_once, repeated
from dash.importing.rows import Taking
from dash.importing.table import Sums
from dash.importing.writing import NEW, Writer, existing, put_in_place, written_aside
from dash.schema.incidents import MAY_BE_PUBLISHED, NOT
from dash.schema.story import Bounds, Incidents

# Is told how much of the file was read, from 0 to 1, and how many rows.
Step = Callable[[float, int], None]
MOST_NAMED = 8
AGAIN = "an event that stands there already, in an equal row"
TURNED = (
    "most points lie off the dossier's map, and on it if longitude and latitude change places: see "
    "whether these columns are mixed up"
)


@dataclass(frozen=True)
class Outcome:
    """What came of an import.

    Attributes:
        file: What the file is called.
        layout: How it was read.
        read: How many rows it has.
        sums: What was taken.
        left_out: How many rows were not, by the reason.
        damaged: Which rows were damaged.
        repeated: Which events stand more than once.
        notes: How the file was read, where that is worth telling.
        nobodys: Deaths of sides that dossier.toml gives to no party.
        unknown: What was asked for that the file does not have.
        written: The files, relative to the dossier's folder; none where nothing was written.
    """

    file: str
    layout: Format
    read: int
    sums: Sums
    left_out: Mapping[str, int]
    damaged: Damaged
    repeated: Repeated
    notes: tuple[str, ...]
    nobodys: Mapping[str, int]
    unknown: tuple[str, ...]
    written: tuple[Path, ...] = field(default=())


@dataclass(frozen=True)
class Wanted:
    """What is wanted of an event file.

    Attributes:
        incidents: What dossier.toml says of the recorded deaths.
        choice: Which events are asked for.
        layout: How the file is read; by its columns where it is None.
        bounds: West, south, east and north of the map that the dossier draws them in.
    """

    incidents: Incidents
    choice: Choice
    layout: Format | None = None
    bounds: Bounds | None = None


def _to_nobody(_: float, __: int) -> None:
    """Report nothing."""


def import_incidents(
    file: Path,
    folder: Path,
    wanted: Wanted,
    step: Step = _to_nobody,
) -> Outcome:
    """Read an event file and write what is asked for, in place of a dossier's recorded deaths.

    Args:
        file: A CSV, a zip with one, or a Parquet file.
        folder: The dossier's folder.
        wanted: Which events are asked for, and how they are read.
        step: Is called after each batch of rows.

    Raises:
        EventFileError: The file is none that can be read, or it has none of the rows.
    """
    given, choice = wanted.layout, wanted.choice
    with opened(file, given.separator if given else None) as events:
        layout = _layout(events, given)
        taking = Taking(events, layout, wanted.incidents, choice, wanted.bounds)
        with written_aside(folder) as aside:
            about = _about(events.name, layout)
            found = Repeated()
            writer = Writer(aside / NEW, taking.schema, about)
            try:
                for batch in events.batches(taking.columns):
                    writer.add(taking.take(batch))
                    step(events.done(), taking.read)
                whole = taking.sums.rows > 0 and (
                    choice.leave_out_damaged or not taking.damaged.rows
                )
                if whole:
                    writer.close()
                    found = _each_event_once(aside, taking, about)
                    whole = not found.unlike
            finally:
                writer.abandon()
            if whole:
                put_in_place(aside, folder)
        written = tuple(each.relative_to(folder) for each in existing(folder)) if whole else ()
        return _outcome(events, layout, taking, found, written)


def _each_event_once(aside: Path, taking: Taking, about: Mapping[str, str]) -> Repeated:
    """Look for events that stand more than once; where their rows are equal, write them once.

    Raises:
        EventFileError: There is no room on the disk.
    """
    files, spill = sorted((aside / NEW).rglob("*.parquet")), aside / "spill"
    found = repeated(files, spill)
    if found.again:
        taking.sieve.left_out[AGAIN] += found.again
        taking.sums = Sums()
        writer = Writer(aside / "once", taking.schema, about)
        try:
            for batch in each_once(files, spill, taking.schema):
                taking.sums.add(batch)
                writer.add(batch)
            writer.close()
        finally:
            writer.abandon()
        shutil.rmtree(aside / NEW)
        (aside / "once").rename(aside / NEW)
    return found


def _layout(events: EventFile, layout: Format | None) -> Format:
    """Return how a file is read.

    Raises:
        EventFileError: It lacks columns, or is of no known format.
    """
    twice = {name for name in events.names if list(events.names).count(name) > 1 and name}
    if layout is None:
        layout = known_format(events.names)
        if layout is None:
            raise EventFileError(_unknown_columns(events))
    elif lacking := layout.missing(events.names):
        has = ", ".join(list(events.names)[:40])
        told = f"{events.name}: no column {', '.join(lacking)}, which the mapping names"
        raise EventFileError(f"{told}. It has: {has}.")
    used = {name for _, names in layout.columns.given() for name in names}
    if twice & used:
        raise EventFileError(f"{events.name}: the column {', '.join(sorted(twice & used))} twice.")
    return layout


def _unknown_columns(events: EventFile) -> str:
    """Return why a file's columns are of no known format, and what it may be."""
    nearest, lacking = nearest_format(events.names)
    asked = len(list(nearest.columns.given()))
    has = ", ".join(name or "(blank)" for name in list(events.names)[:12])
    if len(lacking) <= asked / 2:
        told = f"it looks like {nearest.name}, but has no column {', '.join(lacking)}"
        then = "Download it with all columns, or describe its columns in a mapping file"
    elif sum(name.strip().replace(".", "").replace("-", "").isdigit() for name in events.names) > 2:
        told = f"its first line holds no names of columns, but {has}"
        then = "Put the row of names above it"
    else:
        told = f"neither UCDP GED nor ACLED has columns such as {has}"
        then = "Describe them in a mapping file"
    return f"{events.name}: {told}. {then} (--mapping FILE.toml; data/README.md has an example)."


def _about(name: str, layout: Format) -> dict[str, str]:
    """Return what the Parquet files say of themselves."""
    told = {
        "read_from": name,
        "format": layout.name,
        "licence": layout.licence,
        MAY_BE_PUBLISHED: None if layout.may_be_published else NOT,
        "citation": layout.cite,
        "written_by": f"dossier-dash {dash.__version__}",
    }
    return {key: value for key, value in told.items() if value is not None}


def _outcome(
    events: EventFile,
    layout: Format,
    taking: Taking,
    found: Repeated,
    written: tuple[Path, ...],
) -> Outcome:
    notes = list(events.notes)
    if taking.western:
        notes.append(
            f"{taking.western:,} rows were read as Windows-1252; see whether their "
            "letters are right"
        )
    if taking.points.look_turned:
        notes.append(TURNED)
    return Outcome(
        events.name,
        layout,
        taking.read,
        taking.sums,
        dict(taking.sieve.left_out),
        taking.damaged,
        found,
        tuple(notes),
        dict(taking.sides.nobodys.most_common(MOST_NAMED)),
        tuple(taking.sieve.unknown()),
        written,
    )
