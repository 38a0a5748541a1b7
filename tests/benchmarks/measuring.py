"""Medians and rates of one page on one server."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import chain, cycle, islice, repeat
from statistics import median

import psutil
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.benchmarks.client import Run, Tab, open_tab
from tests.benchmarks.widgets import Widget, widgets
from tests.serving import ROOT, Server

# Percent of a core that a server without readers may use, so many half seconds in a row: on a busy
# machine it may have to wait for its turn.
WARM, IN_A_ROW = 10, 5


@dataclass(frozen=True)
class Cost:
    """What one kind of run of one page costs.

    Attributes:
        kind: "first run", "rerun" or "fragment rerun", and the widget changed.
        milliseconds: Median time until the script has finished.
        cpu_milliseconds: CPU time of the server, mean of all runs.
        size: Median number of bytes sent.
    """

    kind: str
    milliseconds: float
    cpu_milliseconds: float
    size: float


@dataclass(frozen=True)
class Visit:
    """What a reader does: the page that is open, and the widget that is changed again and again."""

    page: str
    widget: Widget | None


@dataclass(frozen=True)
class Load:
    """What readers of all pages get who change something all the time.

    Attributes:
        rate: Runs a second, of all readers together.
        median: Milliseconds that half of the runs take at most.
        p95: Milliseconds that 95 of 100 runs take at most.
        client: Cores that the readers themselves keep busy, on the same machine.
    """

    rate: float
    median: float
    p95: float
    client: float


def page_names() -> list[str]:
    """Return the dashboard's pages as they stand in the address; the home page is ""."""
    return ["", *sorted(file.stem for file in (ROOT / "pages").glob("*.py"))]


def until_warm(server: Server) -> None:
    """Wait until a server has made what it makes once after its start, beside its readers."""
    process = psutil.Process(server.process_id)
    quiet = 0
    while quiet < IN_A_ROW:
        quiet = quiet + 1 if process.cpu_percent(interval=0.5) <= WARM else 0


async def measure_first_run(server: Server, page: str, runs: int) -> Cost:
    """Open a page in that many new tabs, one after the other."""
    process = psutil.Process(server.process_id)
    done = []
    before = _cpu_seconds(process)
    for _ in range(runs):
        async with open_tab(server.address, page) as tab:
            done.append(await tab.run())
    return _cost("first run", done, _cpu_seconds(process) - before)


async def measure_rerun(server: Server, page: str, widget: Widget | None, runs: int) -> Cost:
    """Change a widget that many times in one tab, or rerun the page unchanged without one."""
    process = psutil.Process(server.process_id)
    async with open_tab(server.address, page) as tab:
        await tab.run()
        before = _cpu_seconds(process)
        done = [await tab.run(state, _fragment(widget)) for state in islice(_changes(widget), runs)]
        spent = _cpu_seconds(process) - before
    return _cost(describe(widget), done, spent)


async def measure_rate(
    server: Server, page: str, widget: Widget | None, sessions: int, seconds: float
) -> float:
    """Return the reruns a second that so many readers get who change a widget all the time."""
    async with AsyncExitStack() as stack:
        tabs = [
            await stack.enter_async_context(open_tab(server.address, page)) for _ in range(sessions)
        ]
        for tab in tabs:
            await tab.run()
        started = time.perf_counter()
        counts = await asyncio.gather(
            *(_rerun_until(tab, widget, started + seconds) for tab in tabs)
        )
        return sum(map(len, counts)) / (time.perf_counter() - started)


async def find_visits(address: str, pages: Sequence[str]) -> list[Visit]:
    """Return what readers do on pages: on each, both kinds of rerun that it has."""
    return [Visit(page, widget) for page in pages for widget in await find_reruns(address, page)]


async def measure_load(
    address: str, visits: Sequence[Visit], sessions: int, seconds: float
) -> Load:
    """Let so many readers change something all the time, spread evenly over the visits.

    Raises:
        PageError: A page shows an error.
        TimeoutError: A run does not finish.
    """
    process = psutil.Process()
    async with AsyncExitStack() as stack:
        tabs = []
        for visit in islice(cycle(visits), sessions):
            tab = await stack.enter_async_context(open_tab(address, visit.page))
            await tab.run()
            tabs.append((tab, visit.widget))
        before, started = _cpu_seconds(process), time.perf_counter()
        runs = await asyncio.gather(
            *(_rerun_until(tab, widget, started + seconds) for tab, widget in tabs)
        )
        passed = time.perf_counter() - started
        client = (_cpu_seconds(process) - before) / passed
    times = sorted(1000 * taken for of_one in runs for taken in of_one)
    return Load(len(times) / passed, median(times), times[int(0.95 * len(times))], client)


async def find_reruns(address: str, page: str) -> list[Widget | None]:
    """Return what a reader changes on a page: its first widget, and the first in a fragment."""
    async with open_tab(address, page) as tab:
        found = list(widgets((await tab.run()).messages))
    of_page = next((widget for widget in found if not widget.fragment), None)
    of_fragment = next((widget for widget in found if widget.fragment), None)
    return [of_page, of_fragment] if of_fragment else [of_page]


def describe(widget: Widget | None) -> str:
    """Say what kind of rerun the change of a widget is."""
    if widget is None:
        return "rerun, unchanged"
    return f"{'fragment rerun' if widget.fragment else 'rerun'}, “{widget.label}”"


async def _rerun_until(tab: Tab, widget: Widget | None, deadline: float) -> list[float]:
    """Return the seconds of each run."""
    taken = []
    for state in _changes(widget):
        if time.perf_counter() >= deadline:
            break
        taken.append((await tab.run(state, _fragment(widget))).seconds)
    return taken


def _changes(widget: Widget | None) -> Iterator[WidgetState | None]:
    """Yield the widget's values for ever; the last one first, as the first is often on."""
    if widget is None:
        return repeat(None)
    return chain(widget.states[-1:], cycle(widget.states))


def _fragment(widget: Widget | None) -> str:
    return widget.fragment if widget else ""


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _cost(kind: str, runs: Sequence[Run], cpu_seconds: float) -> Cost:
    return Cost(
        kind,
        1000 * median(run.seconds for run in runs),
        1000 * cpu_seconds / len(runs),
        median(run.size for run in runs),
    )
