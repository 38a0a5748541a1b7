"""One reader's tab without a browser: Streamlit's messages over its websocket."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Navigation_pb2 import Navigation
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from tests.benchmarks.held import HeldMessages

RUN_SECONDS = 60
MESSAGE_BYTES = 64 * 2**20


class PageError(RuntimeError):
    """The page that was to be measured shows an error instead."""


@dataclass(frozen=True)
class Run:
    """One run of a script.

    Attributes:
        seconds: From the request until the script has finished.
        size: Bytes received.
        messages: What they mean, in the order of coming; what was sent as a reference stands here
            as what it refers to.
    """

    seconds: float
    size: int
    messages: Sequence[ForwardMsg]


class Tab:
    """A reader's tab with one page open; a new one has seen nothing yet."""

    def __init__(
        self,
        connection: ClientConnection,
        page: str,
        query: str = "",
        held: HeldMessages | None = None,
    ) -> None:
        """Look at a page, "" for the home page, through an open connection."""
        self._connection = connection
        self._page = page
        self._query = query
        self._page_hash = ""
        self._states: dict[str, WidgetState] = {}
        self._held = HeldMessages() if held is None else held

    @property
    def headers(self) -> Mapping[str, str]:
        """What the server, or what stands before it, answered on connecting."""
        response = self._connection.response
        return response.headers if response else {}

    async def run(self, change: WidgetState | None = None, fragment: str = "") -> Run:
        """Ask for a run and receive all that it sends.

        Args:
            change: The new state of a widget; without one, nothing has changed.
            fragment: The fragment to rerun; empty for the whole page.

        Raises:
            PageError: The page shows an error, or there is no such page.
            KeyError: The server refers to a message that this tab does not hold.
            TimeoutError: The run does not finish within a minute.
        """
        if change is not None:
            self._states[change.id] = change
        request = self._request(fragment).SerializeToString()
        started = time.perf_counter()
        await self._connection.send(request)
        size, messages = 0, []
        async with asyncio.timeout(RUN_SECONDS):
            finished = False
            while not finished:
                payload = await self._connection.recv(decode=False)
                message = self._held.take(ForwardMsg.FromString(payload))
                size += len(payload)
                messages.append(message)
                finished = _is_the_last(message)
        seconds = time.perf_counter() - started
        self._follow(messages)
        return Run(seconds, size, messages)

    def _request(self, fragment: str) -> BackMsg:
        request = BackMsg()
        state = request.rerun_script
        state.page_name = self._page
        state.query_string = self._query
        state.page_script_hash = self._page_hash
        state.fragment_id = fragment
        state.widget_states.widgets.extend(self._states.values())
        state.cached_message_hashes.extend(self._held.hashes)
        state.context_info.color_scheme = "light"
        state.context_info.timezone = "UTC"
        return request

    def _follow(self, messages: Sequence[ForwardMsg]) -> None:
        for message in messages:
            if message.WhichOneof("type") == "page_not_found":
                raise PageError(f"the server has no page {self._page!r}")
            _raise_if_error(message)
            if message.WhichOneof("type") == "navigation":
                self._page_hash = message.navigation.page_script_hash
                self._raise_if_elsewhere(message.navigation)

    def _raise_if_elsewhere(self, navigation: Navigation) -> None:
        """Hold the server to the page that was asked for."""
        for page in navigation.app_pages:
            shown = "" if page.is_default else page.url_pathname
            if page.page_script_hash == self._page_hash and shown != self._page:
                raise PageError(f"the server shows the page {shown!r}, not {self._page!r}")


@asynccontextmanager
async def open_tab(
    address: str,
    page: str,
    query: str = "",
    headers: Mapping[str, str] | None = None,
    held: HeldMessages | None = None,
) -> AsyncIterator[Tab]:
    """Connect to a server, as a new reader or as one who has lost a connection.

    Args:
        address: Where it is, like `http://127.0.0.1:8080`.
        page: The page that the reader looks at; "" for the home page.
        query: What stands behind the question mark of the page's address.
        headers: More headers of the connection, like a cookie.
        held: What the browser holds of what another connection has sent.
    """
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(
        url,
        compression=None,
        proxy=None,
        max_size=MESSAGE_BYTES,
        additional_headers=headers,
    ) as connection:
        yield Tab(connection, page, query, held)


def _is_the_last(message: ForwardMsg) -> bool:
    if message.WhichOneof("type") != "script_finished":
        return False
    # A script that asks for another run of itself is not done yet.
    return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


def _raise_if_error(message: ForwardMsg) -> None:
    if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
        raise PageError("the page's script does not compile")
    if message.WhichOneof("type") == "delta":
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise PageError(f"the page raised {element.exception.type}")
        if element.alert.format == Alert.ERROR:
            raise PageError(f"the page shows an error: {element.alert.body}")
