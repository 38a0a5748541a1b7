"""A server of one's own, for tests and benchmarks that need a real one."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server: its address without a slash at the end, and its process."""

    address: str
    process_id: int


@contextmanager
def serve(log: Path, **environment: str) -> Iterator[str]:
    """Serve the dashboard in a process of its own; yield its address.

    Args:
        log: File that takes the server's output; it is shown when the start fails.
        environment: Variables for the server, for example DOSSIER.
    """
    with start(ROOT / "app.py", log, environment=environment) as server:
        yield server.address
    told = log.read_text(encoding="utf-8")
    assert "Unforeseen error" not in told, told


@contextmanager
def start(
    script: Path,
    log: Path,
    options: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
    *,
    uvicorn: bool = False,
) -> Iterator[Server]:
    """Run `streamlit run` on a script, in the script's folder, on a free port of this machine.

    Args:
        script: The app; the `.streamlit` folder beside it counts.
        log: File that takes the server's output; it is shown when the start fails.
        options: More options, for example `--runner.postScriptGC=true`.
        environment: Variables for the server, beside those of this process.
        uvicorn: Start `uvicorn` on the script's `app` instead; the options are then uvicorn's.

    Raises:
        RuntimeError: The server does not answer within a minute.
    """
    port = free_port()
    if uvicorn:
        command = ["uvicorn", f"{script.stem}:app", "--host=127.0.0.1", f"--port={port}"]
    else:
        command = ["streamlit", "run", script.name, "--server.headless=true"]
        command += ["--server.address=127.0.0.1", f"--server.port={port}"]
    command = [sys.executable, "-m", *command, *options]
    variables = os.environ | dict(environment or {})
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=script.parent, env=variables, stdout=output, stderr=output
        )
    try:
        await_health(port, server, log)
        yield Server(f"http://127.0.0.1:{port}", server.pid)
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    """Return a port of this machine on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_health(port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until a server, or what stands before it, answers.

    Raises:
        RuntimeError: It has ended, or does not answer within a minute.
    """
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)  # the condition is polled: a server has no other way to tell
    raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8')}")
