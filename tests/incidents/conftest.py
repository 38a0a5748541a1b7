"""A Spark Connect server for the tests of the recorded deaths."""

from collections.abc import Iterator

import pytest
from pysail.spark import SparkConnectServer


@pytest.fixture(scope="session")
def sail() -> Iterator[str]:
    """Return the address of a Sail server, which runs in this process without Java."""
    server = SparkConnectServer(ip="127.0.0.1", port=0)
    server.start(background=True)
    _, port = server.listening_address
    yield f"sc://127.0.0.1:{port}"
    server.stop()
