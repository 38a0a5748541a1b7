"""HAProxy with the project's own configuration, before replicas on free ports of this machine."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.serving import ROOT, Server, await_health, free_port, start

CONFIGURATION = ROOT / "deploy" / "haproxy.cfg"
NAMES = ("one", "two")
SECRET = {"STREAMLIT_SERVER_COOKIE_SECRET": "the same for every replica"}
COOKIE = "replica"
HOW_TO_GET_ONE = "no HAProxy: install it with `apt-get install haproxy`"


@dataclass(frozen=True)
class Balanced:
    """Replicas behind one address, by the names that the configuration gives them."""

    address: str
    replicas: Mapping[str, Server]

    def kill(self, name: str) -> None:
        """End a replica as a machine does that loses its power: without a word."""
        os.kill(self.replicas[name].process_id, signal.SIGKILL)


def haproxy() -> str:
    """Return the path of HAProxy; skip the test, or fail if told so, without one."""
    # Debian puts it where only root looks.
    found = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    if found is None:
        if os.environ.get("REQUIRE_HAPROXY") == "1":
            pytest.fail(f"REQUIRE_HAPROXY=1, but {HOW_TO_GET_ONE}")
        pytest.skip(HOW_TO_GET_ONE)
    return found


@contextmanager
def balanced(folder: Path, options: Sequence[str] = ()) -> Iterator[Balanced]:
    """Start both replicas and HAProxy.

    Args:
        folder: Takes the logs.
        options: More options for the replicas.
    """
    program = haproxy()
    with ExitStack() as stack:
        replicas = {
            name: stack.enter_context(
                start(ROOT / "app.py", folder / f"{name}.log", options, SECRET)
            )
            for name in NAMES
        }
        port = free_port()
        places = {
            f"DOSSIER_{name.upper()}": server.address.removeprefix("http://")
            for name, server in replicas.items()
        }
        variables = os.environ | places | {"DOSSIER_BIND": f"127.0.0.1:{port}"}
        log = folder / "haproxy.log"
        with log.open("wb") as output:
            proxy = subprocess.Popen(
                [program, "-db", "-f", str(CONFIGURATION)],
                env=variables,
                stdout=output,
                stderr=output,
            )
        try:
            await_health(port, proxy, log)
            yield Balanced(f"http://127.0.0.1:{port}", replicas)
        finally:
            proxy.kill()
            proxy.wait(timeout=20)
