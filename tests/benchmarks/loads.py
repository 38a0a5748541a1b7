"""How long a browser takes from an address to the page's text, cold and warm."""

import time
from collections.abc import Iterator, Mapping
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

# What each page shows last: of the dashboard, its foot.
LAST_WORDS = "Source: Deutsche Welle"
BARE_WORDS = "A tick"


def measure_loads(addresses: Mapping[str, tuple[str, str]], times: int) -> Iterator[str]:
    """Load each page in new browsers and again in the same one; yield a Markdown table.

    Args:
        addresses: By name, an address and the words that are there when the page is; the first
            is what the others are compared with. They are loaded in turns.
        times: How often each is loaded.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the group e2e may be absent

    from tests.browser.conftest import launch  # noqa: PLC0415 - wants it, too

    cold: dict[str, list[float]] = {name: [] for name in addresses}
    warm: dict[str, list[float]] = {name: [] for name in addresses}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for _ in range(times):
            for name, (address, words) in addresses.items():
                context = browser.new_context()  # with a cache of its own, and empty
                cold[name].append(_load(context, address, words))
                warm[name].append(_load(context, address, words))
                context.close()
        browser.close()
    yield "| page | cold, seconds | times the bare page | warm, seconds | times the bare page |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    first = next(iter(addresses))
    for name in addresses:
        cells = []
        for found in cold, warm:
            seconds = median(found[name])
            cells.append(f"{seconds:.2f} | {seconds / median(found[first]):.1f}")
        yield f"| {name} | {' | '.join(cells)} |"


def _load(context: "BrowserContext", address: str, words: str) -> float:
    page = context.new_page()
    began = time.perf_counter()
    page.goto(address)
    page.get_by_text(words).first.wait_for(timeout=60_000)
    seconds = time.perf_counter() - began
    page.close()
    return seconds
