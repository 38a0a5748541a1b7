"""Tests of dash.ui.map.ground: the map's ground by an address that may be cached for ever."""

import asyncio
import gzip
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response

from dash.dossier.model import Dossier
from dash.ui.map import ground
from tests import factories as make


@pytest.fixture
def unannounced() -> Iterator[None]:
    """Forget, before and after, that this process serves the ground."""
    ground._served.forget()
    yield
    ground._served.forget()


def _get(digest: str, encoding: str = "gzip, br") -> Response:
    scope = {
        "type": "http",
        "path_params": {"digest": digest},
        "headers": [(b"accept-encoding", encoding.encode())],
    }
    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(lambda: asyncio.run(ground.ground_routes()[0].endpoint(Request(scope))))
        answer: Response = run.result()
    return answer


def test_a_layer_is_sent_packed_and_may_be_kept_for_ever(shipped: Dossier) -> None:
    layer = shipped.ground["crimea"]
    packed, plain = _get(layer.digest), _get(layer.digest, "identity")
    assert gzip.decompress(bytes(packed.body)) == bytes(plain.body) == layer.content
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert "immutable" in packed.headers["cache-control"]
    assert packed.headers["content-type"] == "application/geo+json"
    assert "content-encoding" not in plain.headers


def test_what_is_not_there_is_said_and_not_kept(shipped: Dossier) -> None:
    assert shipped.ground
    answer = _get("0" * 16)
    assert answer.status_code == 404
    assert "cache-control" not in answer.headers


def test_a_broken_file_is_not_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = '[[layers]]\nid = "ground"\nfile = "ground.geojson"\nname = "Ground"\n'
    folder = make.write(tmp_path, make.STORY + layer)
    monkeypatch.setenv("DOSSIER", str(folder))
    assert _get("0" * 16).status_code == 404


@pytest.mark.usefixtures("unannounced")
def test_where_nothing_is_served_the_ground_travels_inline(shipped: Dossier) -> None:
    inline = ground.ground_data(shipped)
    assert inline["crimea"]["features"][0]["properties"]["id"] == "crimea"
    ground.announce()
    served = ground.ground_data(shipped)
    assert served["crimea"] == f"geo/{shipped.ground['crimea'].digest}.geojson"
    assert json.dumps(served)
