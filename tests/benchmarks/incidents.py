"""How long the queries of the recorded deaths take, by number of rows and engine.

    uv run --all-groups python -m tests.benchmarks.incidents 10000 1000000 10000000

Makes so many rows in a temporary folder, asks each query of QUERIES three times in a fresh record,
and prints the median and the largest, in milliseconds, with the memory of this process.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np
import psutil
import pyarrow as pa
import pyarrow.parquet as pq
from pysail.spark import SparkConnectServer

from dash.incidents.engine import DuckDB, Engine, Record, Spark
from dash.incidents.queries import QUERIES
from dash.incidents.selection import Selection

CHUNK = 1_000_000
PLACES = 400
TIMES = 3
CHOSEN = Selection("2014-06", "2019-12", ("deaths_a", "deaths_civilians"), (1, 2, 3))


def make(folder: Path, rows: int) -> tuple[Path, ...]:
    """Write so many made rows, a file for each million."""
    numbers, files = np.random.default_rng(7), []
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
        files.append(folder / f"{start // CHUNK:04}.parquet")
        pq.write_table(pa.table(columns), files[-1], compression="zstd")
    return tuple(files)


def measure(engine: Engine) -> dict[str, float]:
    """Return the median milliseconds of each query, the first of all left out."""
    Record(engine).ask("span")
    told = {}
    for query in QUERIES:
        taken = []
        for _ in range(TIMES):
            begun = time.perf_counter()
            Record(engine).ask(query, CHOSEN)
            taken.append(1000 * (time.perf_counter() - begun))
        told[query] = median(taken)
    return told


def main(sizes: list[int]) -> None:
    """Measure each size on both engines and print rows of a Markdown table."""
    server = SparkConnectServer(ip="127.0.0.1", port=0)
    server.start(background=True)
    url = f"sc://127.0.0.1:{server.listening_address[1]}"
    print(f"| rows | engine | {' | '.join(QUERIES)} | memory, MB |")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            files = make(Path(folder), size)
            engines: dict[str, Engine] = {
                "DuckDB": DuckDB(files, 120),
                "Sail": Spark(url, folder, 120),
            }
            for name, engine in engines.items():
                told = " | ".join(f"{each:,.0f}" for each in measure(engine).values())
                memory = psutil.Process().memory_info().rss / 1e6
                print(f"| {size:,} | {name} | {told} | {memory:,.0f} |", flush=True)
    server.stop()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 1_000_000])
