"""Tests of dash.ui.protection: headers, hosts, metrics and uploads, on the app as it is served."""

import asyncio
import gzip
import http.client
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dash.dossier.model import Dossier
from dash.dossier.pictures import Picture, read_pictures
from dash.ui import protection
from tests.serving import ROOT, start

# Servers are started, once each way.
pytestmark = pytest.mark.slow

PAGES = ["/", "/map", "/_stcore/health", "/static/nothing.js", "/geo/0.geojson", "/_stcore/metrics"]


@pytest.fixture(scope="module", params=["streamlit run", "uvicorn"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The shipped dossier's server, whichever way it is started, that knows its own name only."""
    log = tmp_path_factory.mktemp("server") / "server.log"
    hosts = {"DOSSIER_HOSTS": "127.0.0.1 news.example"}
    uvicorn = request.param == "uvicorn"
    with start(ROOT / "app.py", log, environment=hosts, uvicorn=uvicorn) as server:
        yield server.address


def _get(address: str, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(connection):
        connection.request("GET", path, headers=named)
        answer = connection.getresponse()
        return answer, answer.read()


def test_every_response_carries_the_headers(address: str, shipped: Dossier) -> None:
    layer = shipped.ground["crimea"].digest
    for path in [*PAGES, f"/geo/{layer}.geojson"]:
        answer, _ = _get(address, path)
        for name, value in protection.security_headers(None).items():
            assert answer.headers.get_all(name) == [value], (path, name)


def test_a_picture_keeps_its_own_stricter_policy(address: str, shipped: Dossier) -> None:
    pictures = read_pictures(shipped.folder, shipped.records("slides")).values()
    digest = next(picture.digest for picture in pictures if isinstance(picture, Picture))
    answer, _ = _get(address, f"/app/static/pictures/{digest}")
    assert answer.status == 200
    assert answer.headers.get_all("Content-Security-Policy") == ["default-src 'none'"]
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_another_host_is_refused(address: str) -> None:
    for known in ("127.0.0.1:1", "news.example"):
        assert _get(address, "/", Host=known)[0].status == 200
    answer, _ = _get(address, "/", Host="rebound.example")
    assert answer.status == 400
    assert "Content-Security-Policy" in answer.headers


def test_metrics_are_closed_to_strangers(address: str) -> None:
    answer, text = _get(address, "/_stcore/metrics")
    assert answer.status == 404
    assert b"DOSSIER_METRICS=1" in text


@pytest.mark.parametrize(
    ("taken", "packed"),
    [("gzip", True), ("gzip;q=0.5, br", True), ("gzip;q=0", False), ("br, gzip; q=0.00", False)],
)
def test_who_refuses_gzip_gets_none(
    taken: str,
    packed: bool,
    address: str,
    shipped: Dossier,
) -> None:
    layer = shipped.ground["crimea"]
    for path in (f"/geo/{layer.digest}.geojson", "/_stcore/host-config"):
        answer, body = _get(address, path, Accept_Encoding=taken)
        if path.startswith("/geo"):
            assert (answer.headers["Content-Encoding"] == "gzip") is packed
            assert (gzip.decompress(body) if packed else body) == layer.content
        elif not packed:
            assert "Content-Encoding" not in answer.headers


def test_the_host_may_name_who_frames_the_pages() -> None:
    policy = protection.security_headers("https://news.example 'self'")["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors https://news.example 'self'")


@pytest.mark.parametrize("wrong", ["news.example", "https://a.example; script-src *", "'all'"])
def test_what_is_no_address_does_not_get_into_the_policy(wrong: str) -> None:
    with pytest.raises(ValueError, match="DOSSIER_FRAME_ANCESTORS is"):
        protection.security_headers(wrong)


def test_settings_that_cannot_be_read_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "DOSSIER_HOSTS": "https://news.example",
        "DOSSIER_UPLOADS": "1 GB",
        "DOSSIER_FRAME_ANCESTORS": "*; script-src *",
    }
    assert protection.middleware()
    for name, value in wrong.items():
        with monkeypatch.context() as given:
            given.setenv(name, value)
            with pytest.raises(ValueError, match=f"{name} is"):
                protection.middleware()


def test_a_server_with_such_a_setting_does_not_start(tmp_path: Path) -> None:
    wrong = {"DOSSIER_UPLOADS": "1 GB"}
    server = start(ROOT / "app.py", tmp_path / "server.log", environment=wrong)
    with pytest.raises(RuntimeError, match="give a whole number of megabytes"):
        server.__enter__()


def test_the_policy_names_the_scripts_that_stand_in_streamlits_page() -> None:
    assert protection.security_headers(None)["Content-Security-Policy"].count("'sha256-") == 1


def _answers(
    app: ASGIApp, *uploads: Mapping[str, str], path: str = "/_stcore/upload_file/s/f"
) -> list[int]:
    """Send uploads at the same time; return the status of each answer, in order."""

    async def send_all() -> list[int]:
        return await asyncio.gather(*(_status(app, path, headers) for headers in uploads))

    return asyncio.run(send_all())


async def _status(app: ASGIApp, path: str, headers: Mapping[str, str]) -> int:
    found = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            found.append(int(message["status"]))

    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope: Scope = {"type": "http", "method": "PUT", "path": path, "headers": raw}
    await app(scope, receive, send)
    return found[0]


async def _takes_all(scope: Scope, receive: Receive, send: Send) -> None:
    await asyncio.sleep(0)  # lets the other uploads of this moment begin
    await PlainTextResponse("taken", 204)(scope, receive, send)


def test_uploads_held_and_under_way_count_against_one_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = {"bytes": [SimpleNamespace(byte_length=60)]}
    manager = SimpleNamespace(get_stats=lambda: held)
    runtime = SimpleNamespace(uploaded_file_mgr=manager)
    monkeypatch.setattr(protection, "get_instance", lambda: runtime)
    app = protection.UploadLimit(_takes_all, 100)
    small = {"content-length": "30"}
    assert _answers(app, small, small) == [204, 503]
    assert _answers(app, small) == [204], "what was under way has arrived"
    assert _answers(app, {"content-length": "41"}) == [503]
    assert _answers(app, {}) == [411]
    assert _answers(app, {}, path="/elsewhere") == [204]
