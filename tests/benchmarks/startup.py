"""How long a server takes until it answers, beside one with a bare page."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from statistics import median

import psutil

from tests.serving import Server

Starter = Callable[[], AbstractContextManager[Server]]


def measure_starts(starters: Mapping[str, Starter], times: int) -> Iterator[str]:
    """Start each server that many times, in turns; yield the lines of a Markdown table.

    Args:
        starters: By name, what starts a server; the first is what the others are compared with.
        times: How often each is started.
    """
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in starters}
    for _ in range(times):
        for name, start in starters.items():
            began = time.perf_counter()
            with start() as server:
                seconds = time.perf_counter() - began
                spent = psutil.Process(server.process_id).cpu_times()
                found[name].append((seconds, spent.user + spent.system))
    yield "| start | seconds until healthy | CPU, seconds | times the bare page's CPU |"
    yield "| --- | ---: | ---: | ---: |"
    bare = median(spent for _, spent in next(iter(found.values())))
    for name, starts in found.items():
        seconds, spent = (median(column) for column in zip(*starts, strict=True))
        yield f"| {name} | {seconds:.1f} | {spent:.1f} | {spent / bare:.1f} |"
