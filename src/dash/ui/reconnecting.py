"""Readers who come back by a new websocket, to a server that does not know them."""

from contextlib import suppress

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg


def whole_page_first(app: ASGIApp) -> ASGIApp:
    """Let the first run of each connection be of the whole page.

    A page whose server was restarted, or whose replica died, connects again and stays as it is;
    what the reader then does in a fragment asks for a rerun of that fragment alone. The new
    session knows no fragment yet, and Streamlit does nothing at all. The address and the widgets
    stand in the request, so that a run of the whole page brings everything back.
    """

    async def first_whole(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await app(scope, receive, send)
            return
        asked = False

        async def receive_whole() -> Message:
            nonlocal asked
            message = await receive()
            if asked or not message.get("bytes"):
                return message
            request = BackMsg()
            with suppress(DecodeError):  # Streamlit tells what it cannot read
                request.ParseFromString(message["bytes"])
            if request.WhichOneof("type") != "rerun_script":
                return message
            asked = True
            request.rerun_script.fragment_id = ""
            return {**message, "bytes": request.SerializeToString()}

        await app(scope, receive_whole, send)

    return first_whole
