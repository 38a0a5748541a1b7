"""`python -m dash diff`: what became of a dossier, record by record."""

import argparse
import json
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path, PurePosixPath

from dash.changes import Change, Field, changes, count
from dash.dossier.loaders import load_dossier
from dash.dossier.model import Dossier
from dash.schema.problems import DossierError
from dash.schema.story import FILE
from dash.versions import version_of

HELP = "say record by record what changed between two states of a dossier"
CODES = (
    "exit codes: 0 both say the same; 1 something changed; 2 nothing was compared: one of them "
    "is no sound dossier, or an argument is wrong"
)
# Of a zip that somebody else has made, unpacked.
MOST_BYTES, MOST_FILES = 200_000_000, 2_000
# Letters of a cell that are printed.
LONGEST = 160
# Letters that two long cells share, and that are printed before what differs.
WORDS_BEFORE = 40


class ArchiveError(ValueError):
    """Why a zip is not read: one sentence that says what to do."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.epilog = CODES
    for name, told in (("old", "the earlier state"), ("new", "the later one")):
        parser.add_argument(name, type=Path, help=f"{told}: a folder, or a zip of one")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="default: text, for people"
    )


def run(given: argparse.Namespace) -> int:
    """Print what changed; return the exit code."""
    with ExitStack() as stack:
        try:
            old, new = (load_dossier(_folder(file, stack)) for file in (given.old, given.new))
            found = changes(old, new)
        except (ArchiveError, DossierError) as error:
            print(error, file=sys.stderr)
            return 2
        except OSError as error:
            print(f"{error.filename}: {error.strerror}.", file=sys.stderr)
            return 2
        if given.format == "json":
            print(json.dumps(_as_json(old, new, found), ensure_ascii=False, indent=2))
        else:
            for line in _report(old, new, found):
                print(line)
    return 1 if found else 0


def _folder(file: Path, stack: ExitStack) -> Path:
    """Return the folder of a dossier, where it was unpacked if it is a zip.

    Raises:
        ArchiveError: The zip is broken, too large, or would write outside its folder.
    """
    if file.is_dir() or not file.exists():
        return file
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    try:
        with zipfile.ZipFile(file) as archive:
            _unpack(archive, folder, file)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        told = f"{file}: {error}. Name a folder, or a zip that is whole and without a password."
        raise ArchiveError(told) from error
    inner = [found.parent for found in folder.glob(f"*/{FILE}")]
    return inner[0] if len(inner) == 1 and not (folder / FILE).exists() else folder


def _unpack(archive: zipfile.ZipFile, folder: Path, file: Path) -> None:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MOST_FILES or sum(one.file_size for one in members) > MOST_BYTES:
        raise ArchiveError(
            f"{file}: unpacked, it has more than {MOST_FILES:,} files or "
            f"{MOST_BYTES // 1_000_000} MB. Unpack it, and name the folder."
        )
    for member in members:
        path = PurePosixPath(member.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in member.filename:
            raise ArchiveError(f"{file}: {member.filename} lies outside the folder. Unpack it.")
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        # As many bytes as the archive says it has: more of them is a broken archive.
        target.write_bytes(archive.read(member))


def _report(old: Dossier, new: Dossier, found: list[Change]) -> Iterator[str]:
    yield f"From {_told(old)} to {_told(new)}."
    if not found:
        yield "Both say the same."
        return
    yield ", ".join(f"{number} {kind}" for kind, number in count(found).items() if number) + "."
    table = ""
    for change in found:
        if change.table != table:
            table = change.table
            yield f"\n{table}"
        yield f"  {change.kind:10}{change.key}{': ' if change.label else ''}{_cut(change.label)}"
        yield from (f"    {_in_words(field)}" for field in change.fields)


def _told(dossier: Dossier) -> str:
    version = version_of(dossier)
    return version.words if version else "a version that is not known"


def _in_words(field: Field) -> str:
    before, after = field.before, field.after
    if before is None:
        return f"{field.column}: added “{_cut(after or '')}”"
    if after is None:
        return f"{field.column}: taken out “{_cut(before)}”"
    return "{}: “{}” became “{}”".format(
        field.column, *map(_cut, _from_where_they_part(before, after))
    )


def _from_where_they_part(before: str, after: str) -> tuple[str, str]:
    """Return two texts without what long ones begin with alike, but for some words."""
    parted = (at for at, pair in enumerate(zip(before, after, strict=False)) if len({*pair}) > 1)
    same = next(parted, min(len(before), len(after)))
    begin = before.rfind(" ", 0, max(0, same - WORDS_BEFORE)) + 1
    if not begin or max(len(before), len(after)) <= LONGEST:
        return before, after
    return f"… {before[begin:]}", f"… {after[begin:]}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 2]} …"


def _as_json(old: Dossier, new: Dossier, found: list[Change]) -> dict[str, object]:
    versions = (version_of(old), version_of(new))
    return {
        "versions": {
            name: str(version) if version else None
            for name, version in zip(("old", "new"), versions, strict=True)
        },
        "counts": count(found),
        "changes": [asdict(change) for change in found],
    }
