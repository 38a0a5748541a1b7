"""Tests of dash.ui.sharing.heads: Streamlit's page with a head for each address."""

from pathlib import Path

import pytest
import streamlit as st
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dash.dossier.model import Dossier
from dash.sharing.crawlers import sitemap
from dash.site import PAGES
from dash.ui import stylesheet, uploads
from dash.ui.sharing.heads import with_heads
from tests import factories as make
from tests.asking import Answer, ask, streamlit
from tests.sharing import hostile
from tests.yardstick import within


@pytest.fixture
def app() -> ASGIApp:
    """What the server runs, with a stand-in for Streamlit."""
    return with_heads(streamlit)


def _title(answer: Answer) -> str:
    assert answer.text.count("<title") == 1
    return answer.text.split("<title")[1].split(">")[1].removesuffix("</title")


def test_every_address_of_the_shipped_dossier_has_a_head_of_its_own(
    shipped: Dossier, app: ASGIApp
) -> None:
    root = "http://news.example"
    addresses = [
        part.split("</loc>")[0].removeprefix(root).replace("&amp;", "&")
        for part in sitemap(shipped, root).split("<loc>")[1:]
    ]
    for address in addresses:
        answer = ask(app, address)
        assert answer.status == 200
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.headers["content-length"] == str(len(answer.body))
        assert "Streamlit" not in _title(answer)
        canonical = (root + address).replace("&", "&amp;")
        assert f'<link rel="canonical" href="{canonical}" />' in answer.text
        assert "/card/" in answer.text
        assert ("/card/page/" in answer.text) == ("?" not in address)
        assert ("Read this record without JavaScript" in answer.text) == ("?" in address)
        # All else of Streamlit's page is still there.
        assert answer.text.count('<script type="module"') == 1
        assert answer.text.count(stylesheet.address()) == 1
        assert answer.text.endswith("</html>\n")


@pytest.mark.parametrize("page", [page.path for page in PAGES])
def test_what_names_no_record_is_the_page_itself(page: str, app: ASGIApp) -> None:
    plain = ask(app, page)
    asked = "?quote=nobody&figure=%00&slide=%F0&map_place=' OR 1&x=" + "y" * 9000
    assert ask(app, page + asked.replace(" ", "+")).body == plain.body


@pytest.mark.parametrize("path", ["/nothing", "/static/x.js", "/map/", "/map/x", "//map", "/MAP"])
def test_what_is_no_page_is_the_apps_own(path: str, app: ASGIApp) -> None:
    assert ask(app, path).text == "the app's own"
    assert ask(app, "/map", "POST").text == "the app's own"


async def _page_for_all(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer as Streamlit does: with its page for whatever is no file."""
    own = HTMLResponse("<title>Streamlit</title>")
    await (PlainTextResponse("4") if "oembed" in scope["path"] else own)(scope, receive, send)


def test_the_page_that_opens_another_dossier_is_there_where_the_host_lets_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = ask(with_heads(_page_for_all), "/open")
    assert answer.status == 200
    assert _title(answer).startswith("Open another dossier · Biden calls Putin")
    assert '<meta name="robots" content="noindex" />' in answer.text
    monkeypatch.setenv(uploads.OPENING, "off")
    assert ask(with_heads(_page_for_all), "/open").status == 404


def test_an_address_without_a_page_is_not_found_and_names_the_dossier() -> None:
    app = with_heads(_page_for_all)
    answer = ask(app, "/nothing?quote=Q13")
    assert answer.status == 404
    assert _title(answer).startswith("No such page · Biden calls Putin")
    assert '<meta name="robots" content="noindex" />' in answer.text
    assert "canonical" not in answer.text
    assert answer.text.count('<script type="module"') == 1
    assert answer.text.count(stylesheet.address()) == 1
    assert ask(app, "/nothing", "HEAD").headers["content-length"] == str(len(answer.body))
    for other in ("/oembed", "/embed/statement/Q13", "/static/x.js", "/~/+/map"):
        assert ask(app, other).status == 200
        assert "No such page" not in ask(app, other).text


def test_a_page_that_has_not_changed_is_not_sent_again(app: ASGIApp) -> None:
    whole, head = ask(app, "/quotes?quote=Q13"), ask(app, "/quotes?quote=Q13", "HEAD")
    assert head.headers == whole.headers
    assert whole.headers["cache-control"] == "no-cache"
    known = {"if-none-match": whole.headers["etag"]}
    assert ask(app, "/quotes?quote=Q13", headers=known).status == 304
    assert ask(app, "/quotes?quote=Q14", headers=known).status == 200


def test_the_base_path_of_the_server_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "news"}.get)
    app = with_heads(streamlit)
    assert 'href="http://news.example/news/"' in ask(app, "/news/").text
    # Streamlit leads this one to the one before: its scripts are found from there alone.
    assert ask(app, "/news").text == "the app's own"
    found = ask(app, "/news/quotes?quote=Q13").text
    assert 'content="http://news.example/news/card/statement/Q13.png"' in found
    assert ask(app, "/quotes").text == ask(app, "/newsquotes").text == "the app's own"


def test_a_strangers_dossier_cannot_break_out(
    app: ASGIApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(hostile.dossier(tmp_path).folder))
    plain = ask(app, "/search").text
    for address in ("/", "/quotes?quote=Q1", "/map?map_place=bridge", "/sources?source=paper"):
        answer = ask(app, address)
        assert "<img" not in answer.text
        assert "<script>hacked" not in answer.text
        assert answer.text.count("<script>") == plain.count("<script>")
        assert "&lt;/title&gt;" in answer.text


@pytest.mark.parametrize("address", ["/quotes?quote=Q1", "/timeline?event=quarrel"])
def test_a_broken_table_leaves_the_page_its_name(
    address: str, app: ASGIApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = {"quotes": [make.quote(speech="loud")], "events": [make.event(actors="nobody")]}
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path, **broken)))
    assert _title(ask(app, address)).endswith(" · A quarrel over a bridge")
    assert f"/card/page{address.partition('?')[0]}.png" in ask(app, address).text


def test_a_broken_frame_leaves_streamlits_page_and_our_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path, "title = 3")))
    for address in ("/quotes?quote=Q1", "/open", "/nothing"):
        answer = ask(with_heads(_page_for_all), address)
        assert answer.status == 200
        assert _title(answer) == "Streamlit"
        assert stylesheet.address() in answer.text


def test_a_changed_file_changes_the_head(
    app: ASGIApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path)))
    assert "We shall not pay" in _title(ask(app, "/quotes?quote=Q1"))
    make.write(tmp_path, quotes=[make.quote(text="We shall.", exact="We shall")])
    assert "“We shall.”" in _title(ask(app, "/quotes?quote=Q1"))


@pytest.mark.timing
def test_a_head_costs_no_noticeable_time(app: ASGIApp) -> None:
    ask(app, "/quotes?quote=Q13")
    with within(50 * 0.01):
        for _ in range(50):
            ask(app, "/quotes?quote=Q13")
