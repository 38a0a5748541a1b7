"""The tools measure what they say: a short run on a small app whose costs are known."""

import asyncio
from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from tests.benchmarks import loads, measuring, soak, startup
from tests.benchmarks.__main__ import parse, rows
from tests.benchmarks.client import PageError, open_tab
from tests.serving import Server, start

pytestmark = pytest.mark.timing

PAYLOAD = 50_000
APP = f"""
import time
import streamlit as st

@st.fragment
def part():
    if st.segmented_control("Part", ["short", "long"], default="short", required=True) == "long":
        st.text("y" * {PAYLOAD})

number = st.pagination(3)
if number == 2:
    st.text("x" * {PAYLOAD})
if number == 3:
    time.sleep(1)
part()
"""
RAISES = "import streamlit as st\nst.title(1 / 0)\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("app")
    (folder / "pages").mkdir()
    (folder / "app.py").write_text(APP, encoding="utf-8")
    (folder / "pages" / "broken.py").write_text(RAISES, encoding="utf-8")
    options = ["--browser.gatherUsageStats=false"]
    with start(folder / "app.py", folder / "server.log", options) as server:
        yield server


def test_a_short_benchmark_of_one_page_has_plausible_numbers(server: Server) -> None:
    options = parse(["--runs", "2", "--sessions", "2", "--seconds", "1"])
    table = asyncio.run(rows(server, "", "Small", options))
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in table]
    costs = {kind: numbers for _, kind, *numbers in cells}
    assert list(costs) == [
        "first visit of a new server",
        "first run",
        "rerun, “pagination”",
        "fragment rerun, “Part”",
    ]
    for kind, (milliseconds, cpu, kilobytes, rate) in costs.items():
        assert 1 <= float(milliseconds) < 10_000, kind
        if kind != "first visit of a new server":
            assert 0 <= float(cpu) < 10_000, kind
            assert 0.5 < float(kilobytes) < PAYLOAD / 1000, kind
        if "rerun" in kind:
            assert 1 < float(rate) < 2000, kind


def test_a_rerun_changes_the_widget_of_the_page_and_of_the_fragment(server: Server) -> None:
    of_page, of_fragment = asyncio.run(measuring.find_reruns(server.address, ""))
    assert measuring.describe(of_page) == "rerun, “pagination”"
    assert measuring.describe(of_fragment) == "fragment rerun, “Part”"

    async def sizes() -> list[list[float]]:
        async with open_tab(server.address, "") as tab:
            await tab.run()
            assert of_page is not None
            pages = [await tab.run(state) for state in of_page.states]
            assert of_fragment is not None
            parts = [await tab.run(state, of_fragment.fragment) for state in of_fragment.states]
        assert pages[2].seconds > 1
        return [[run.size for run in runs] for runs in (pages, parts)]

    (one, two, three), (short, long) = asyncio.run(sizes())
    assert two - one > PAYLOAD - 1000
    assert one < PAYLOAD > three
    assert long - short > PAYLOAD - 1000
    assert short < one, "a fragment sends less than its page"


def test_a_page_that_fails_is_not_measured(server: Server) -> None:
    with pytest.raises(PageError, match="ZeroDivisionError"):
        asyncio.run(measuring.measure_first_run(server, "broken", 2))
    with pytest.raises(PageError, match="missing"):
        asyncio.run(measuring.measure_first_run(server, "missing", 2))


def test_readers_of_all_pages_share_what_the_server_gives(server: Server) -> None:
    async def load() -> measuring.Load:
        visits = await measuring.find_visits(server.address, [""])
        assert [measuring.describe(visit.widget) for visit in visits] == [
            "rerun, “pagination”",
            "fragment rerun, “Part”",
        ]
        return await measuring.measure_load(server.address, visits, 4, 3)

    found = asyncio.run(load())
    # Every third turn of the pages sleeps for a second, no turn of the fragment does.
    assert found.median < 1000 < found.p95
    assert 4 < found.rate < 2000
    assert 0 < found.client < 2


def test_a_start_is_compared_with_the_first(server: Server) -> None:
    table = list(
        startup.measure_starts(dict.fromkeys(["bare", "ours"], lambda: nullcontext(server)), 2)
    )
    assert [row.split("|")[1].strip() for row in table[2:]] == ["bare", "ours"]
    assert table[3].split("|")[4].strip() == "1.0"


@pytest.mark.browser
def test_a_load_is_measured_until_the_words_are_there(server: Server) -> None:
    pytest.importorskip("playwright", reason="browser tests need `uv run --all-groups pytest`")
    pages = {"bare": (server.address, "Part"), "ours": (server.address, "short")}
    *_, bare, ours = loads.measure_loads(pages, 1)
    for row in bare, ours:
        cold, warm = (float(row.split("|")[cell]) for cell in (2, 4))
        assert 0 < warm < cold + 5


def test_the_commands_know_the_pages_and_bounds(capsys: pytest.CaptureFixture[str]) -> None:
    options = parse(["--pages", "home", "map", "--runs", "5", "--", "--runner.postScriptGC=true"])
    assert options.pages == ["", "map"]
    assert options.server == ["--runner.postScriptGC=true"]
    with pytest.raises(SystemExit):
        parse(["--runs", "1001"])
    assert "1001 is not between 2 and 1000" in capsys.readouterr().err


@pytest.mark.parametrize(("step", "grown"), [(0.0, 0.0), (1.0, 9.0)])
def test_growth_counts_after_the_warm_up(step: float, grown: float) -> None:
    start_up = [soak.Sample(number, 100 + 30 * number) for number in range(soak.WARM_UP)]
    settled = [
        soak.Sample(number, 400 + step * (number - soak.WARM_UP))
        for number in range(soak.WARM_UP, soak.SAMPLES + 1)
    ]
    assert soak.growth([*start_up, *settled]) == pytest.approx(grown)
