"""Print tables of what the dashboard costs, each beside a bare page of Streamlit's.

`uv run --all-groups python -m tests.benchmarks` measures start-up, each page, all pages mixed,
and loads in a browser; `--parts` chooses among them.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from tests.benchmarks import measuring
from tests.benchmarks.client import open_tab
from tests.benchmarks.command import bounded
from tests.benchmarks.loads import BARE_WORDS, LAST_WORDS, measure_loads
from tests.benchmarks.startup import measure_starts
from tests.serving import ROOT, Server, start

BARE = 'import streamlit as st\n\nst.title("Bare")\nst.checkbox("A tick")\n'
MOST_SESSIONS = 200


def benchmark(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Measure the chosen parts; yield the lines of a Markdown table for each."""
    for part in options.parts:
        yield from PARTS[part](options, folder)
        yield ""


def starts(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Measure how long the servers take until they answer."""
    _tell(f"starts, {options.rounds} times")
    servers = {
        "bare Streamlit": partial(_bare, folder),
        "the dashboard": partial(_dashboard, options, folder),
    }
    yield from measure_starts(servers, options.rounds)


def loads(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Measure how long a browser takes for each page."""
    _tell(f"loads in a browser, {options.rounds} times")
    with _bare(folder) as bare, _dashboard(options, folder) as server:
        pages = {f"`/{page}`": (f"{server.address}/{page}", LAST_WORDS) for page in options.pages}
        addresses = {"bare Streamlit": (bare.address, BARE_WORDS), **pages}
        yield from measure_loads(addresses, options.rounds)


def mix(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Measure the runs a second of readers on all pages at the same time."""
    yield "| sessions on | sessions | runs a second | median, ms | p95, ms | client, cores |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for count in (*options.sessions, MOST_SESSIONS):
        with _bare(folder) as server:
            yield asyncio.run(_mixed(server, "bare Streamlit", [""], count, options))
        with _dashboard(options, folder) as server:
            yield asyncio.run(_mixed(server, "all pages", options.pages, count, options))


async def _mixed(
    server: Server, name: str, pages: Sequence[str], count: int, options: argparse.Namespace
) -> str:
    _tell(f"{name}: {count} sessions, mixed, for {options.seconds:g} seconds")
    visits = await measuring.find_visits(server.address, pages)
    await asyncio.to_thread(measuring.until_warm, server)
    load = await measuring.measure_load(server.address, visits, count, options.seconds)
    return (
        f"| {name} | {count} | {load.rate:.0f} | {load.median:.0f} | {load.p95:.0f} "
        f"| {load.client:.2f} |"
    )


def each_page(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Measure a bare page and the chosen pages, one at a time."""
    rates = " / ".join(str(count) for count in options.sessions)
    yield f"| page | run | time, ms | CPU, ms | kB | runs a second at {rates} sessions |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    with _bare(folder) as server:
        yield from asyncio.run(rows(server, "", "bare Streamlit", options))
    for page in options.pages:
        # A server for each page: what one leaves behind does not weigh on the next.
        with _dashboard(options, folder) as server:
            yield from asyncio.run(rows(server, page, f"`/{page}`", options))


# In the order of printing.
PARTS = {"starts": starts, "pages": each_page, "mix": mix, "loads": loads}


def _bare(folder: Path) -> AbstractContextManager[Server]:
    script = folder / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    return start(script, folder / "bare.log", ["--browser.gatherUsageStats=false"])


def _dashboard(options: argparse.Namespace, folder: Path) -> AbstractContextManager[Server]:
    log = folder / "server.log"
    return start(ROOT / "app.py", log, options.server, uvicorn=options.uvicorn)


async def rows(server: Server, page: str, name: str, options: argparse.Namespace) -> list[str]:
    """Measure one page of a server that nobody has visited yet; return its rows of the table."""
    _tell(f"{name}: first visit")
    first = await _first_visit(server, page)
    table = [f"| {name} | first visit of a new server | {first:.0f} | | | |"]
    await asyncio.to_thread(measuring.until_warm, server)
    _tell(f"{name}: first run, {options.runs} times")
    table.append(_row(name, await measuring.measure_first_run(server, page, options.runs), ""))
    for widget in await measuring.find_reruns(server.address, page):
        _tell(f"{name}: {measuring.describe(widget)}, {options.runs} times")
        cost = await measuring.measure_rerun(server, page, widget, options.runs)
        rates = []
        for count in options.sessions:
            _tell(f"{name}: {count} sessions for {options.seconds:g} seconds")
            rate = await measuring.measure_rate(server, page, widget, count, options.seconds)
            rates.append(f"{rate:.0f}")
        table.append(_row(name, cost, " / ".join(rates)))
    return table


async def _first_visit(server: Server, page: str) -> float:
    started = time.perf_counter()
    async with open_tab(server.address, page) as tab:
        await tab.run()
    return 1000 * (time.perf_counter() - started)


def _row(name: str, cost: measuring.Cost, rates: str) -> str:
    return (
        f"| {name} | {cost.kind} | {cost.milliseconds:.0f} | {cost.cpu_milliseconds:.1f} "
        f"| {cost.size / 1000:.1f} | {rates} |"
    )


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    known = measuring.page_names()
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--pages",
        nargs="*",
        choices=[page or "home" for page in known],
        default=[page or "home" for page in known],
        help="which pages; all without this option",
    )
    parser.add_argument(
        "--parts", nargs="*", choices=PARTS, default=list(PARTS), help="which tables; all without"
    )
    parser.add_argument(
        "--rounds", type=bounded(1, 100), default=5, help="starts, and loads of each page"
    )
    parser.add_argument("--runs", type=bounded(2, 1000), default=50, help="runs a median")
    parser.add_argument(
        "--sessions",
        type=bounded(1, MOST_SESSIONS),
        nargs="*",
        default=[1, 10, 50],
        help="numbers of readers at the same time; mixed, of 200 too",
    )
    parser.add_argument("--seconds", type=bounded(1, 60), default=3, help="length of a rate")
    parser.add_argument(
        "--uvicorn", action="store_true", help="serve the dashboard with uvicorn itself"
    )
    parser.add_argument(
        "server",
        nargs="*",
        help="options for the dashboard's server, after --: -- --runner.postScriptGC=true",
    )
    options = parser.parse_args(arguments)
    options.pages = [page.removeprefix("home") for page in options.pages]
    return options


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        for printed in benchmark(parse(), Path(temporary)):
            print(printed, flush=True)
