"""The dossier that a visitor brings: shown to nobody else, for as long as the session lasts.

The session's state knows tokens alone; what they name lies on the shelf of the process.
"""

import os
import secrets
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dash.checking.limits import UnfitUploadError
from dash.checking.receiving import receive
from dash.ui.protection import UPLOADS, upload_limit
from dash.ui.shelf import Upload, new_folder, shelf

# "off": visitors cannot open dossiers of their own.
OPENING = "DOSSIER_OPEN"
# The one entry of the session's state.
KEY = "own_dossier"
# Bytes: what an upload counts as at least, for what the tables take in memory.
LEAST_SIZE = 2_000_000
# Seconds: one upload is checked at a time, and others wait so long.
PATIENCE = 60


@dataclass
class Own:
    """What a session knows of its uploads.

    Attributes:
        pending: The token of what was checked and is not shown.
        shown: The token of what the pages show.
        refused: Why the last one was not read.
        told: What became of the one that was shown.
        turn: Counts the uploads, so that each begins with an empty field.
    """

    pending: str | None = None
    shown: str | None = None
    refused: str | None = None
    told: str | None = None
    turn: int = 0


def is_open() -> bool:
    """Return whether visitors may open dossiers of their own."""
    return os.environ.get(OPENING, "").strip().lower() not in ("off", "0", "no", "false")


def own() -> Own:
    """Return what this session knows; of a thread without one, nothing."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return Own()
    found: Own = st.session_state.setdefault(KEY, Own())
    return found


def shown() -> Upload | None:
    """Return the dossier that this session's pages show in place of the server's."""
    return _of(own(), "shown")


def pending() -> Upload | None:
    """Return the dossier that was checked for this session and is not shown yet."""
    return _of(own(), "pending")


def _of(state: Own, which: str) -> Upload | None:
    token = getattr(state, which)
    if token is None:
        return None
    upload = shelf().find(token)
    if upload is None:
        setattr(state, which, None)
        state.told = "Your dossier is no longer here, as its pages were not used for an hour."
    else:
        upload.seen = time.monotonic()
    return upload


def take(name: str, sent: Mapping[str, bytes]) -> None:
    """Unpack and check what was sent; the session keeps the report, or why there is none.

    Args:
        name: What its visitor calls it.
        sent: The content of each file by its name.
    """
    state = own()
    discard()
    state.turn += 1
    try:
        upload = _checked(name, sent)
    except UnfitUploadError as error:
        state.refused = str(error)
        return
    shelf().add(upload)
    state.pending = upload.token


def _checked(name: str, sent: Mapping[str, bytes]) -> Upload:
    if not shelf().checking.acquire(timeout=PATIENCE):
        raise UnfitUploadError("The server is busy with other dossiers: try again in a minute.")
    folder = new_folder()
    try:
        _require_room(sum(map(len, sent.values())))
        unpacked, report = receive(sent, folder)
        size = max(unpacked.size, LEAST_SIZE)
        _require_room(size)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        shelf().checking.release()
    context = get_script_run_ctx(suppress_warning=True)
    session = "" if context is None else context.session_id
    aside, token = tuple(unpacked.left_aside), secrets.token_urlsafe(24)
    return Upload(token, session, name, folder, report, aside, size, time.monotonic())


def _require_room(size: int) -> None:
    held = sum(upload.size for upload in shelf().all())
    if held + size > upload_limit(os.environ.get(UPLOADS)):
        raise UnfitUploadError(
            "The server holds as many dossiers of visitors as it may: try again in some minutes."
        )


def show() -> None:
    """Let the session's pages show what was checked last, in place of what they show now."""
    state = own()
    if state.pending is not None:
        if state.shown is not None:
            shelf().remove(state.shown)
        state.shown, state.pending = state.pending, None


def discard() -> None:
    """Let go of what was checked and is not shown; for callbacks too."""
    state = own()
    state.refused = None
    if state.pending is not None:
        shelf().remove(state.pending)
        state.pending = None


def close() -> None:
    """Let the session's pages show the server's dossier again; for callbacks."""
    state = own()
    if state.shown is not None:
        shelf().remove(state.shown)
        state.shown = None
        state.told = "Your dossier is closed, and nothing of it is left on this server."


def news() -> str | None:
    """Return what became of the session's dossier, once."""
    state = own()
    told, state.told = state.told, None
    return told
