"""What visitors' dossiers leave behind: open many, look at pages, go, and count.

    uv run --all-groups python -m tests.benchmarks.uploads --count 200

Two visitors are there at a time, each with a dossier of their own. One closes it, the other only
leaves. Afterwards it counts the folders and the dossiers in memory that are left, and by how much
the process has grown since the first tenth, when everything was read and imported once.
"""

import argparse
import gc
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
from streamlit.testing.v1 import AppTest

from dash.dossier.model import Dossier
from dash.ui.shelf import AWAY, PREFIX, sweep
from tests.checking import archives
from tests.pages.app import open_page

PAGES = ("pages/quotes.py", "pages/slideshow.py", "pages/map.py", "pages/search.py")
WARM = 10


@dataclass(frozen=True)
class Left:
    """What is left after all have gone.

    Attributes:
        opened: How many dossiers were opened.
        folders: How many folders of uploads there are.
        dossiers: How many dossiers of uploads there are in memory.
        megabytes: By how much the process has grown since it was warm.
        seconds: How long one visitor took, in the middle.
    """

    opened: int
    folders: int
    dossiers: int
    megabytes: float
    seconds: float


def open_and_leave(count: int) -> Left:
    """Let so many visitors come, two at a time, and go; count what they leave.

    Raises:
        AssertionError: A page shows an error, or another visitor's dossier.
    """
    before, begun = 0.0, time.perf_counter()
    for number in range(0, count, 2):
        if number == max(2, count // WARM):
            before = _megabytes()
        _two_visitors(number)
    seconds = (time.perf_counter() - begun) / count
    return Left(count, len(list(_folders())), len(_dossiers()), _megabytes() - before, seconds)


def _two_visitors(number: int) -> None:
    one, other = _visitor(number), _visitor(number + 1)
    for page in PAGES:
        for app, own in ((one, number), (other, number + 1)):
            app.switch_page(page).run()
            assert not app.exception
            assert not app.error
            shown = " ".join(element.value for element in app.markdown)
            assert f"visitor-{own}.zip" in shown.replace("\\", "")
    one.button(key="own_close").click().run()
    sweep(0, lambda _: False)
    sweep(AWAY, lambda _: False)


def _visitor(number: int) -> AppTest:
    """Come with a dossier of which nobody else has the like."""
    files = archives.example()
    title = f"A paper giant goes to sea {number} times".encode()
    files["dossier.toml"] = files["dossier.toml"].replace(b"A paper giant goes to sea", title)
    app = open_page("pages/open.py")
    sent = (f"visitor-{number}.zip", archives.packed(files), "application/zip")
    app.file_uploader[0].set_value([sent]).run()
    app.button(key="open_show").click().run()
    return app


def _folders() -> Iterator[Path]:
    return Path(tempfile.gettempdir()).glob(f"{PREFIX}{os.getpid()}-*")


def _dossiers() -> list[Dossier]:
    """Return the dossiers in memory that lie where uploads do."""
    gc.collect()
    found = (thing for thing in gc.get_objects() if isinstance(thing, Dossier))
    return [dossier for dossier in found if dossier.folder.name.startswith(PREFIX)]


def _megabytes() -> float:
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 2**20


def main() -> None:
    """Print what is left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    left = open_and_leave(parser.parse_args().count)
    print(
        f"{left.opened} dossiers opened, {left.seconds:.1f} s each: {left.folders} folders and "
        f"{left.dossiers} dossiers left, {left.megabytes:+.1f} MB since it was warm"
    )


if __name__ == "__main__":
    main()
