"""A Spark Connect server for the tests of the recorded deaths."""

from collections.abc import Iterator

import pytest
from pysail.spark import SparkConnectServer


@pytest.fixture(scope="session")
def sail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a Sail server that keeps sums, in this process and without Java."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAIL_EXECUTION__CHECKPOINT__PATH", tmp_path_factory.mktemp("kept").as_uri())
        server = SparkConnectServer(ip="127.0.0.1", port=0)
        server.start(background=True)
    yield address_of(server)
    server.stop()


def address_of(server: SparkConnectServer) -> str:
    """Return where a Sail server listens."""
    _, port = server.listening_address
    return f"sc://127.0.0.1:{port}"
