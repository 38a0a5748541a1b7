"""How long a choice on the page of recorded deaths takes, by number of rows and engine.

    uv run --all-groups python -m tests.benchmarks.incidents FOLDER 10000 1000000 10000000

Makes so many rows in the folder, unless they are there, and prints a row of a Markdown table for
each engine, in a process of its own: the first answer, with which the sums by month are made; all
that the page asks for a choice not made before; the rows of a place; and the most memory that the
process took, a Sail server in it included. With --make, the rows are made and nothing is measured.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from pysail.spark import SparkConnectServer

from dash.incidents.answer import Answer
from dash.incidents.embedded import DuckDB
from dash.incidents.engine import Engine
from dash.incidents.record import Record
from dash.incidents.selection import Selection, point
from dash.incidents.server import Spark

CHUNK = 1_000_000
PLACES = 400
# Workers of Sail; in "local" it has none, and runs in threads.
ENGINES = ("DuckDB", "Sail, local", "Sail, 1", "Sail, 2", "Sail, 4")
CHOICES = [
    Selection(f"201{year}-06", f"201{year + 3}-12", parties, where)
    for year in (4, 5, 6)
    for parties, where in (
        (("deaths_a", "deaths_civilians"), (1, 2, 3)),
        (("deaths_civilians",), (1, 2, 3, 4, 5)),
        (("deaths_a", "deaths_b"), (1,)),
    )
]
HEAD = "| rows | engine | first answer | a choice | slowest choice | rows of a place | memory, MB |"


def made(folder: Path, rows: int) -> tuple[Path, ...]:
    """Return files of so many made rows, a file for each million; those that are there stay."""
    place = folder / str(rows)
    if not place.exists():
        unfinished = Path(tempfile.mkdtemp(dir=folder))
        make(unfinished, rows)
        unfinished.rename(place)
    return tuple(sorted(place.glob("*.parquet")))


def make(folder: Path, rows: int) -> None:
    """Write so many made rows."""
    numbers = np.random.default_rng(7)
    longitudes, latitudes = numbers.uniform(36, 40, PLACES), numbers.uniform(47, 50, PLACES)
    for start in range(0, rows, CHUNK):
        count = min(CHUNK, rows - start)
        at = numbers.integers(0, PLACES, count)
        days = np.sort(numbers.integers(16_071, 18_992, count)).astype("int32")
        deaths = numbers.poisson(0.7, (4, count)).astype("int32")
        best = deaths.sum(axis=0).astype("int32")
        columns = {
            "first_day": pa.array(days, pa.date32()),
            "last_day": pa.array(days, pa.date32()),
            "when_precision": pa.array(np.ones(count, "int8")),
            "place": pa.array([f"Place {n}" for n in range(PLACES)]).take(pa.array(at)),
            "longitude": pa.array(np.round(longitudes[at], 4)),
            "latitude": pa.array(np.round(latitudes[at], 4)),
            "where_precision": pa.array(numbers.integers(1, 6, count).astype("int8")),
            "events": pa.array(np.ones(count, "int32")),
            "deaths_a": pa.array(deaths[0]),
            "deaths_b": pa.array(deaths[1]),
            "deaths_civilians": pa.array(deaths[2]),
            "deaths_unknown": pa.array(deaths[3]),
            "low": pa.array(best),
            "best": pa.array(best),
            "high": pa.array(best + 1),
            "sic": pa.array(np.zeros(count, "bool")),
            "source": pa.array(["made"] * count),
        }
        file = folder / f"{start // CHUNK:04}.parquet"
        pq.write_table(pa.table(columns), file, compression="zstd")


def measure(engine: Engine) -> list[float]:
    """Return milliseconds: the first answer, the median and the slowest choice, rows of a place."""
    first = _timed(lambda: Record(engine).ask("span"))
    choices = [_timed(partial(choose, engine, chosen)) for chosen in CHOICES]
    place = Answer(Record(engine), CHOICES[0]).places[0]
    spot = Selection(point=point(place.key))
    return [
        first,
        median(choices),
        max(choices),
        _timed(lambda: Answer(Record(engine), spot).rows),
    ]


def choose(engine: Engine, selection: Selection) -> None:
    """Ask all that the page shows of a choice, none of which was asked before."""
    answer = Answer(Record(engine), selection)
    _ = answer.total, answer.on_the_map, answer.months, answer.places
    _ = answer.number_of_places, answer.wider, answer.most


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


def measure_here(folder: Path, rows: int, name: str) -> None:
    """Measure one engine in this process, and print its row."""
    files = made(folder, rows)
    if name == "DuckDB":
        told = measure(DuckDB(files, 120))
    else:
        with tempfile.TemporaryDirectory(dir=folder) as kept:
            told = _measure_sail(files, name.removeprefix("Sail, "), Path(kept))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    cells = " | ".join(f"{each:,.0f}" for each in (*told, memory))
    print(f"| {rows:,} | {name} | {cells} |", flush=True)


def _measure_sail(files: tuple[Path, ...], workers: str, kept: Path) -> list[float]:
    os.environ["SAIL_EXECUTION__CHECKPOINT__PATH"] = kept.as_uri()
    if workers != "local":
        os.environ["SAIL_MODE"] = "local-cluster"
        os.environ["SAIL_CLUSTER__WORKER_INITIAL_COUNT"] = workers
        os.environ["SAIL_CLUSTER__WORKER_MAX_COUNT"] = workers
    server = SparkConnectServer(ip="127.0.0.1", port=0)
    server.start(background=True)
    url = f"sc://127.0.0.1:{server.listening_address[1]}"
    told = measure(Spark(url, str(files[0].parent), limit=120))
    server.stop()
    return told


def main() -> None:
    """Measure each size on each engine."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("rows", type=int, nargs="+")
    parser.add_argument("--make", action="store_true")
    parser.add_argument("--engine", choices=ENGINES)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.make:
        for rows in asked.rows:
            made(asked.folder, rows)
    elif asked.engine:
        measure_here(asked.folder, asked.rows[0], asked.engine)
    else:
        print(HEAD, flush=True)
        for rows in asked.rows:
            for name in ENGINES:
                command = [sys.executable, "-m", "tests.benchmarks.incidents", str(asked.folder)]
                subprocess.run([*command, str(rows), "--engine", name], check=True)


if __name__ == "__main__":
    main()
