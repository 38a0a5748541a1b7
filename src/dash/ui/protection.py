"""What protects readers and host, whichever server runs the app: docs/hosting.md says it all.

Each function below wraps an app in one of these protections, as Starlette's middleware does.
"""

import os
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import get_instance

# The host's own names: news.example *.news.example; without it, `server.allowedHosts` counts.
HOSTS = "DOSSIER_HOSTS"
# Who may show the pages in a frame: addresses with spaces between them.
FRAME_ANCESTORS = "DOSSIER_FRAME_ANCESTORS"
# "1" opens Streamlit's figures about the process to everybody.
METRICS = "DOSSIER_METRICS"
# Megabytes of uploads that the server holds at the same time, for all readers together.
UPLOADS = "DOSSIER_UPLOADS"
UPLOADS_MEGABYTES = 100

POLICY = {
    "default-src": "'self'",
    # Compiled code reads the messages and draws the map; the keys of the slideshow are a script
    # that Streamlit hands to the browser as a blob.
    "script-src": "'self' 'wasm-unsafe-eval' blob: {inline}",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    # The preview of an embed.
    "frame-src": "'self'",
    "frame-ancestors": "{ancestors}",
}
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
HOST = re.compile(r"(\*\.)?[\w.-]+")
SOURCE = re.compile(r"'self'|'none'|\*|https?://[\w.*\[\]:-]+")


def middleware() -> list[Middleware]:
    """Return the app's middleware, the outermost first.

    Raises:
        ValueError: A setting in the environment cannot be read.
    """
    return [
        Middleware(with_headers, headers=security_headers(os.environ.get(FRAME_ANCESTORS))),
        Middleware(for_known_hosts, hosts=known_hosts(os.environ.get(HOSTS))),
        Middleware(closed),
        Middleware(UploadLimit, limit=upload_limit(os.environ.get(UPLOADS))),
    ]


def with_headers(app: ASGIApp, headers: Mapping[str, str]) -> ASGIApp:
    """Add headers to every response; one that has set a header itself keeps it."""

    async def protected(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                for name, value in headers.items():
                    found.setdefault(name, value)
            await send(message)

        await app(_without_refused_gzip(scope), receive, send_with_headers)

    return protected


def security_headers(ancestors: str | None) -> Mapping[str, str]:
    """Return the headers of every response.

    Args:
        ancestors: Who may show the pages in a frame, as in a content security policy: addresses
            with spaces between them; none for pages of the same address only.

    Raises:
        ValueError: It is no list of addresses.
    """
    allowed = (ancestors or "'self'").split()
    if not all(map(SOURCE.fullmatch, allowed)):
        raise ValueError(
            f"{FRAME_ANCESTORS} is {ancestors!r}: name addresses like https://news.example with "
            "spaces between them, or 'none' in its quotation marks"
        )
    filled = {"inline": _inline_scripts(), "ancestors": " ".join(allowed)}
    policy = "; ".join(f"{name} {value.format(**filled)}" for name, value in POLICY.items())
    return {
        "Content-Security-Policy": policy,
        "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def for_known_hosts(app: ASGIApp, hosts: Sequence[str]) -> ASGIApp:
    """Refuse requests for hosts that the server does not know by name, if it was told any.

    Streamlit holds only its websocket to `server.allowedHosts`, and reads that from the
    environment under `streamlit run` only.
    """
    names = hosts or st.get_option("server.allowedHosts") or ["*"]
    return TrustedHostMiddleware(app, allowed_hosts=names, www_redirect=False)


def known_hosts(names: str | None) -> Sequence[str]:
    """Return the host's own names, separated by spaces.

    Raises:
        ValueError: One is no name of a host.
    """
    found = (names or "").split()
    if not all(map(HOST.fullmatch, found)):
        raise ValueError(
            f"{HOSTS} is {names!r}: name hosts like news.example or *.news.example with spaces "
            "between them, without https:// and without a port"
        )
    return found


def upload_limit(megabytes: str | None) -> int:
    """Return how many bytes of uploads the server may hold.

    Raises:
        ValueError: It is no whole number.
    """
    if megabytes and not (megabytes.isascii() and megabytes.isdecimal()):
        raise ValueError(f"{UPLOADS} is {megabytes!r}: give a whole number of megabytes")
    return int(megabytes or UPLOADS_MEGABYTES) * 2**20


def closed(app: ASGIApp) -> ASGIApp:
    """Keep Streamlit's figures about the process from strangers, unless the host opens them."""
    opened = os.environ.get(METRICS) == "1"

    async def without_metrics(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not opened and "/_stcore/metrics" in scope["path"]:
            text = f"Closed. Whoever runs this server can open it: {METRICS}=1."
            await PlainTextResponse(text, 404)(scope, receive, send)
        else:
            await app(scope, receive, send)

    return without_metrics


class UploadLimit:
    """A limit of all readers' uploads together; Streamlit has one for a single file only."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        """Hold an app to a number of bytes."""
        self._app = app
        self._limit = limit
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it with 411 or 503."""
        if not _is_upload(scope):
            await self._app(scope, receive, send)
            return
        size = Headers(scope=scope).get("content-length", "")
        if not size.isdecimal():
            await PlainTextResponse("Say how long it is.", 411)(scope, receive, send)
        elif bytes_held() + self._under_way + int(size) > self._limit:
            text = "The server holds as many uploads as it may: try again in some minutes."
            headers = {"Retry-After": "120"}
            await PlainTextResponse(text, 503, headers)(scope, receive, send)
        else:
            self._under_way += int(size)
            try:
                await self._app(scope, receive, send)
            finally:
                self._under_way -= int(size)


def bytes_held() -> int:
    """Return how many bytes of uploads Streamlit holds, for all sessions together."""
    found: Mapping[str, Any] = get_instance().uploaded_file_mgr.get_stats()
    return sum(stat.byte_length for stats in found.values() for stat in stats)


def _is_upload(scope: Scope) -> bool:
    is_put = scope["type"] == "http" and scope["method"] == "PUT"
    return is_put and "/_stcore/upload_file/" in scope["path"]


def _inline_scripts() -> str:
    """Return the digests of the scripts that stand in Streamlit's page itself."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digests = [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _without_refused_gzip(scope: Scope) -> Scope:
    """Drop gzip from what a client takes if it refuses it: `gzip;q=0` (RFC 9110, 12.5.3).

    What packs responses, here and in Starlette, looks for the word alone.
    """
    if scope["type"] != "http":
        return scope
    headers = MutableHeaders(scope=dict(scope))
    asked = headers.get("accept-encoding", "")
    kept = [part for part in asked.split(",") if not re.search(r";\s*q=0(\.0*)?\s*$", part)]
    headers["accept-encoding"] = ",".join(kept)
    return {**scope, "headers": headers.raw}
