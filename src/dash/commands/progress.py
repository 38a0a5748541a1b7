"""A bar that shows on a terminal how far a command is, once it takes longer than a second."""

import sys
import time
from typing import TextIO

WIDTH = 24
PATIENCE = 1.0


class Progress:
    """A bar of a known number of steps on the standard error stream; a file or a pipe gets none."""

    def __init__(self, steps: int, stream: TextIO | None = None) -> None:
        """Begin to count the time."""
        self._steps = steps
        self._stream = sys.stderr if stream is None else stream
        self._begun = time.monotonic()
        self._done = -1
        self._drawn = 0

    def step(self, name: str) -> None:
        """Say which step begins; the one before it is done."""
        self.reach(self._done + 1, name)

    def reach(self, done: int, name: str) -> None:
        """Say how many steps are done, and what is at work."""
        self._done = done
        if not self._stream.isatty() or time.monotonic() - self._begun < PATIENCE:
            return
        filled = round(WIDTH * min(self._done, self._steps) / self._steps)
        line = f"[{'#' * filled}{'.' * (WIDTH - filled)}] {name}"
        self._write(line.ljust(self._drawn))
        self._drawn = len(line)

    def clear(self) -> None:
        """Take the bar away."""
        if self._drawn:
            self._write(" " * self._drawn)
            self._write("")
            self._drawn = 0

    def _write(self, line: str) -> None:
        self._stream.write(f"\r{line}")
        self._stream.flush()
