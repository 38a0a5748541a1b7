"""What lies in an archive that anybody may have made: looked at member by member before it is read.

Paths lead inside, members are plain files, no archive lies in the archive, and sizes are counted
while they are read, whatever the archive says of them. A workbook, which is an archive too, is
packed anew from what was read, so that no other reader sees more in it than was counted.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from dash.checking.limits import LARGEST_UNPACKED, MOST_FILES, UnfitUploadError
from dash.schema.story import FILE
from dash.schema.tables import TABLES

WORKBOOKS = (".xlsx", ".ods")
ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".jar")
# What systems put beside files; nobody means it.
SYSTEM = re.compile(r"__MACOSX|\..*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
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


def members_of(archive: zipfile.ZipFile) -> dict[PurePosixPath, zipfile.ZipInfo]:
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
            raise UnfitUploadError(
                f"The archive holds two files called {shown(str(path))}, in capitals or in small "
                "letters. Keep one of them."
            )
        names.add(str(path).lower())
        found[path] = member
    if sum(member.file_size for member in found.values()) > LARGEST_UNPACKED:
        raise UnfitUploadError(too_much())
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
            f"The archive has a file called {shown(name)}, which leads out of its folder, or "
            "would on some systems. Nothing of it was read: give it a plain name, and pack the "
            "folder anew."
        )
    if any(map(SYSTEM.fullmatch, path.parts)):
        return None
    return path


def _require_plain(member: zipfile.ZipInfo, path: PurePosixPath) -> None:
    """Make sure that a member is a file, can be read, and is no archive.

    Raises:
        UnfitUploadError: It is something else.
    """
    name = shown(str(path))
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        what = "a symbolic link" if kind == stat.S_IFLNK else "no file"
        raise UnfitUploadError(f"{name} is {what}. Put the file itself in its place.")
    if member.flag_bits & 0x1:
        raise UnfitUploadError(f"{name} is locked with a password. Pack the folder without one.")
    if path.suffix.lower() in ARCHIVES:
        raise UnfitUploadError(
            f"{name} is an archive inside of the archive. Unpack it, or leave it out."
        )
    if member.compress_type not in PACKED:
        raise UnfitUploadError(f"{name} is packed in a rare way. Pack the folder as a plain .zip.")


def top_of(paths: Sequence[PurePosixPath]) -> PurePosixPath:
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
        names = ", ".join(sorted(shown(str(top)) for top in tops)[:3])
        raise UnfitUploadError(f"There are several dossiers in the archive: {names}. Pack one.")
    return tops.pop()


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes:
    """Return what a member holds.

    Raises:
        UnfitUploadError: It is more than there is room for.
    """
    parts: list[bytes] = []
    with archive.open(member) as file:
        while part := file.read(CHUNK):
            room -= len(part)
            if room < 0:
                raise UnfitUploadError(too_much())
            parts.append(part)
    return b"".join(parts)


def packed_anew(name: str, content: bytes) -> bytes:
    """Return a workbook with what can be read of it, uncompressed: as large as it says it is."""
    packed, room = io.BytesIO(), LARGEST_UNPACKED
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as given,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as anew,
        ):
            for member in _parts(given):
                part = read_member(given, member, room)
                room -= len(part)
                anew.writestr(zipfile.ZipInfo(member.filename), part)
    except DAMAGED as error:
        raise UnfitUploadError(
            f"{shown(name)} is no spreadsheet that can be read. Save it anew, without a password."
        ) from error
    return packed.getvalue()


def _parts(workbook: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the parts of a workbook that hold words and numbers; pictures and macros are not."""
    members = workbook.infolist()
    if len(members) > MOST_FILES:
        raise UnfitUploadError(f"A workbook with {len(members):,} parts is not read.")
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise UnfitUploadError(too_much())
    seen: set[str] = set()
    for member in members:
        if member.compress_type not in PACKED or member.filename in seen:
            raise zipfile.BadZipFile
        seen.add(member.filename)
        if member.filename.endswith((".xml", ".rels")) or member.filename == "mimetype":
            yield member


def too_much() -> str:
    """Return what is said of more than there is room for."""
    return (
        f"Unpacked, this has more than {LARGEST_UNPACKED // 1_000_000} MB. Save its pictures "
        "smaller, or leave out what the dossier does not show."
    )


def shown(name: str) -> str:
    """Return a name as a message can show it, in one line and not too long."""
    plain = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name
    )
    return f"“{plain[:80]}…”" if len(plain) > 80 else f"“{plain}”"
