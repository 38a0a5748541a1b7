"""Measure two replicas against one, and kill one under load.

`uv run --all-groups python -m tests.replicas`; it wants HAProxy, `apt-get install haproxy`.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks import measuring
from tests.benchmarks.command import bounded
from tests.replicas.proxy import NAMES, balanced
from tests.replicas.readers import Outcome, live_through
from tests.serving import ROOT, start

LONGEST_AWAY = 5.0


def compare(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """Measure one server and then both replicas, in turns; yield the lines of a table."""
    yield "| round | sessions | servers | runs a second | median, ms | p95, ms | client, cores |"
    yield "| ---: | ---: | --- | ---: | ---: | ---: | ---: |"
    rates: dict[str, list[float]] = {"one": [], "two": [], "two, client discounted": []}
    for number in range(1, options.rounds + 1):
        with start(ROOT / "app.py", folder / "alone.log") as server:
            one = asyncio.run(_load(server.address, options))
        with balanced(folder) as both:
            two = asyncio.run(_load(both.address, options))
        for name, load in ("one", one), ("two behind HAProxy", two):
            yield (
                f"| {number} | {options.sessions} | {name} | {load.rate:.0f} "
                f"| {load.median:.0f} | {load.p95:.0f} | {load.client:.2f} |"
            )
        rates["one"].append(one.rate)
        rates["two"].append(two.rate)
        rates["two, client discounted"].append(discounted(two, os.cpu_count() or 1))
    yield ""
    alone = median(rates["one"])
    for name, measured in rates.items():
        rate = median(measured)
        yield f"{name}: {rate:.0f} runs a second, {rate / alone:.2f} times one server's."


def discounted(load: measuring.Load, cores: int) -> float:
    """Return the runs a second that the servers would reach with the client on another machine.

    Servers that keep all cores busy share them with the client: without it they have `cores`
    instead of `cores - client`. One server alone is not corrected: it keeps one core busy, since
    one thread at a time runs Python, and the client has the other.
    """
    return load.rate * cores / max(1.0, cores - load.client)


async def _load(address: str, options: argparse.Namespace) -> measuring.Load:
    visits = await measuring.find_visits(address, measuring.page_names())
    return await measuring.measure_load(address, visits, options.sessions, options.seconds)


def report(outcome: Outcome) -> Iterator[str]:
    """Say what readers lived through when a replica was killed."""
    away, others = outcome.seconds_away(), outcome.others
    yield f"{len(outcome.diaries)} readers; the replica of {len(outcome.struck)} was killed."
    broken = sum(diary.lost is not None for diary in others)
    before, after = (outcome.p95(others, after=when) for when in (False, True))
    yield (
        f"Of the {len(others)} others, {broken} lost the connection; 95 of 100 of their runs took "
        f"at most {1000 * before:.0f} ms before and {1000 * after:.0f} ms after."
    )
    yield (
        f"{len(away)} of {len(outcome.struck)} were back: after {median(away):.1f} s in the "
        f"median, {max(away):.1f} s at most."
    )
    same = sum(diary.found_the_same for diary in outcome.struck)
    yield f"{same} of {len(outcome.struck)} found the page as it was, at the same address."


def is_sound(outcome: Outcome) -> bool:
    """Say whether nobody else was struck, and all who were are back in time, at the same page."""
    away = outcome.seconds_away()
    return (
        bool(away)
        and len(away) == len(outcome.struck)
        and max(away) <= LONGEST_AWAY
        and all(diary.found_the_same for diary in outcome.struck)
        and all(diary.lost is None for diary in outcome.others)
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run both; return the exit code: 1 when the killed replica's readers came to harm."""
    parser = argparse.ArgumentParser(prog="python -m tests.replicas", description=__doc__)
    parser.add_argument("--sessions", type=bounded(2, 200), default=50, help="of the benchmark")
    parser.add_argument("--seconds", type=bounded(2, 120), default=10, help="length of a rate")
    parser.add_argument("--rounds", type=bounded(0, 20), default=3, help="of the benchmark")
    parser.add_argument("--readers", type=bounded(4, 200), default=20, help="of the failure")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for line in compare(folder, options) if options.rounds else ():
            print(line, flush=True)
        with balanced(folder) as both:
            lived = live_through(both, options.readers, NAMES[0], 2 * options.seconds)
            outcome = asyncio.run(lived)
    print("", *report(outcome), sep="\n", flush=True)
    return 0 if is_sound(outcome) else 1


if __name__ == "__main__":
    sys.exit(main())
