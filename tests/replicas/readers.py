"""Readers behind the balancer who go on reading while a replica dies."""

import asyncio
import re
import time
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice

from websockets.exceptions import WebSocketException

from tests.benchmarks.client import Run, Tab, open_tab
from tests.benchmarks.held import HeldMessages
from tests.replicas.proxy import COOKIE, Balanced

# Pages with their state in the address; what they say shall be the same before and after.
ADDRESSES = (
    ("", ""),
    ("map", "map_place=donetsk"),
    ("casualties", "figures_view=Over+time"),
    ("quotes", "quotes_view=Exchange"),
    ("slideshow", "slide=5"),
    ("timeline", "timeline_view=Recent"),
    ("sources", "sources_view=Tables"),
)
PAUSE = 0.2
# What Streamlit's page waits at least before it tries to connect again.
BEFORE_RETRY = 0.5


@dataclass
class Diary:
    """What one reader lived through; times are those of `time.perf_counter`.

    Attributes:
        replicas: The names of the replicas that served the reader, in order.
        runs: When each run began, and the seconds that it took.
        lost: When the connection broke.
        back: When the first run after that was complete.
        words: What the page said at the first run on each connection.
    """

    replicas: list[str] = field(default_factory=list)
    runs: list[tuple[float, float]] = field(default_factory=list)
    lost: float | None = None
    back: float | None = None
    words: list[Sequence[str]] = field(default_factory=list)

    @property
    def found_the_same(self) -> bool:
        """Whether the page said the same, word for word, on every connection."""
        return all(words == self.words[0] for words in self.words)


@dataclass(frozen=True)
class Outcome:
    """What all readers lived through when a replica was killed at a moment."""

    killed: str
    at: float
    diaries: Sequence[Diary]

    @property
    def others(self) -> list[Diary]:
        """The readers of the replica that lived on."""
        return [diary for diary in self.diaries if diary.replicas[0] != self.killed]

    @property
    def struck(self) -> list[Diary]:
        """The readers whose replica was killed."""
        return [diary for diary in self.diaries if diary.replicas[0] == self.killed]

    def seconds_away(self) -> list[float]:
        """Return how long each struck reader was without a page that answers."""
        return [diary.back - self.at for diary in self.struck if diary.back is not None]

    def p95(self, diaries: Sequence[Diary], *, after: bool) -> float:
        """Return what 95 of 100 runs of these readers took at most, in seconds."""
        taken = sorted(
            seconds
            for diary in diaries
            for began, seconds in diary.runs
            if (began + seconds > self.at) is after
        )
        return taken[int(0.95 * len(taken))]


async def live_through(balanced: Balanced, readers: int, killed: str, seconds: float) -> Outcome:
    """Let readers read for a while, kill a replica in the middle, and let them read on."""
    diaries = [Diary() for _ in range(readers)]
    until = time.perf_counter() + seconds
    reading = [
        asyncio.create_task(_read(balanced.address, page, query, diary, until))
        for (page, query), diary in zip(islice(cycle(ADDRESSES), readers), diaries, strict=True)
    ]
    await asyncio.sleep(seconds / 2)  # half of the load, before what is tested happens
    at = time.perf_counter()
    balanced.kill(killed)
    await asyncio.gather(*reading)
    return Outcome(killed, at, diaries)


async def _read(address: str, page: str, query: str, diary: Diary, until: float) -> None:
    cookie = await asyncio.to_thread(_arrive, address)
    # A page that connects again keeps what the replica that died has sent.
    held = HeldMessages()
    while time.perf_counter() < until:
        try:
            async with open_tab(address, page, query, {"Cookie": cookie}, held) as tab:
                cookie = _cookie(tab.headers) or cookie
                diary.replicas.append(cookie.partition("=")[2])
                await _sit(tab, diary, until)
        except (WebSocketException, OSError):
            diary.lost = diary.lost or time.perf_counter()
            await asyncio.sleep(BEFORE_RETRY)


async def _sit(tab: Tab, diary: Diary, until: float) -> None:
    """Read through one connection until it breaks or the time is over."""
    first = await tab.run()
    if diary.lost is not None and diary.back is None:
        diary.back = time.perf_counter()
    diary.words.append(_words(first))
    while time.perf_counter() < until:
        began = time.perf_counter()
        diary.runs.append((began, (await tab.run()).seconds))
        await asyncio.sleep(PAUSE)  # a reader's own time


def _arrive(address: str) -> str:
    """Load the page as a browser does first; return the balancer's cookie."""
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - our own server
        return _cookie(dict(answer.headers.items())) or ""


def _cookie(headers: Mapping[str, str]) -> str | None:
    found = re.search(rf"{COOKIE}=\w+", headers.get("set-cookie", headers.get("Set-Cookie", "")))
    return found.group() if found else None


def _words(run: Run) -> list[str]:
    """Return all Markdown of a page, in its order."""
    return [
        message.delta.new_element.markdown.body
        for message in run.messages
        if message.delta.new_element.WhichOneof("type") == "markdown"
    ]
