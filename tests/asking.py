"""Asking an app for an address without a server, for tests of what it answers."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass
class Answer:
    """What an app answered."""

    status: int = 0
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand in for Streamlit below what a test asks: every address has the same answer."""
    await PlainTextResponse("the app's own")(scope, receive, send)


def ask(
    app: ASGIApp, address: str, method: str = "GET", headers: Mapping[str, str] | None = None
) -> Answer:
    """Ask an app for an address; the host is news.example, unless a header says otherwise.

    Args:
        app: The app.
        address: The path, with what stands behind the question mark.
        method: GET or HEAD.
        headers: Headers of the request.
    """
    path, _, query = address.partition("?")
    given = {"host": "news.example"} | dict(headers or {})
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
    }
    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(_answer(app, scope))).result()


async def _answer(app: ASGIApp, scope: Scope) -> Answer:
    answer = Answer()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = Headers(raw=message["headers"])
        else:
            answer.body += message.get("body", b"")

    await app(scope, receive, send)
    return answer
