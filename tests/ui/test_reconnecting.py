"""Tests of dash.ui.reconnecting: the first run of a connection is of the whole page."""

from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from dash.ui.reconnecting import whole_page_first


def _rerun(fragment: str) -> bytes:
    request = BackMsg()
    request.rerun_script.query_string = "slide=5"
    request.rerun_script.fragment_id = fragment
    written: bytes = request.SerializeToString()
    return written


def _received(*sent: bytes) -> list[bytes]:
    """Return what an app behind the wrapper receives of what a browser sends."""
    waiting, found = list(sent), []

    async def receive() -> Message:
        return {"type": "websocket.receive", "bytes": waiting.pop(0)}

    async def send(_: Message) -> None:
        raise AssertionError

    async def app(_scope: Scope, receive: Receive, _send: Send) -> None:
        while waiting:
            found.append((await receive())["bytes"])

    coroutine = whole_page_first(app)({"type": "websocket"}, receive, send)
    # Nothing in it waits: no event loop is needed, of which browser tests have one running.
    try:
        coroutine.send(None)  # type: ignore[attr-defined]
    except StopIteration:
        return found
    raise AssertionError


def test_only_the_first_run_of_a_connection_is_made_whole() -> None:
    clear = BackMsg(clear_cache=True).SerializeToString()
    sent = [clear, b"\xff no message", _rerun("part"), _rerun("part"), _rerun("")]
    assert _received(*sent) == [*sent[:2], _rerun(""), *sent[3:]]
