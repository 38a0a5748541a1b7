"""A server of one's own and a browser to look at it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Playwright

ROOT = Path(__file__).parents[1]
START_SECONDS = 60
# Without these, headless Chromium on a machine without a graphics card paints no map.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
HOW_TO_GET_ONE = (
    "no browser: install Debian's with `apt-get install chromium`, "
    "or Playwright's own with `uv run --all-groups playwright install chromium`"
)


def launch(playwright: Playwright) -> Browser:
    """Start Debian's Chromium or Playwright's own; skip, or fail if told so, without either."""
    executable = shutil.which("chromium")
    try:
        return playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
    except Error:
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(f"REQUIRE_BROWSER=1, but {HOW_TO_GET_ONE}")
        pytest.skip(HOW_TO_GET_ONE)


@contextmanager
def serve(log: Path, **environment: str) -> Iterator[str]:
    """Serve the dashboard in a process of its own; yield its address.

    Args:
        log: File that takes the server's output; it is shown when the start fails.
        environment: Variables for the server, for example DOSSIER.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1"]
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | environment, stdout=output, stderr=output
        )
    try:
        _await_health(port, server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_health(port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)  # the condition is polled: a server has no other way to tell
    pytest.fail(f"the server did not start:\n{log.read_text(encoding='utf-8')}")
