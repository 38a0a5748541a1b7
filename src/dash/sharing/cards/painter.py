"""Cards painted by a process of their own, so that no page waits for one.

resvg holds Python's lock as long as it draws, some 60 ms a card, and the server's process stands
meanwhile. So one small process is started when the first card is asked for, and kept. It takes an
SVG on its input and gives a PNG on its output, each behind four bytes that say how long it is, and
it ends with its input: with the server. It imports nothing of this package.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock, Timer
from typing import IO, Any

# Seconds that a card may take; the largest that the records allow take a third of one.
LIMIT = 10.0
# Seconds after which one that did not start is tried again: the machine may have been busy.
AGAIN = 60.0
LENGTH_BYTES = 4
READY = b"ready"
# Behind the pages' own work, where processes have an order.
NICE = 5
COMMAND = (sys.executable, "-P", __file__)


class NotPaintedError(Exception):
    """A card that cannot be painted: it takes too long, or resvg does not take it."""


class NoProcessError(Exception):
    """No process can be started here, as some hosts want it."""


class Painter:
    """A process that paints one card after the other; whoever comes meanwhile waits."""

    def __init__(self, command: Sequence[str] = COMMAND, limit: float = LIMIT) -> None:
        """Start nothing yet.

        Args:
            command: What paints.
            limit: Seconds after which a card is given up, and its painter ended.
        """
        self._command, self._limit = command, limit
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._not_before = 0.0

    def paint(self, svg: str, fonts: Sequence[str], *, system: bool) -> bytes:
        """Return an SVG as a PNG.

        Args:
            svg: The drawing.
            fonts: Files of types.
            system: Whether the machine's own types are looked through, too.

        Raises:
            NotPaintedError: It takes too long, or is no drawing.
            NoProcessError: No painter can be started.
        """
        asked = json.dumps({"svg": svg, "fonts": list(fonts), "system": system}).encode()
        with self._lock:
            process = self._ready()
            stop = Timer(self._limit, process.kill)
            stop.start()
            try:
                _write(_pipe(process.stdin), asked)
                painted = _read(_pipe(process.stdout))
            except (OSError, EOFError) as error:
                self._end()
                raise NotPaintedError("The painter ended, or took too long.") from error
            finally:
                stop.cancel()
        if not painted:
            raise NotPaintedError("This is no drawing that resvg takes.")
        return painted

    def close(self) -> None:
        """End the process; the next card starts another."""
        with self._lock:
            self._end()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        if time.monotonic() < self._not_before:
            raise NoProcessError
        # Until it has said that it is ready, it is taken for one that cannot start.
        self._not_before = time.monotonic() + AGAIN
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own file, nothing of a dossier's
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        except OSError as error:
            raise NoProcessError from error
        stop = Timer(self._limit, self._process.kill)
        stop.start()
        try:
            told = _read(_pipe(self._process.stdout))
        except EOFError:
            told = b""
        finally:
            stop.cancel()
        if told != READY:
            self._end()
            raise NoProcessError
        self._not_before = 0.0
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


def paint(svg: str, fonts: Sequence[str], *, system: bool) -> bytes:
    """Return an SVG as a PNG, painted in this process.

    Raises:
        NotPaintedError: It is no drawing that resvg takes.
    """
    # Imported here: whoever draws no card needs none of it.
    import resvg_py  # noqa: PLC0415

    try:
        return resvg_py.svg_to_bytes(
            svg_string=svg, font_files=list(fonts), skip_system_fonts=not system
        )
    except ValueError as error:
        raise NotPaintedError(str(error)) from error


def serve(asked: IO[bytes], answers: IO[bytes]) -> None:
    """Paint what is asked for until nobody can ask any more; an empty answer says that it fails."""
    _write(answers, READY)
    while True:
        try:
            order: dict[str, Any] = json.loads(_read(asked))
        except EOFError:
            return
        try:
            _write(answers, paint(**order))
        except NotPaintedError:
            _write(answers, b"")


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # noqa: S101 - a process is started with both
    return pipe


def _write(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(len(content).to_bytes(LENGTH_BYTES) + content)
    pipe.flush()


def _read(pipe: IO[bytes]) -> bytes:
    length = int.from_bytes(_whole(pipe, LENGTH_BYTES))
    return _whole(pipe, length)


def _whole(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(NICE)
    # What the terminal sends to end the server ends this, too: by its input.
    with suppress(BrokenPipeError, KeyboardInterrupt):
        serve(sys.stdin.buffer, sys.stdout.buffer)
