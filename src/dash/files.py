"""Reading a file of a dossier that may come from a stranger."""

import os
import stat
from pathlib import Path

NO_FILE = "no regular file"


def read_regular(path: Path, at_most: int = -1) -> bytes:
    """Return what a regular file holds; a pipe or a device, which may never end, is refused.

    Args:
        path: The file.
        at_most: How many bytes are read; all of them where it is negative.

    Raises:
        OSError: The file is missing, is no regular file, or cannot be read.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, NO_FILE)
    with open(path, "rb", opener=_open_at_once) as file:
        # Looked at again: another thing may have taken the name since.
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, NO_FILE)
        return file.read(at_most)


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting for somebody to write: a pipe would block its reader."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
