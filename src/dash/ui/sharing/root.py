"""The address under which readers reach this server: what begins a link that leaves it."""

import os
import re
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import Scope

from dash.ui import uploads

# The address as readers write it, with the path under which the pages stand: without it, a
# request's own counts.
ADDRESS = "DOSSIER_ADDRESS"
WHOLE = re.compile(r"https?://[A-Za-z0-9._-]+(:\d{1,5})?(/[\w./~-]*)?", re.ASCII)
HOST = re.compile(r"([\w.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?", re.ASCII)
# There, the pages stand in a frame of the host's, and no address of a record reaches them.
CLOUD = ".streamlit.app"


def told_root(address: str | None) -> str | None:
    """Return the address that the host has set, without a slash at its end; None for none.

    Raises:
        ValueError: It is no address.
    """
    if address and not WHOLE.fullmatch(address):
        raise ValueError(
            f"{ADDRESS} is {address!r}: give the address of the home page, like "
            "https://news.example or https://news.example/dossier"
        )
    return address.rstrip("/") if address else None


def own_root() -> str | None:
    """Return the address that the host has set in the environment; None for none.

    Raises:
        ValueError: It is no address.
    """
    return told_root(os.environ.get(ADDRESS))


def base_path() -> str:
    """Return the path under which the server shows its pages, /news; blank for the root."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def root_of(scope: Scope) -> str:
    """Return this server's address as a request has it; blank where its host is no name.

    What stands in front and speaks TLS says so in X-Forwarded-Proto. Whoever makes that up
    changes nothing but the answer to himself.
    """
    if told := own_root():
        return told
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    scheme = headers.get("x-forwarded-proto", scope.get("scheme", "http"))
    if not HOST.fullmatch(host) or scheme not in ("http", "https"):
        return ""
    return f"{scheme}://{host}{base_path()}"


def root_of_page() -> str | None:
    """Return the same for a page that runs; None where no address leads to a record."""
    # Nobody else finds what a visitor brought.
    return None if uploads.shown() else own_root() or root_of_browser()


def root_of_browser() -> str | None:
    """Return where the reader's own browser finds this server, whatever the host has set."""
    found = urlsplit(st.context.url or "")
    if not found.hostname or found.hostname.endswith(CLOUD):
        return None
    return f"{found.scheme}://{found.netloc}{base_path()}"
