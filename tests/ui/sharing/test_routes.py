"""Tests of dash.ui.sharing.routes: embeds, oEmbed and lists, as the server answers them."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.middleware import Middleware

from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.sharing.addresses import KINDS, embed_path
from dash.sharing.embed import policy
from dash.ui.protection import security_headers, with_headers
from dash.ui.sharing.routes import sharing_routes
from tests import factories as make
from tests.asking import ask
from tests.yardstick import within

ROOT = "http://news.example"


@pytest.fixture
def app() -> Starlette:
    """The routes, under the headers of every response."""
    protection = Middleware(with_headers, headers=security_headers(None))
    return Starlette(routes=sharing_routes(), middleware=[protection])


def test_every_record_of_the_shipped_dossier_has_an_embed(shipped: Dossier, app: Starlette) -> None:
    for kind, table in KINDS.items():
        for row in shipped.records(table):
            answer = ask(app, embed_path(kind, str(key_of_row(row))))
            assert answer.status == 200
            assert answer.headers.getlist("content-security-policy") == [policy()]
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_a_slide_has_its_picture_from_the_same_server(app: Starlette) -> None:
    text = ask(app, "/embed/slide/3").text
    assert text.count('<img src="/app/static/pictures/') == 1
    assert "Drawn from the dossier" in text


@pytest.mark.parametrize(
    "path",
    [
        "/embed/statement/Q99",
        "/embed/actor/mayor",
        "/embed/slide/03",
        "/embed/comparison/killed-14000~killed-14000",
        "/embed/statement/",
        "/embed/statement/Q13/more",
        "/embed/statement/%3Cscript%3E",
    ],
)
def test_what_is_no_record_is_not_found_and_nobody_may_frame_it(path: str, app: Starlette) -> None:
    answer = ask(app, path)
    assert answer.status == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]


def test_an_editor_is_told_in_both_forms(app: Starlette) -> None:
    address = quote(f"{ROOT}/quotes?quote=Q13", safe="")
    found = ask(app, f"/oembed?url={address}&format=json&maxwidth=300")
    assert found.headers["content-type"] == "application/json"
    assert found.headers["access-control-allow-origin"] == "*"
    assert json.loads(found.text)["width"] == 300
    xml = ask(app, f"/oembed?url={address}&format=xml")
    assert xml.headers["content-type"].startswith("text/xml")
    assert "<type>rich</type>" in xml.text
    assert ask(app, f"/oembed?url={address}", "HEAD").status == 200


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("url=", 400),
        ("url=" + "a" * 20_000, 400),
        ("url=http://elsewhere.example/", 404),
        ("url=http://news.example/quotes?quote=Q99", 404),
        ("url=http://news.example/quotes?quote=Q13&format=yaml", 501),
        ("url=http://news.example/quotes?quote=Q13&maxwidth=0", 400),
        ("url=http://news.example/quotes?quote=Q13&maxheight=many", 400),
        ("url=http://news.example/quotes?quote=Q13&maxheight=" + "9" * 99, 400),
    ],
)
def test_what_cannot_be_answered_says_so(query: str, status: int, app: Starlette) -> None:
    answer = ask(app, f"/oembed?{query}")
    assert answer.status == status
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-type"].startswith("text/plain")


def test_crawlers_find_all_addresses(app: Starlette) -> None:
    assert f"Sitemap: {ROOT}/sitemap.xml" in ask(app, "/robots.txt").text
    found = ask(app, "/sitemap.xml")
    assert found.headers["content-type"] == "application/xml"
    assert f"<loc>{ROOT}/quotes?quote=Q13</loc>" in found.text


def test_under_a_base_path_all_stand_there_but_the_rules_for_crawlers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "news"}.get)
    app = Starlette(routes=sharing_routes())
    assert f'href="{ROOT}/news/quotes?quote=Q13"' in ask(app, "/news/embed/statement/Q13").text
    assert f"<loc>{ROOT}/news/map</loc>" in ask(app, "/news/sitemap.xml").text
    found = ask(app, f"/news/oembed?url={ROOT}/news/quotes?quote=Q13").text
    assert f"{ROOT}/news/embed/statement/Q13" in found
    for path in ("/robots.txt", "/news/robots.txt", "/embed/statement/Q13"):
        assert ask(app, path).status == 404


def test_an_address_that_is_none_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_ADDRESS", "news.example")
    with pytest.raises(ValueError, match="DOSSIER_ADDRESS is"):
        sharing_routes()


def test_a_broken_table_takes_its_own_embeds_only(
    app: Starlette, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path, quotes=[make.quote(speech="loud")])
    monkeypatch.setenv("DOSSIER", str(folder))
    answer = ask(app, "/embed/statement/Q1")
    assert (answer.status, answer.text.partition(":")[0]) == (
        404,
        "The dossier has a problem here",
    )
    assert ask(app, "/embed/place/bridge").status == 200


@pytest.mark.timing
def test_an_embed_takes_less_than_20_ms_of_cpu(shipped: Dossier, app: Starlette) -> None:
    keys = [row["id"] for row in shipped.records("figures")][:50]
    with within(len(keys) * 0.02):
        for key in keys:
            ask(app, embed_path("figure", key))
