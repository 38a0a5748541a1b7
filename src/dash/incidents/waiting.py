"""What takes long is worked out in a thread of its own: awaited for so long, and not for ever."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

LIMIT_SECONDS = 20.0
TOO_LONG = "The answer took longer than {limit:g} seconds, so the question was given up."
STILL_ADDED_UP = (
    "The record is large, and is being added up by month for its first reader: ask again in a "
    "moment."
)

T = TypeVar("T")


class EngineError(Exception):
    """A question could not be answered; the message says why, and what to do, to a reader."""


class StillAddedUpError(EngineError):
    """The sums by month are being made, which goes on: there will be an answer later."""


class Once(Generic[T]):
    """What takes long, made once in a thread of its own; a failure is not kept."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Keep how it is made."""
        self._make = make
        self._lock = threading.Lock()
        self._made: Future[T] | None = None

    def within(self, seconds: float) -> T:
        """Return it, or raise what making it raised.

        Raises:
            StillAddedUpError: It took longer than so many seconds, and goes on.
        """
        with self._lock:
            if self._made is None or (self._made.done() and self._made.exception()):
                self._made = _in_thread(self._make)
            made = self._made
        try:
            return made.result(seconds)
        except TimeoutError as error:
            if made.done():  # it was the answer
                raise
            raise StillAddedUpError(STILL_ADDED_UP) from error


def in_time(ask: Callable[[], T], limit: float) -> T:
    """Return what a function returns or raises, or give it up: it goes on in a thread of its own.

    Raises:
        EngineError: It took longer than so many seconds.
    """
    answer = _in_thread(ask)
    try:
        return answer.result(limit)
    except TimeoutError as error:
        if answer.done():  # it was the answer
            raise
        raise EngineError(TOO_LONG.format(limit=limit)) from error


def _in_thread(work: Callable[[], T]) -> Future[T]:
    """Begin to work in a thread that does not keep the process alive."""
    result: Future[T] = Future()

    def run() -> None:
        try:
            result.set_result(work())
        except Exception as error:  # noqa: BLE001 - it is raised in the thread that asks for it
            result.set_exception(error)

    threading.Thread(target=run, name="incidents", daemon=True).start()
    return result
