"""From what a visitor sends to a folder: a zip, a workbook, or files one by one.

It may come from anybody, so nothing is trusted. Of an archive only what a dossier is read from is
written, under a name that has been looked at letter by letter; sizes are counted while they are
read, whatever the archive says of them; and a workbook, which is an archive too, is packed anew
from what was read, so that no other reader sees more in it than was counted.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from dash.checking.limits import (
    LARGEST_UNPACKED,
    LARGEST_UPLOAD,
    MOST_FILES,
    UnfitUploadError,
)
from dash.schema.story import FILE
from dash.schema.tables import TABLES

ARCHIVE = ".zip"
WORKBOOKS = (".xlsx", ".ods")
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
ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".jar")
IMAGES, NOTES = "images", "README.md"
# What systems put beside files; nobody means it.
SYSTEM = re.compile(r"__MACOSX|\..*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
# One step of a path: letters of any script, digits, and what stands in names.
STEP = re.compile(r"[\w(][\w .,()+-]{0,99}")
DEEPEST = 4
CHUNK = 64 * 1024
PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What Python's reader of archives raises at damaged ones.
DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OverflowError,
)
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
            f"{_shown(archives[0])} came with other files. Send one zip alone, or the files of the "
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
            f"{_shown(name)} is no file that a dossier is read from. Send a zip, an .xlsx or .ods, "
            "or tables as .csv with dossier.toml."
        )
    return PurePosixPath(IMAGES, name) if name.lower().endswith(PICTURES) else PurePosixPath(name)


def _unpack_archive(name: str, content: bytes, folder: Path, done: Unpacked) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = _members(archive)
            top = _top(list(members))
            for path, member in members.items():
                place = path.relative_to(top) if path.is_relative_to(top) else None
                if place is None or not _is_read(place):
                    done.left_aside.append(str(path))
                    continue
                _take(place, _read(archive, member, LARGEST_UNPACKED - done.size), folder, done)
    except DAMAGED as error:
        raise UnfitUploadError(f"{_shown(name)} {NOT_ARCHIVE}") from error


def _members(archive: zipfile.ZipFile) -> dict[PurePosixPath, zipfile.ZipInfo]:
    """Return the files of an archive by their paths, all of which lead inside.

    Raises:
        UnfitUploadError: They are too many or too much, or one is not what a folder holds.
    """
    found: dict[PurePosixPath, zipfile.ZipInfo] = {}
    names: set[str] = set()
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise UnfitUploadError(
            f"The archive holds {len(infos):,} files and folders; a dossier has {MOST_FILES:,} at "
            "most. Pack the dossier's folder alone."
        )
    for member in infos:
        path = _path_of(member)
        if path is None or member.is_dir():
            continue
        _require_plain(member, path)
        if str(path).lower() in names:
            raise UnfitUploadError(f"The archive holds two files called {_shown(str(path))}.")
        names.add(str(path).lower())
        found[path] = member
    if sum(member.file_size for member in found.values()) > LARGEST_UNPACKED:
        raise UnfitUploadError(_too_much())
    return found


def _path_of(member: zipfile.ZipInfo) -> PurePosixPath | None:
    """Return a member's path inside of the folder, or None where a system left it there.

    The name is read as it stands in the archive: zipfile cuts it at a null character.
    """
    name = member.orig_filename
    path = PurePosixPath(name)
    outside = path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name
    if outside or "\0" in name:
        raise UnfitUploadError(
            f"The archive has a file called {_shown(name)}, which leads out of its folder. Nothing "
            "of it was read: pack the dossier's folder anew."
        )
    if any(map(SYSTEM.fullmatch, path.parts)):
        return None
    return path


def _require_plain(member: zipfile.ZipInfo, path: PurePosixPath) -> None:
    """Make sure that a member is a file, can be read, and is no archive.

    Raises:
        UnfitUploadError: It is something else.
    """
    shown = _shown(str(path))
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        what = "a symbolic link" if kind == stat.S_IFLNK else "no file"
        raise UnfitUploadError(f"{shown} is {what}. Put the file itself in its place.")
    if member.flag_bits & 0x1:
        raise UnfitUploadError(f"{shown} is locked with a password. Pack the folder without one.")
    if path.suffix.lower() in ARCHIVES:
        raise UnfitUploadError(
            f"{shown} is an archive inside of the archive. Unpack it, or leave it out."
        )
    if member.compress_type not in PACKED:
        raise UnfitUploadError(f"{shown} is packed in a rare way. Pack the folder as a plain .zip.")


def _top(paths: Sequence[PurePosixPath]) -> PurePosixPath:
    """Return the folder of the archive in which the dossier lies.

    Raises:
        UnfitUploadError: In none, or in several.
    """
    named = {FILE, *(f"{name}.csv" for name in TABLES)}
    tops = {path.parent for path in paths if path.name.lower() in named}
    tops |= (
        {path.parent for path in paths if path.suffix.lower() in WORKBOOKS} if not tops else set()
    )
    if not tops:
        raise UnfitUploadError(
            f"There is no dossier in the archive: neither {FILE} nor a table such as sources.csv, "
            "nor a workbook."
        )
    if len(tops) > 1:
        names = ", ".join(sorted(_shown(str(top)) for top in tops)[:3])
        raise UnfitUploadError(f"There are several dossiers in the archive: {names}. Pack one.")
    return tops.pop()


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


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes:
    """Return what a member holds.

    Raises:
        UnfitUploadError: It is more than there is room for.
    """
    parts: list[bytes] = []
    with archive.open(member) as file:
        while part := file.read(CHUNK):
            room -= len(part)
            if room < 0:
                raise UnfitUploadError(_too_much())
            parts.append(part)
    return b"".join(parts)


def _take(path: PurePosixPath, content: bytes, folder: Path, done: Unpacked) -> None:
    """Write one file; its path has been looked at."""
    if path.suffix.lower() in WORKBOOKS:
        content = _packed_anew(path.name, content)
    done.size += len(content)
    if done.size > LARGEST_UNPACKED:
        raise UnfitUploadError(_too_much())
    file = folder / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        raise UnfitUploadError(f"{_shown(str(path))} is a file and a folder at once.") from error


def _packed_anew(name: str, content: bytes) -> bytes:
    """Return a workbook with what can be read of it, uncompressed: as large as it says it is."""
    packed, room = io.BytesIO(), LARGEST_UNPACKED
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as given,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as anew,
        ):
            for member in _parts(given):
                part = _read(given, member, room)
                room -= len(part)
                anew.writestr(zipfile.ZipInfo(member.filename), part)
    except DAMAGED as error:
        raise UnfitUploadError(
            f"{_shown(name)} is no spreadsheet that can be read. Save it anew, without a password."
        ) from error
    return packed.getvalue()


def _parts(workbook: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the parts of a workbook that hold words and numbers; pictures and macros are not."""
    members = workbook.infolist()
    if len(members) > MOST_FILES:
        raise UnfitUploadError(f"A workbook with {len(members):,} parts is not read.")
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise UnfitUploadError(_too_much())
    seen: set[str] = set()
    for member in members:
        if member.compress_type not in PACKED or member.filename in seen:
            raise zipfile.BadZipFile
        seen.add(member.filename)
        if member.filename.endswith((".xml", ".rels")) or member.filename == "mimetype":
            yield member


def _too_much() -> str:
    return (
        f"Unpacked, this has more than {LARGEST_UNPACKED // 1_000_000} MB. Save its pictures "
        "smaller, or leave out what the dossier does not show."
    )


def _shown(name: str) -> str:
    """Return a name as a message can show it, in one line and not too long."""
    plain = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name
    )
    return f"“{plain[:80]}…”" if len(plain) > 80 else f"“{plain}”"
