"""How slow this machine is now, so that bounds in seconds mean the same on every machine.

The same work takes twice as long on a machine whose neighbours are busy. A bound is given in
seconds of the machine it was set on; a piece of work that took that machine a known time tells,
before and after what is bounded, what those seconds are here.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

# Seconds of CPU that `_work` took the machine on which the bounds were set.
STANDARD = 0.1


def slowness() -> float:
    """Return how many times as long as the standard machine this one takes now; at least 1."""
    start = time.thread_time()
    _work()
    return max(1.0, (time.thread_time() - start) / STANDARD)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail if what is done inside takes more CPU than so many seconds of the standard machine."""
    before = slowness()
    start = time.process_time()
    yield
    taken = time.process_time() - start
    bound = seconds * max(before, slowness())
    assert taken < bound, f"{taken:.2f} s of CPU; {seconds} of the standard machine are {bound:.2f}"


def _work() -> None:
    """Do what most of the code does: take text apart, count it, sort it, join it."""
    text = "Nobody knows how many soldiers stand there, " * 50
    for number in range(2_600):
        words = f"{number} {text}".replace(",", "").split()
        counts: dict[str, int] = {}
        for word in words:
            counts[word] = counts.get(word, 0) + len(word)
        " ".join(sorted(counts, key=lambda word: (-counts[word], word)))
