"""Streamlit's scripts, sent packed: a quarter of the bytes that a first visit waits for.

Streamlit leaves that to what stands in front, since its own packing would begin anew with each
request. Here each file is packed once, when it is first asked for.
"""

import asyncio
import gzip
import re
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dash.ui.keeping import FOR_EVER, IN_TWO_FORMS, PACKED
from dash.ui.sharing.root import base_path

FILES = Path(st.__file__).parent / "static"
SCRIPT = r"/static/(js|css)/[\w-][\w.-]*\.(js|css)"
# By name, since a machine's own table may say something else, which nosniff would hold against it.
TYPES = {".js": "application/javascript", ".css": "text/css"}
# Their names carry a digest.
HEADERS = {**FOR_EVER, **IN_TWO_FORMS, **PACKED}


def with_packed_scripts(app: ASGIApp) -> ASGIApp:
    """Send Streamlit's scripts and rules packed to whoever takes gzip; the rest is the app's."""
    base = base_path()

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        file = _script(scope, base)
        if file is None:
            await app(scope, receive, send)
            return
        body = await asyncio.to_thread(_packed, file)
        answer = Response(body, headers=HEADERS, media_type=TYPES[file.suffix])
        await answer(scope, receive, send)

    return answered


def _script(scope: Scope, base: str) -> Path | None:
    """Return the file that is asked for; None where the app has to answer."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    path, headers = scope["path"], Headers(scope=scope)
    if "range" in headers or "gzip" not in headers.get("accept-encoding", ""):
        return None
    file = FILES / path.removeprefix(f"{base}/")
    return file if re.fullmatch(base + SCRIPT, path) and file.is_file() else None


@cache
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6, mtime=0)
