"""The dossier that all visitors share, read once and again when a file changes."""

from pathlib import Path

import streamlit as st

from dash.dossier.loaders import dossier_folder, open_dossier
from dash.dossier.model import Dossier
from dash.maps.atlas import Atlas, gather_atlas


def current_dossier() -> Dossier:
    """Return the dossier of this server; it is frozen, so sharing it is safe."""
    folder = dossier_folder()
    return _read(folder, _stamp(folder))


def current_atlas() -> Atlas:
    """Return the map of this server's dossier.

    Raises:
        DossierError: places.csv or a file of the geography cannot be used.
    """
    folder = dossier_folder()
    return _gather(folder, _stamp(folder))


@st.cache_resource(show_spinner=False, max_entries=1)
def _gather(folder: Path, stamp: str) -> Atlas:
    return gather_atlas(_read(folder, stamp))


@st.cache_resource(show_spinner="Reading the dossier …", max_entries=1)
def _read(folder: Path, stamp: str) -> Dossier:  # noqa: ARG001 - part of the key
    return open_dossier(folder)


def _stamp(folder: Path) -> str:
    """Return what changes when a file of the folder is edited, added or removed.

    As one text: Streamlit makes a key of it at every run, number by number if it were many.
    """
    patterns = ("*.csv", "*.toml", "**/*.geojson")
    files = sorted(file for pattern in patterns for file in folder.glob(pattern))
    stats = [file.stat() for file in files]
    return " ".join(f"{stat.st_mtime_ns}:{stat.st_size}" for stat in stats)
