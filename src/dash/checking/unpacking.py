"""From what a visitor sends to a folder: a zip, a workbook, or files one by one.

It may come from anybody, so nothing is trusted. Of an archive only what a dossier is read from is
written, under a name that has been looked at letter by letter.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from dash.checking.archives import (
    DAMAGED,
    WORKBOOKS,
    members_of,
    packed_anew,
    read_member,
    shown,
    too_much,
    top_of,
)
from dash.checking.limits import LARGEST_UNPACKED, LARGEST_UPLOAD, UnfitUploadError
from dash.schema.story import FILE

ARCHIVE = ".zip"
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg")
# What the upload takes as files of their own, by their endings.
ENDINGS = (
    ARCHIVE,
    *WORKBOOKS,
    ".csv",
    ".toml",
    ".geojson",
    ".md",
    ".png",
    ".jpg",
    ".jpeg",
    ".webp",
)
IMAGES, NOTES = "images", "README.md"
# One step of a path: letters of any script, digits, and what stands in names; no device of Windows.
STEP = re.compile(r"(?!(?i:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\.|$))[\w(][\w .,()+-]{0,99}")
DEEPEST = 4
# Bytes that a file system takes as one name.
LONGEST_NAME = 255
NOT_ARCHIVE = "is no zip file that can be read. Pack the folder anew, as a plain .zip."


@dataclass
class Unpacked:
    """What came of unpacking.

    Attributes:
        size: How many bytes were written.
        left_aside: The files that no dossier is read from, by their names; they were not written.
    """

    size: int = 0
    left_aside: list[str] = field(default_factory=list)


def unpack(sent: Mapping[str, bytes], folder: Path) -> Unpacked:
    """Write what was sent into an empty folder, as a dossier's folder.

    Args:
        sent: The content of each file by its name: one zip, or workbooks, tables and the rest.
        folder: The folder, which is there and empty.

    Raises:
        UnfitUploadError: It is too much, no dossier, or made to do harm.
    """
    if sum(map(len, sent.values())) > LARGEST_UPLOAD:
        raise UnfitUploadError(
            f"These files have more than {LARGEST_UPLOAD // 1_000_000} MB. Leave out what the "
            "dossier does not show, or save its pictures smaller."
        )
    archives = [name for name in sent if name.lower().endswith(ARCHIVE)]
    if archives and len(sent) > 1:
        raise UnfitUploadError(
            f"{shown(archives[0])} came with other files. Send one zip alone, or the files of the "
            "dossier without a zip."
        )
    done = Unpacked()
    if archives:
        _unpack_archive(archives[0], sent[archives[0]], folder, done)
    else:
        for name, content in sent.items():
            _take(_place_of(name), content, folder, done)
    return done


def _place_of(name: str) -> PurePosixPath:
    """Return where a file that was sent by itself belongs."""
    if not STEP.fullmatch(name) or not name.lower().endswith(ENDINGS):
        raise UnfitUploadError(
            f"{shown(name)} is no file that a dossier is read from. Send a zip, an .xlsx or .ods, "
            "or tables as .csv with dossier.toml."
        )
    return PurePosixPath(IMAGES, name) if name.lower().endswith(PICTURES) else PurePosixPath(name)


def _unpack_archive(name: str, content: bytes, folder: Path, done: Unpacked) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = members_of(archive)
            top = top_of(list(members))
            for path, member in members.items():
                place = path.relative_to(top) if path.is_relative_to(top) else None
                if place is None or not _is_read(place):
                    done.left_aside.append(str(path))
                    continue
                room = LARGEST_UNPACKED - done.size
                _take(place, read_member(archive, member, room), folder, done)
    except DAMAGED as error:
        raise UnfitUploadError(f"{shown(name)} {NOT_ARCHIVE}") from error


def _is_read(path: PurePosixPath) -> bool:
    """Return whether a dossier may be read from a file of this path."""
    plain = all(STEP.fullmatch(part) and len(part.encode()) <= LONGEST_NAME for part in path.parts)
    if not plain or len(path.parts) > DEEPEST:
        return False
    ending = path.suffix.lower()
    if len(path.parts) == 1:
        return ending in (".csv", *WORKBOOKS, ".geojson") or path.name in (FILE, NOTES)
    in_images = path.parts[0] == IMAGES and len(path.parts) == 2
    return ending == ".geojson" or (in_images and ending in PICTURES)


def _take(path: PurePosixPath, content: bytes, folder: Path, done: Unpacked) -> None:
    """Write one file; its path has been looked at."""
    if path.suffix.lower() in WORKBOOKS:
        content = packed_anew(path.name, content)
    done.size += len(content)
    if done.size > LARGEST_UNPACKED:
        raise UnfitUploadError(too_much())
    file = folder / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        raise UnfitUploadError(f"{shown(str(path))} is a file and a folder at once.") from error
