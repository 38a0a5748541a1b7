"""The server's own sockets."""

import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

# The process's descriptors: Linux, and macOS and the BSDs.
DESCRIPTORS = (Path("/proc/self/fd"), Path("/dev/fd"))


def send_at_once() -> int:
    """Switch Nagle's algorithm off for all connections that this process will accept.

    `streamlit run` binds its socket without naming TCP, and asyncio sets TCP_NODELAY only where
    TCP is named: small messages then wait up to 40 ms for the browser's delayed acknowledgement
    of the one before (RFC 896, RFC 1122 section 4.2.3.2). On Linux an accepted connection
    inherits the option from its listening socket; where it does not, nothing is changed.

    Returns:
        How many listening sockets there are; 0 too where descriptors cannot be listed.
    """
    return sum(map(_set, _descriptors()))


def _descriptors() -> list[int]:
    for folder in DESCRIPTORS:
        with suppress(OSError):
            return [int(entry.name) for entry in folder.iterdir() if entry.name.isdigit()]
    return []


def _set(descriptor: int) -> bool:
    with suppress(OSError):
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            return False
        # A duplicate reaches the same socket, and may be closed again.
        with socket.socket(fileno=os.dup(descriptor)) as found:
            listens = found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
            if listens and found.family in {socket.AF_INET, socket.AF_INET6}:
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return True
    return False
