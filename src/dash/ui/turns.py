"""Readers' runs take turns: few work at a time, and who came first goes first.

Python lets one thread work at a time. Fifty runs that begin at once would share it in slices of
5 ms and end late, all of them; one after the other, each ends as soon as it can.
"""

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from dash.ui.lasting import Lasting

# Two: one works while the next is being woken.
AT_ONCE = 2
# A run that waits for something else, like an answer of a database, does not hold up the others.
LONGEST_SECONDS = 0.5


@dataclass(eq=False)
class _Turn:
    """One thread's turn: whether it has been called, and since when it works."""

    called: threading.Event = field(default_factory=threading.Event)
    began: float = 0.0


class Turns:
    """Turns of threads, in the order in which they ask."""

    def __init__(self, at_once: int = AT_ONCE, longest: float = LONGEST_SECONDS) -> None:
        """Begin with nobody at work.

        Args:
            at_once: How many work at the same time.
            longest: Seconds after which those who work no longer count, and others may begin.
        """
        self._at_once = at_once
        self._longest = longest
        self._lock = threading.Lock()
        self._waiting: deque[_Turn] = deque()
        self._at_work: deque[_Turn] = deque()
        self._own = threading.local()

    @contextmanager
    def take(self) -> Iterator[None]:
        """Wait for a turn and work; inside of a turn of the same thread, work at once."""
        if getattr(self._own, "works", False):
            yield
            return
        turn = _Turn()
        self._change(arriving=turn)
        while not turn.called.wait(self._longest):
            self._change()
        self._own.works = True
        try:
            yield
        finally:
            self._own.works = False
            self._change(leaving=turn)

    def _change(self, arriving: _Turn | None = None, leaving: _Turn | None = None) -> None:
        """Note who comes or goes, and call the next in the queue for each place that is free."""
        with self._lock:
            if arriving:
                self._waiting.append(arriving)
            if leaving and leaving in self._at_work:
                self._at_work.remove(leaving)
            now = time.monotonic()
            while self._at_work and now - self._at_work[0].began > self._longest:
                self._at_work.popleft()
            while self._waiting and len(self._at_work) < self._at_once:
                turn = self._waiting.popleft()
                turn.began = now
                self._at_work.append(turn)
                turn.called.set()


@Lasting
def turns() -> Turns:
    """Return the turns that all readers of this server take."""
    return Turns()
