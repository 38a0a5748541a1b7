"""Watch memory over some thousand runs: `uv run python -m tests.benchmarks.soak`.

Readers come and go, four at a time; each opens a page, changes something on it
nine times and leaves; all pages in turn. Prints a table of runs and memory
(resident set) and ends with exit code 1 when the memory still grows after the
warm-up by more than the bound. The warm-up is long because Streamlit keeps the
last 128 readers for two minutes, in case they come back.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import mean

import psutil

from tests.benchmarks import measuring
from tests.benchmarks.command import bounded
from tests.serving import ROOT, Server, start

READERS = 4
RUNS_PER_READER = 10
SAMPLES = 20
WARM_UP = 8  # samples; the first of 5000 runs that count come after 200 readers
COMPARED = 4  # samples at each end


@dataclass(frozen=True)
class Sample:
    """Memory of the server in MB after a number of runs."""

    runs: int
    megabytes: float


async def soak(server: Server, runs: int) -> AsyncIterator[Sample]:
    """Let readers come and go; yield the memory at the start and then SAMPLES times."""
    process = psutil.Process(server.process_id)
    pages = [
        (page, (await measuring.find_reruns(server.address, page))[-1])
        for page in measuring.page_names()
    ]
    readers, done = count(), 0
    for sample in range(SAMPLES + 1):
        while done < runs * sample / SAMPLES:
            visits = [pages[next(readers) % len(pages)] for _ in range(READERS)]
            await asyncio.gather(
                *(
                    measuring.measure_rerun(server, page, widget, RUNS_PER_READER - 1)
                    for page, widget in visits
                )
            )
            done += READERS * RUNS_PER_READER
        yield Sample(done, process.memory_info().rss / 1e6)


def growth(samples: Sequence[Sample]) -> float:
    """Return by how many MB the last samples lie above the first ones after the warm-up."""
    settled = [sample.megabytes for sample in samples[WARM_UP:]]
    return mean(settled[-COMPARED:]) - mean(settled[:COMPARED])


async def _watch(server: Server, runs: int) -> list[Sample]:
    samples = []
    print("| runs | memory, MB |\n| ---: | ---: |")
    async for sample in soak(server, runs):
        samples.append(sample)
        print(f"| {sample.runs} | {sample.megabytes:.1f} |", flush=True)
    return samples


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the soak; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.soak", description=__doc__)
    parser.add_argument("--runs", type=bounded(1000, 100_000), default=5000)
    parser.add_argument("--bound", type=bounded(1, 1000), default=10, help="MB; 10 if not given")
    parser.add_argument("server", nargs="*", help="options for the server, after --")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "server.log"
        with start(ROOT / "app.py", log, options.server) as server:
            grown = growth(asyncio.run(_watch(server, options.runs)))
    print(f"\nGrowth after the warm-up: {grown:+.1f} MB; the bound is {options.bound} MB.")
    return int(grown > options.bound)


if __name__ == "__main__":
    sys.exit(main())
