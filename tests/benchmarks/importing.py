"""How long the import of an event file takes, and how much memory, by number of rows.

    uv run --all-groups python -m tests.benchmarks.importing 1000000 10000000

Makes so many rows in UCDP GED's columns, with a line break inside a cell of each, in a temporary
folder, imports them with the command, and prints rows of a Markdown table.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tests import factories as make
from tests.importing import events

# Rows that are made once, and written again and again, each time with ids of their own.
BLOCK = 20_000
NUMBER = "@"
PLACES = 5_000
# A process counts as its own peak what its parent held when it began, so the parent is a small one.
LAUNCHER = """
import os, sys
said = [(os.POSIX_SPAWN_DUP2, 2, 1)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=said)
_, status, used = os.wait4(child, 0)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


class Measured(NamedTuple):
    """What an import cost: seconds, CPU seconds, and the most memory in MB."""

    seconds: float
    cpu: float
    memory: float


def made(file: Path, rows: int) -> Path:
    """Write so many rows of UCDP GED, and return the file."""
    block = "".join(events.lines([*_rows(min(rows, BLOCK))])[1:])
    with file.open("w", encoding="utf-8", newline="") as text:
        text.write(events.lines([])[0])
        for number in range(rows // BLOCK or 1):
            text.write(block.replace(NUMBER, str(number)))
    return file


def _rows(number: int) -> Iterator[dict[str, object]]:
    numbers = np.random.default_rng(7)
    for row in range(number):
        deaths = [int(each) for each in numbers.poisson(0.7, 4)]
        day = np.datetime64("1989-01-01") + int(numbers.integers(0, 13_000))
        yield events.ged(
            id=f"{NUMBER}{row:05}",
            source_original="Agency\nand another",
            where_coordinates=f"Place {numbers.integers(0, PLACES)}",
            latitude=f"{numbers.uniform(40, 50):.6f}",
            longitude=f"{numbers.uniform(20, 40):.6f}",
            where_prec=int(numbers.integers(1, 6)),
            date_start=f"{day} 00:00:00.000",
            date_end=f"{day} 00:00:00.000",
            **dict(
                zip(
                    ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
                    deaths,
                    strict=True,
                )
            ),
            low=sum(deaths),
            best=sum(deaths),
            high=sum(deaths) + 1,
        )


def measure(file: Path, folder: Path) -> Measured:
    """Import a file into a dossier with the command, in a process of its own.

    Raises:
        RuntimeError: The import failed; the message is what it said.
    """
    command = [sys.executable, "-m", "dash", "incidents", str(file), str(folder), "--replace"]
    begun = time.perf_counter()
    launched = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCHER, *command], capture_output=True, text=True, check=True
    )
    seconds = time.perf_counter() - begun
    status, cpu, memory = launched.stdout.split()
    if int(status):
        raise RuntimeError(launched.stderr)
    return Measured(seconds, float(cpu), int(memory) / 1e3)


def main(sizes: list[int]) -> None:
    """Measure each size and print rows of a Markdown table."""
    print("| rows | file, MB | seconds | CPU seconds | memory, MB | table, MB |")
    with tempfile.TemporaryDirectory() as temporary:
        folder = make.write(Path(temporary) / "dossier", make.STORY + make.INCIDENTS)
        for size in sizes:
            file = made(Path(temporary) / "ged.csv", size)
            cost = measure(file, folder)
            table = sum(each.stat().st_size for each in (folder / "incidents").rglob("*.parquet"))
            print(
                f"| {size:,} | {file.stat().st_size / 1e6:,.0f} | {cost.seconds:,.0f} | "
                f"{cost.cpu:,.0f} | {cost.memory:,.0f} | {table / 1e6:,.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 1_000_000])
