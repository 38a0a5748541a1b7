"""The dashboard as a part of somebody's repository: a script of three lines that a host runs.

`streamlit run` reads settings from beside the script that it is given, which there is not app.py:
those that nobody has set are taken from beside app.py.
"""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit import config

from dash.dossier.loaders import DOSSIER
from dash.installed import app_folder, app_script


def dashboard(script: str, folder: str) -> dict[str, Any]:
    """Return the arguments with which `st.App` shows a dossier.

    Args:
        script: The script that calls this: its `__file__`.
        folder: The dossier's folder, relative to the script's.

    Raises:
        FileNotFoundError: There is no such folder.
    """
    from dash.ui import server  # noqa: PLC0415 - settings come first: they are read on import

    dossier = Path(script).resolve().parent / folder
    if not dossier.is_dir():
        raise FileNotFoundError(f"There is no folder {dossier}: name the one of the dossier.")
    os.environ[DOSSIER] = str(dossier)
    set_defaults()
    return {"script_path": app_script(), **server.parts()}


def set_defaults() -> None:
    """Give Streamlit the settings that stand beside app.py, but for those that somebody set."""
    file = app_folder() / ".streamlit" / "config.toml"
    for key, value in _flat(tomllib.loads(file.read_text(encoding="utf-8"))):
        if not config.is_manually_set(key):
            config.set_option(key, value)


# Any: TOML nests values of every kind.
def _flat(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value
