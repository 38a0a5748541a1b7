"""Archives that somebody may send: a sound one, and one for each way to do harm or go wrong."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping

from PIL import Image

from dash.beginning.folders import packed_example

Sent = Mapping[str, bytes]
LINK = (stat.S_IFLNK | 0o777) << 16
PIPE = (stat.S_IFIFO | 0o644) << 16


def members(content: bytes) -> dict[str, bytes]:
    """Return what a zip holds, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def example() -> dict[str, bytes]:
    """Return the files of the example, by their names in its folder."""
    return {name.partition("/")[2]: content for name, content in members(packed_example()).items()}


def packed(
    files: Mapping[str, bytes], kind: int = zipfile.ZIP_DEFLATED, attributes: int = 0o644 << 16
) -> bytes:
    """Return a zip of some files, which all have the same attributes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name)
            member.compress_type, member.external_attr = kind, attributes
            archive.writestr(member, content)
    return buffer.getvalue()


def with_file(name: str, content: bytes = b"x", attributes: int = 0o644 << 16) -> Sent:
    """Return the example as a zip with one more file."""
    buffer = io.BytesIO(packed(example()))
    with zipfile.ZipFile(buffer, "a") as archive:
        member = zipfile.ZipInfo(name)
        member.filename = member.orig_filename = name  # as written, whatever it leads to
        member.external_attr = attributes
        archive.writestr(member, content)
    return {"story.zip": buffer.getvalue()}


def bomb() -> Sent:
    """A picture of 200 MB of zeros, in some 200 kB."""
    return {"story.zip": packed(example() | {"images/big.png": bytes(200_000_000)})}


def lying_bomb() -> Sent:
    """The same, whose sizes are given as 1 kB: a reader that trusts them reads on."""
    content = bytearray(packed(example() | {"images/big.png": bytes(60_000_000)}))
    true, told = struct.pack("<I", 60_000_000), struct.pack("<I", 1_000)
    assert content.count(true) == 2
    return {"story.zip": bytes(content.replace(true, told))}


def overlapping() -> Sent:
    """Many names for one stretch of the file, as in Fifield's "A better zip bomb" (2019)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dossier.toml", bytes(2_000_000))
        first = archive.infolist()[0]
        for number in range(20):
            again = zipfile.ZipInfo(f"images/{number}.png")
            again.header_offset, again.CRC = first.header_offset, first.CRC
            again.compress_type = first.compress_type
            again.compress_size, again.file_size = first.compress_size, first.file_size
            archive.filelist.append(again)
            archive.NameToInfo[again.filename] = again
    return {"story.zip": buffer.getvalue()}


def locked() -> Sent:
    """An archive that says of its first file that it is locked with a password."""
    content = bytearray(packed(example()))
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(start) + flags
        content[at] |= 1
    return {"story.zip": bytes(content)}


def workbook(sheet: bytes, **parts: bytes) -> bytes:
    """Return an .xlsx of one sheet, "sources", and further parts."""
    book = (
        b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        b'<sheets><sheet name="sources" r:id="r1"/></sheets></workbook>'
    )
    links = b'<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>'
    files = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": links}
    return packed(files | {"xl/worksheets/s.xml": sheet} | parts)


def picture(width: int, height: int) -> bytes:
    """Return a white picture of so many pixels, as a small PNG."""
    buffer = io.BytesIO()
    Image.new("1", (width, height), 1).save(buffer, "PNG")
    return buffer.getvalue()


def rows(count: int) -> bytes:
    """Return the example's events with so many rows more."""
    head, *body = example()["events.csv"].decode().splitlines()
    key, rest = body[0].split(",", 1)
    return "\n".join([head, *body, *(f"{key}-{n},{rest}" for n in range(count))]).encode()


def beside_toml(**files: bytes) -> Sent:
    """Return dossier.toml and further files, sent one by one."""
    return {"dossier.toml": example()["dossier.toml"]} | {
        name.replace("__", "."): content for name, content in files.items()
    }


def _damaged() -> Sent:
    content = bytearray(packed(example()))
    content[60:90] = bytes(30)
    return {"story.zip": bytes(content)}


def _wide_sheet() -> Sent:
    far = b'<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return beside_toml(story__xlsx=workbook(far))


def _heavy_strings() -> Sent:
    strings = {"xl/sharedStrings.xml": b"<sst>" + bytes(60_000_000)}
    return beside_toml(story__xlsx=workbook(b"<sheetData/>", **strings))


# What is sent, and what the message must say.
HOSTILE: Mapping[str, tuple[Callable[[], Sent], str]] = {
    "a bomb": (bomb, "more than 50 MB"),
    "a bomb that lies": (lying_bomb, "no zip file that can be read"),
    "a bomb of overlaps": (overlapping, "no zip file that can be read"),
    "a way up": (lambda: with_file("../evil.csv"), "leads out of its folder"),
    "a way up within": (lambda: with_file("images/../../evil.csv"), "leads out of its folder"),
    "an absolute path": (lambda: with_file("/etc/cron.d/evil"), "leads out of its folder"),
    "a drive": (lambda: with_file("C:evil.csv"), "leads out of its folder"),
    "backslashes": (lambda: with_file("..\\evil.csv"), "leads out of its folder"),
    "a null character": (lambda: with_file("a.csv\0.png"), "leads out of its folder"),
    "a link": (lambda: with_file("figures2.csv", b"/etc/passwd", LINK), "a symbolic link"),
    "a pipe": (lambda: with_file("figures2.csv", b"", PIPE), "is no file"),
    "a zip within": (lambda: with_file("more.zip", packed({"a": b"b"})), "inside of the archive"),
    "a tarball within": (lambda: with_file("more.tar.gz"), "inside of the archive"),
    "10,000 files": (
        lambda: {"story.zip": packed({f"images/{n}.png": b"" for n in range(10_000)})},
        "holds 10,000 files",
    ),
    "one name twice": (lambda: with_file("Events.csv"), "two files called"),
    "a file as a folder": (
        lambda: {"story.zip": packed(example() | {"geo.csv": b"", "geo.csv/a.geojson": b"{}"})},
        "a file and a folder at once",
    ),
    "a password": (locked, "locked with a password"),
    "a rare packing": (
        lambda: {"story.zip": packed(example(), zipfile.ZIP_LZMA)},
        "packed in a rare way",
    ),
    "damage": (_damaged, "no zip file that can be read"),
    "no zip at all": (lambda: {"story.zip": b"not a zip"}, "no zip file that can be read"),
    "an empty zip": (lambda: {"story.zip": packed({})}, "no dossier in the archive"),
    "something else": (lambda: {"story.zip": packed({"a.py": b"1"})}, "no dossier in the archive"),
    "two dossiers": (
        lambda: {"story.zip": packed({"a/sources.csv": b"id", "b/sources.csv": b"id"})},
        "several dossiers",
    ),
    "two zips": (
        lambda: {"a.zip": packed(example()), "b.zip": packed(example())},
        "came with other files",
    ),
    "a program": (lambda: {"setup.exe": b"MZ"}, "no file that a dossier is read from"),
    "a path for a name": (lambda: {"../x.csv": b"id"}, "no file that a dossier is read from"),
    "too many bytes": (lambda: {"story.zip": bytes(10_000_001)}, "more than 10 MB"),
    "a picture alone": (lambda: {"a.png": b"\x89PNG"}, "no dossier among these files"),
    "a table of many rows": (lambda: beside_toml(events__csv=rows(6_000)), "more than 5,000 rows"),
    "a table of 10 MB": (lambda: beside_toml(events__csv=b"a,b\n" * 2_400_000), "5,000 rows"),
    "a row of 9 MB": (lambda: beside_toml(events__csv=b"," * 9_000_000), "250,000 cells"),
    "a cell far away": (_wide_sheet, "5,000 rows"),
    "a workbook of a bomb": (_heavy_strings, "more than 50 MB"),
    "a workbook that is none": (lambda: beside_toml(a__xlsx=b"PK"), "no spreadsheet that can be"),
    "a large picture": (lambda: with_file("images/x.png", picture(4_100, 4_000)), "16 million"),
    "many pictures": (
        lambda: {
            "story.zip": packed(
                example() | {f"images/{n}.png": picture(3_900, 4_000) for n in range(4)}
            )
        },
        "60 million",
    ),
    "a long frame": (lambda: {"dossier.toml": b"#" * 1_000_001}, "dossier.toml has more than 1 MB"),
}
