"""The guard of the import name `dash`, and the way in for a script of somebody's own.

Plotly's Dash has the same import name as this project's package. Every page
imports this module first, so that a mix-up is told in plain words instead of
ending in a missing module.
"""

import importlib.util
from pathlib import Path
from typing import Any


class WrongDashError(ImportError):
    """Another package called `dash` stands in the way of this project's own."""


def check_import_name(folder: Path) -> None:
    """Make sure that `import dash` finds the package in `folder`.

    Args:
        folder: The folder that holds this project's `dash` package.

    Raises:
        WrongDashError: The name leads elsewhere, or Plotly's files lie over ours.
    """
    found = importlib.util.find_spec("dash")
    origin = Path(found.origin).parent if found and found.origin else None
    ours = folder / "dash"
    if origin == ours and not (ours / "dash.py").exists():
        return
    raise WrongDashError(
        f"`import dash` finds {origin}, not this project's package in {ours}. "
        "Plotly's Dash has the same import name, and the two cannot share an environment. "
        "Remove it (`pip uninstall dash`), or start the dashboard in an environment of its "
        "own: `uv run streamlit run app.py`."
    )


def dashboard(script: str, folder: str) -> dict[str, Any]:
    """Return the arguments with which `st.App` shows a dossier: docs/publish.md has the script.

    Args:
        script: The script that calls this: its `__file__`.
        folder: The dossier's folder, relative to the script's.

    Raises:
        FileNotFoundError: There is no such folder.
    """
    from dash.ui import hosted  # noqa: PLC0415 - only once the name is known to be ours

    return hosted.dashboard(script, folder)


check_import_name(Path(__file__).parent)
