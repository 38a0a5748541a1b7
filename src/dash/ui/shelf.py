"""The dossiers that visitors brought, of all sessions of this process, and how they go.

Each lies in a temporary folder that only this process's user may read, under a token that nobody
can guess. It goes when its visitor closes it or has left, and what was made of it goes with it.
"""

import asyncio
import gc
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from streamlit.runtime import Runtime

from dash.checking.report import Report
from dash.drawings.ground import outlines
from dash.glossary import pattern_of
from dash.statements.wording import diff_words
from dash.ui.lasting import Lasting

PREFIX = "dossier-upload-"
# Seconds after which an upload goes: its visitor has left (Streamlit keeps a session as long for
# a browser that comes back), or has not moved on any page.
AWAY, IDLE = 120, 3600
BETWEEN_LOOKS = 5


@dataclass(eq=False)
class Upload:
    """A visitor's dossier.

    Attributes:
        token: Names it in addresses of pictures and of the map's ground.
        session: The session that it belongs to.
        name: What its visitor calls it.
        folder: Where it lies.
        report: What came of checking it.
        left_aside: The files that no dossier is read from.
        size: How many bytes it counts as.
        seen: When a page last asked for it, by `time.monotonic`.
        gone: Since when its visitor has been away, by the same clock.
    """

    token: str
    session: str
    name: str
    folder: Path
    report: Report
    left_aside: tuple[str, ...]
    size: int
    seen: float
    gone: float | None = None


@dataclass
class Shelf:
    """All uploads of this process."""

    checking: Lock = field(default_factory=Lock)
    _held: dict[str, Upload] = field(default_factory=dict)

    def find(self, token: str) -> Upload | None:
        """Return an upload by its token."""
        return self._held.get(token)

    def all(self) -> list[Upload]:
        """Return the uploads of this moment."""
        return list(self._held.values())

    def add(self, upload: Upload) -> None:
        """Keep an upload."""
        self._held[upload.token] = upload

    def remove(self, token: str) -> None:
        """Let go of an upload, of its files, and of what was made of its words."""
        upload = self._held.pop(token, None)
        if upload is not None:
            shutil.rmtree(upload.folder, ignore_errors=True)
            # What is remembered for all readers of some calls: the rest lies with the dossier.
            for remembered in (outlines, diff_words, pattern_of):
                remembered.cache_clear()


@Lasting
def shelf() -> Shelf:
    """Return the uploads of this process."""
    return Shelf()


def new_folder() -> Path:
    """Make an empty folder for an upload, which only this process's user may enter."""
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))


def sweep(now: float, is_here: Callable[[str], bool]) -> set[str]:
    """Let go of the uploads of visitors who have left, and of those that nobody looks at.

    Args:
        now: The time by `time.monotonic`.
        is_here: Whether a session has a browser.

    Returns:
        The sessions that have left.
    """
    left = set()
    for upload in shelf().all():
        if is_here(upload.session):
            upload.gone = None
        elif upload.gone is None:
            upload.gone = now
        if upload.gone is not None and now - upload.gone >= AWAY:
            left.add(upload.session)
        elif now - upload.seen < IDLE:
            continue
        shelf().remove(upload.token)
    return left


async def keep_swept() -> None:
    """Sweep again and again, as long as the server runs; on its event loop."""
    while True:
        await asyncio.sleep(BETWEEN_LOOKS)
        if not shelf().all() or not Runtime.exists():
            continue
        runtime = Runtime.instance()
        for session in sweep(time.monotonic(), runtime.is_active_session):
            # Its fragments know the dossier: without it they go when Streamlit looks next.
            runtime.close_session(session)
        if not shelf().all():
            await asyncio.to_thread(gc.collect)


def clear_up() -> None:
    """Delete what a process left behind that had no time to; and all of this one's."""
    for upload in shelf().all():
        shelf().remove(upload.token)
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        process = folder.name.removeprefix(PREFIX).partition("-")[0]
        if process == str(os.getpid()) or not _runs(process):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(process: str) -> bool:
    with suppress(ProcessLookupError, ValueError, OverflowError):
        try:
            os.kill(int(process), 0)
        except PermissionError:
            return True  # of another user, whose files are not ours to delete either
        return True
    return False
