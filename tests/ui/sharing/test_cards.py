"""Tests of cards by an address of their own."""

import asyncio
import io
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from streamlit.testing.v1 import AppTest

from dash.sharing.addresses import CARD_SIZE, Subject, comparison
from dash.ui.data import current_dossier
from dash.ui.sharing import cards
from dash.ui.sharing.cards import Desk, Order, card_routes, desk_of, printed_address
from tests import factories
from tests.yardstick import within

PNG, SVG = 0, 1


@pytest.fixture(autouse=True)
def _no_card_is_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("DOSSIER_ADDRESS", raising=False)
    desk_of.forget(current_dossier())
    yield
    desk_of.forget(current_dossier())


def _request(kind: str, key: str, query: str = "", **headers: str) -> Request:
    given = {"host": "news.example"} | headers
    return Request(
        {
            "type": "http",
            "scheme": "https",
            "path_params": {"kind": kind, "key": key},
            "query_string": query.encode(),
            "headers": [(n.replace("_", "-").encode(), v.encode()) for n, v in given.items()],
        }
    )


def _ask(*requests: Request, route: int = PNG) -> list[Response]:
    endpoint = card_routes()[route].endpoint

    async def all_at_once() -> list[Response]:
        return list(await asyncio.gather(*(endpoint(request) for request in requests)))

    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(all_at_once())).result()


def _refused(request: Request) -> HTTPException:
    with pytest.raises(HTTPException) as refused:
        _ask(request)
    return refused.value


def _size(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content), formats=("PNG",)) as image:
        return image.size


def test_a_card_is_a_picture_that_may_be_kept_for_minutes() -> None:
    (answer,) = _ask(_request("statement", "Q13"))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert _size(bytes(answer.body)) == CARD_SIZE
    (same,) = _ask(_request("statement", "Q13", if_none_match=answer.headers["etag"]))
    assert (same.status_code, same.body) == (304, b"")


def test_the_svg_says_the_same_and_prints_the_address() -> None:
    (answer,) = _ask(_request("figure", "killed-14000"), route=SVG)
    text = bytes(answer.body).decode()
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "news.example/casualties?figure=killed-14000" in text.replace("</text><text", "")


def test_every_kind_of_record_has_a_card() -> None:
    pair = comparison("killed-14000", "civilians-3300")
    subjects = (("event", "call"), ("place", "crimea"), ("difference", "D01"), ("slide", "3"))
    events = {row["id"] for row in current_dossier().records("events")}
    known = [s for s in subjects if s[0] != "event" or s[1] in events]
    asked = [*known, (pair.kind, pair.key), ("source", "dw")]
    sources = {row["id"] for row in current_dossier().records("sources")}
    for kind, key in (one for one in asked if one[0] != "source" or one[1] in sources):
        (answer,) = _ask(_request(kind, key), route=SVG)
        assert answer.status_code == 200


def test_a_page_without_a_record_has_a_card_in_both_forms() -> None:
    for route in (PNG, SVG):
        (answer,) = _ask(_request("page", "slideshow"), route=route)
        assert answer.status_code == 200
    assert "data:image/jpeg" in bytes(answer.body).decode()
    assert _refused(_request("page", "figures")).status_code == 404


def test_letters_without_a_type_are_told_in_the_picture_and_shown_in_the_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = factories.quote(text="לא נשלם.", exact="נשלם.")
    monkeypatch.setenv("DOSSIER", str(factories.write(tmp_path / "d", quotes=[row])))
    there = _ask(_request("statement", "Q1"))[0].body
    desk_of.forget(current_dossier())
    desk_of(current_dossier()).scripts["Hebrew"] = True
    assert _ask(_request("statement", "Q1"))[0].body != there
    (drawing,) = _ask(_request("statement", "Q1"), route=SVG)
    assert "נשלם" in bytes(drawing.body).decode()


def _draw_fold() -> None:
    from dash.sharing.addresses import Subject  # noqa: PLC0415 - the source of this runs alone
    from dash.ui.sharing.cards import card_fold  # noqa: PLC0415

    card_fold(Subject("statement", "Q1"), "https://news.example")


@pytest.mark.parametrize("missing", [False, True])
def test_at_the_record_a_picture_without_its_letters_is_the_drawing(
    missing: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = factories.quote(text="לא נשלם.", exact="נשלם.")
    monkeypatch.setenv("DOSSIER", str(factories.write(tmp_path / "d", quotes=[row])))
    desk_of(current_dossier()).scripts["Hebrew"] = missing
    app = AppTest.from_function(_draw_fold)
    app.session_state["card_statement_Q1"] = True
    app.run()
    assert not app.exception
    offered = [button.proto.label for button in app.get("download_button")]
    assert offered == (["SVG"] if missing else ["PNG, 1200 × 630", "SVG"])
    told = " ".join(one.value for one in app.markdown)
    assert ("There is no PNG of it" in told and "Hebrew letters" in told) == missing


def test_both_themes_are_offered() -> None:
    light, dark = _ask(
        _request("statement", "Q13"), _request("statement", "Q13", "theme=dark"), route=SVG
    )
    assert light.body != dark.body


def test_what_is_not_there_is_said() -> None:
    for kind, key in (("statement", "Q999"), ("nothing", "Q13"), ("slide", "one")):
        refused = _refused(_request(kind, key))
        assert refused.status_code == 404
        assert "No such record" in refused.detail


def test_a_broken_table_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = factories.quote(topic="nothing")
    monkeypatch.setenv("DOSSIER", str(factories.write(tmp_path / "d", quotes=[row])))
    assert "problem" in _refused(_request("statement", "Q1")).detail


def test_a_card_that_many_ask_for_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Order] = []
    draw = Desk.draw

    def counted(self: Desk, order: Order) -> object:
        drawn.append(order)
        return draw(self, order)

    monkeypatch.setattr(Desk, "draw", counted)
    answers = _ask(*(_request("statement", "Q13") for _ in range(8)))
    assert len({bytes(answer.body) for answer in answers}) == 1
    assert len(drawn) == 1
    _ask(_request("statement", "Q13"))
    assert len(drawn) == 1


def test_a_crowd_is_asked_to_come_again() -> None:
    desk = desk_of(current_dossier())
    for number in range(cards.MOST_WAITING):
        waiting = Order(Subject("statement", f"Q{number}"), "png", "none", "")
        desk.drawn_now[waiting] = Future()
    refused = _refused(_request("statement", "Q13"))
    assert refused.status_code == 503
    assert refused.headers == {"Retry-After": "5"}


def test_nobody_waits_for_a_card_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    done = Event()
    monkeypatch.setattr(cards, "PATIENCE", 0.05)
    monkeypatch.setattr(Desk, "draw", lambda *_: done.wait(30))
    try:
        assert _refused(_request("statement", "Q13")).status_code == 503
    finally:
        done.set()


def test_no_address_is_printed_where_none_leads_to_the_record() -> None:
    dossier = current_dossier()
    subject = Subject("slide", "3")
    assert printed_address(dossier, subject, None) == ""
    told = printed_address(dossier, subject, "https://news.example/war")
    assert told == "news.example/war/slideshow?slide=3"


@pytest.mark.timing
def test_two_hundred_cached_cards_take_less_than_a_second_of_cpu() -> None:
    request = _request("statement", "Q13")
    _ask(request)
    with within(1):
        _ask(*(request for _ in range(200)))
