"""The dossier that a page shows: the visitor's own, or the one that all visitors share.

The shared one is read once, and again when a file changes.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from dash.dossier.loaders import dossier_folder, open_dossier
from dash.dossier.model import Dossier
from dash.dossier.workbooks import workbook_files
from dash.maps.atlas import Atlas, gather_atlas
from dash.schema.story import FILE
from dash.schema.tables import TABLES
from dash.ui import memory, uploads
from dash.ui.lasting import KeptWith, Lasting
from dash.ui.shelf import shelf


def current_dossier() -> Dossier:
    """Return the dossier that this session's pages show."""
    upload = uploads.shown()
    if upload is not None and upload.report.dossier is not None:
        return upload.report.dossier
    return shared_dossier()


def shared_dossier() -> Dossier:
    """Return the dossier of this server; it is frozen, so sharing it is safe."""
    folder = dossier_folder()
    return _read(folder, _stamp(folder))


def dossier_under(token: str | None) -> Dossier | None:
    """Return the dossier that a request asks for: a visitor's by its token, or the server's.

    Args:
        token: Of a visitor's dossier; None for the server's.
    """
    if token is None:
        return shared_dossier()
    upload = shelf().find(token)
    return None if upload is None else upload.report.dossier


def current_atlas() -> Atlas:
    """Return the map of the dossier that this session's pages show.

    Raises:
        DossierError: places.csv or a file of the geography cannot be used.
    """
    return atlas_of(current_dossier())


@KeptWith
def atlas_of(dossier: Dossier) -> Atlas:
    """Return the map of a dossier, gathered once for all who read it.

    Raises:
        DossierError: places.csv or a file of the geography cannot be used.
    """
    return gather_atlas(dossier)


@Lasting
def _read(folder: Path, stamp: str) -> Dossier:  # noqa: ARG001 - part of the key
    memory.unsettle()
    return open_dossier(folder)


def folder_name() -> str:
    """Return what the dossier's folder is called, without the way to it: for messages."""
    upload = uploads.shown()
    return dossier_folder().name if upload is None else upload.name


def _stamp(folder: Path) -> str:
    """Return what changes when a file of the folder is edited, added, renamed or removed."""
    return " ".join(f"{file}:{_state(file)}" for file in _files(folder))


def _files(folder: Path) -> Iterator[str]:
    """Return the files that a dossier is read from; a hidden one is an editor's own.

    As text, and not as paths: each run of each page asks for them.
    """
    yield f"{folder}{os.sep}{FILE}"
    yield from (f"{folder}{os.sep}{name}.csv" for name in TABLES)
    yield from map(str, workbook_files(folder))
    # What cannot be listed, or goes meanwhile, is passed over.
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith((".geojson", ".parquet")) and not name.startswith("."):
                yield f"{place}{os.sep}{name}"


def _state(file: str) -> str:
    try:
        found = os.stat(file)  # noqa: PTH116 - as text, see _files
    except OSError:  # missing, a link that leads nowhere, a folder that may not be entered
        return "-"
    # The time of the last change of name or permissions belongs to it: they, too, decide.
    return f"{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_size}"
