"""Whether an unpacked dossier is small enough to be read at once, told without reading it whole."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

from dash.checking.limits import (
    LARGEST_PICTURE,
    LARGEST_STORY,
    MOST_CELLS,
    MOST_PIXELS,
    MOST_ROWS,
    UnfitUploadError,
)
from dash.dossier.pictures import FOLDER, MEDIA_TYPES
from dash.dossier.sheet_scan import UnfitWorkbookError, scan_workbook
from dash.dossier.workbooks import workbook_files
from dash.schema.story import FILE

MARKS_BETWEEN_CELLS = (b",", b";", b"\t")
OWN_SERVER = "Show a dossier of this size on a server of your own: `python -m dash serve FOLDER`."


def require_small(folder: Path) -> None:
    """Make sure that a folder's tables, frame and pictures can be read within seconds.

    Raises:
        UnfitUploadError: It holds too much of one of them.
    """
    story = folder / FILE
    if story.is_file() and story.stat().st_size > LARGEST_STORY:
        raise UnfitUploadError(f"{FILE} has more than {LARGEST_STORY // 1_000_000} MB.")
    rows = cells = 0
    for wide, long in (*_tables(folder), *_sheets(folder)):
        rows, cells = rows + long, cells + wide
        if rows > MOST_ROWS or cells > MOST_CELLS:
            raise UnfitUploadError(
                f"The tables have more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells in all, "
                f"which is more than is read of an upload. {OWN_SERVER}"
            )
    pixels = list(_pixels(folder))
    if max(pixels, default=0) > LARGEST_PICTURE or sum(pixels) > MOST_PIXELS:
        raise UnfitUploadError(
            f"A picture of an upload has {LARGEST_PICTURE // 1_000_000} million pixels at most, "
            f"and all together {MOST_PIXELS // 1_000_000} million: save them smaller. {OWN_SERVER}"
        )


def _tables(folder: Path) -> Iterator[tuple[int, int]]:
    """Yield how many cells and rows each CSV file has at most; a row's cells may hold lines."""
    for file in folder.iterdir():
        if file.suffix.lower() == ".csv":
            content = file.read_bytes()
            lines = max(content.count(b"\n"), content.count(b"\r"))
            yield sum(map(content.count, MARKS_BETWEEN_CELLS)) + lines, lines


def _sheets(folder: Path) -> Iterator[tuple[int, int]]:
    """Yield the same of each sheet of a workbook; of one that is damaged, the check tells."""
    for file in workbook_files(folder):
        try:
            with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
                scans = scan_workbook(archive)
        except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, ValueError):
            continue
        except UnfitWorkbookError:
            continue
        for scan in scans.values():
            yield scan.rows * scan.columns, scan.rows


def _pixels(folder: Path) -> Iterator[int]:
    """Yield the size of each picture as its head says; what is none is told by the check."""
    for file in sorted((folder / FOLDER).glob("*")):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                with Image.open(file, formats=tuple(MEDIA_TYPES)) as image:
                    yield image.width * image.height
        except Exception:  # noqa: BLE001, S112 - a hostile file can make a reader raise anything
            continue
