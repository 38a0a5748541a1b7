"""Print a table of what every page costs: `uv run python -m tests.benchmarks`."""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks import measuring
from tests.benchmarks.client import open_tab
from tests.benchmarks.command import bounded
from tests.serving import ROOT, Server, start

BARE = 'import streamlit as st\n\nst.title("Bare")\nst.checkbox("A tick")\n'
MOST_SESSIONS = 200


def benchmark(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Measure a bare page and the chosen pages; yield the lines of a Markdown table."""
    rates = " / ".join(str(count) for count in options.sessions)
    yield f"| page | run | time, ms | CPU, ms | kB | runs a second at {rates} sessions |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    bare = folder / "bare.py"
    bare.write_text(BARE, encoding="utf-8")
    with start(bare, folder / "bare.log", ["--browser.gatherUsageStats=false"]) as server:
        yield from asyncio.run(rows(server, "", "bare Streamlit", options))
    for page in options.pages:
        log = folder / f"{page}.log"
        # A server for each page: what one leaves behind does not weigh on the next.
        with start(ROOT / "app.py", log, options.server, uvicorn=options.uvicorn) as server:
            yield from asyncio.run(rows(server, page, f"`/{page}`", options))


async def rows(server: Server, page: str, name: str, options: argparse.Namespace) -> list[str]:
    """Measure one page of a server that nobody has visited yet; return its rows of the table."""
    _tell(f"{name}: first visit")
    first = await _first_visit(server, page)
    table = [f"| {name} | first visit of a new server | {first:.0f} | | | |"]
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
    parser.add_argument("--runs", type=bounded(2, 1000), default=50, help="runs a median")
    parser.add_argument(
        "--sessions",
        type=bounded(1, MOST_SESSIONS),
        nargs="*",
        default=[1, 10, 50],
        help="numbers of readers at the same time",
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
