"""A dossier of 50,000 statements, 20,000 figures and 5,000 places costs a run no more than this."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from itertools import cycle, islice

import psutil
import pytest

from tests.benchmarks import measuring
from tests.benchmarks.client import open_tab
from tests.benchmarks.large import write_large
from tests.serving import ROOT, Server, start
from tests.yardstick import slowness

pytestmark = pytest.mark.timing

# Milliseconds of CPU, the mean of ten runs. The aim is 60; all are below 33 on a quiet machine, and
# twice as much beside other work.
MOST = 80
# Of the first reader's first run after the start.
MOST_AT_FIRST = 200
# Megabytes, with ten readers. The aim is 600; 572 to 596 were seen, and a tenth is room.
MOST_MEMORY = 650
READERS = 10


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("large")
    dossier = write_large(folder / "dossier")
    variables = {"DOSSIER": str(dossier)}
    with start(ROOT / "app.py", folder / "server.log", environment=variables) as server:
        measuring.until_warm(server)
        yield server


# The recorded deaths are no part of the dossier, and their first reader still opens them: 410.
@pytest.mark.parametrize("page", [page for page in measuring.page_names() if page != "incidents"])
def test_the_first_reader_of_a_page_of_a_large_dossier_waits_for_nothing(
    server: Server, page: str
) -> None:
    cost = asyncio.run(measuring.measure_first_run(server, page, 1))
    assert cost.cpu_milliseconds < MOST_AT_FIRST * slowness(), cost


@pytest.mark.parametrize("page", measuring.page_names())
def test_a_rerun_of_a_page_of_a_large_dossier_is_cheap(server: Server, page: str) -> None:
    async def costs() -> list[measuring.Cost]:
        reruns = await measuring.find_reruns(server.address, page)
        for widget in reruns:  # what is made once waits for its first reader
            await measuring.measure_rerun(server, page, widget, 2)
        return [await measuring.measure_rerun(server, page, widget, 10) for widget in reruns]

    for cost in asyncio.run(costs()):
        assert cost.cpu_milliseconds < MOST * slowness(), cost


def test_ten_readers_of_a_large_dossier_take_little_memory(server: Server) -> None:
    async def read() -> int:
        async with AsyncExitStack() as stack:
            for page in islice(cycle(measuring.page_names()), READERS):
                tab = await stack.enter_async_context(open_tab(server.address, page))
                await tab.run()
            return int(psutil.Process(server.process_id).memory_info().rss)

    assert asyncio.run(read()) < MOST_MEMORY * 10**6
