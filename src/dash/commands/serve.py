"""`python -m dash serve`: show a dossier in the browser, from an installed package too."""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from dash.dossier.loaders import DOSSIER, dossier_folder, require_folder
from dash.installed import app_script
from dash.schema.problems import DossierError

HELP = "show a dossier in the browser"
HERE_ALONE, PORT = "localhost", 8501


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.epilog = (
        "Every other setting of Streamlit is an environment variable, such as "
        "STREAMLIT_SERVER_HEADLESS=true; those of the dossier stand in docs/hosting.md."
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, help="default: $DOSSIER, or the dossier that ships"
    )
    parser.add_argument("--port", type=int, default=PORT, help=f"default: {PORT}")
    parser.add_argument(
        "--address",
        default=HERE_ALONE,
        help="who can reach it: this computer alone by default, everybody with 0.0.0.0",
    )


def run(given: argparse.Namespace) -> int:
    """Serve until somebody stops it; 2 where there is no such dossier."""
    folder = (given.folder or dossier_folder()).resolve()
    try:
        require_folder(folder)
    except DossierError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"Showing {folder}. A change in a file shows on the next reload; Ctrl+C stops it.")
    return _become(command(given), os.environ | {DOSSIER: str(folder)})


def command(given: argparse.Namespace) -> list[str]:
    """Return the command that serves: `streamlit run` by this Python."""
    options = [f"--server.address={given.address}", f"--server.port={given.port}"]
    return [sys.executable, "-m", "streamlit", "run", str(app_script()), *options]


def _become(words: list[str], environment: Mapping[str, str]) -> int:
    """Run a command in place of this process, so that who stops the one stops the other."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(words[0], words, environment)  # noqa: S606 - no shell: its words are ours
    return subprocess.call(words, env=environment)  # noqa: S603
