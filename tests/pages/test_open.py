"""The page "/open", run by Streamlit's AppTest: a visitor's own dossier on all pages."""

import asyncio
import re
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.types import Message
from streamlit.testing.v1 import AppTest

from dash.beginning.folders import packed_example, write_example
from dash.datapackage import package
from dash.dossier.loaders import open_dossier
from dash.dossier.model import Dossier
from dash.ui import server
from dash.ui.map import ground
from dash.ui.shelf import shelf
from tests import factories as make
from tests.checking import archives
from tests.pages.app import PAGES, open_page, parts_of, text_of

PAGE = "pages/open.py"
MARK = "only you see this"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the uploads of a test lie, on a shelf of their own."""
    place = tmp_path / "uploads"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    shelf.forget()
    yield place
    shelf.forget()


def _send(**files: bytes) -> AppTest:
    """Send files to the page; a name's last underscore is its dot."""
    app = open_page(PAGE)
    named = {".".join(name.rsplit("_", 1)): content for name, content in files.items()}
    sent = [(name, content, "application/octet-stream") for name, content in named.items()]
    return app.file_uploader[0].set_value(sent).run()


def _shown(**files: bytes) -> AppTest:
    """Send files, and let all pages show them."""
    app = _send(**files)
    assert not app.exception
    return app.button(key="open_show").click().run()


def _at(app: AppTest, page: str) -> AppTest:
    return app.switch_page(page).run()


def _without_mark(app: AppTest) -> list[str]:
    return [line for line in text_of(app).splitlines() if MARK not in line]


def test_a_dossier_is_checked_shown_on_every_page_and_closed(place: Path) -> None:
    app = _shown(mine_zip=packed_example())
    assert app.title[0].value == "A paper giant goes to sea"
    for page in PAGES:
        _at(app, page)
        assert not app.exception
        assert not app.error
        assert f"Your dossier **mine.zip**: {MARK}" in text_of(app)
        assert "Deutsche Welle" not in text_of(app)
    assert len(list(place.iterdir())) == 1
    app.query_params["slide"] = "2"
    app.button(key="own_close").click().run()
    assert [info.value for info in app.info] == [
        "Your dossier is closed, and nothing of it is left on this server."
    ]
    assert not app.query_params
    assert list(place.iterdir()) == []
    _at(app, "app.py")
    assert MARK not in text_of(app)
    assert not app.info
    assert "Deutsche Welle" in text_of(app)


@pytest.mark.parametrize("page", PAGES)
def test_each_page_says_what_it_says_of_the_same_folder(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _at(_shown(mine_zip=packed_example()), page)
    write_example(tmp_path / "mine")
    monkeypatch.setenv("DOSSIER", str(tmp_path / "mine"))
    served = open_page(page)
    if page == PAGE:  # has the report, too
        assert served.title[0].value == own.title[0].value
        return
    assert _without_mark(own) == text_of(served).splitlines()
    links = [[link.proto.page for link in app.get("page_link")] for app in (own, served)]
    assert links[0] == links[1]


def test_what_is_taken_away_here_can_be_opened_here(shipped: Dossier) -> None:
    """All of it but the incidents: a stranger's Parquet files are not read."""
    app = _send(story_zip=package(shipped))
    assert not app.error
    lost = "incidents" if shipped.incidents else None
    assert {table.value["File"][0] for table in app.dataframe} == ({lost} if lost else set())
    assert app.button(key="open_show").label == (
        "Show what is sound" if lost else "Show this dossier"
    )


def test_tables_one_by_one_and_a_workbook_are_opened_too(tmp_path: Path) -> None:
    tables = {name: [dict[str, object](row) for row in rows] for name, rows in make.rows().items()}
    make.write_workbook(tmp_path / "story.xlsx", **tables)
    workbook = (tmp_path / "story.xlsx").read_bytes()
    app = _shown(story_xlsx=workbook, dossier_toml=make.STORY.encode())
    assert app.title[0].value == "A quarrel over a bridge"
    assert "Your dossier **2 files**" in text_of(app)
    folder = make.write(tmp_path / "csv")
    files = {file.name.replace(".", "_"): file.read_bytes() for file in folder.glob("*.*")}
    app = _shown(**files)
    assert app.title[0].value == "A quarrel over a bridge"


def test_a_problem_is_told_as_check_tells_it_and_the_rest_can_be_shown(tmp_path: Path) -> None:
    folder = make.write(tmp_path / "bridge", events=[make.event(precision="dya")])
    problems = open_dossier(folder).problems
    shutil.make_archive(str(tmp_path / "bridge"), "zip", folder)
    app = _send(bridge_zip=(tmp_path / "bridge.zip").read_bytes())
    table = app.dataframe[0].value
    assert table["Found"].tolist() == [problem.value for problem in problems] == ["dya"]
    assert "Did you mean `day`?" in table["Expected"][0]
    assert app.button(key="open_show").label == "Show what is sound"
    _at(app.button(key="open_show").click().run(), "pages/timeline.py")
    assert "in the dossier's folder bridge.zip" in app.error[0].value.replace("\\", "")
    assert not _at(app, "pages/quotes.py").error


def test_without_its_frame_a_dossier_cannot_be_shown(tmp_path: Path) -> None:
    app = _send(sources_csv=(make.write(tmp_path) / "sources.csv").read_bytes())
    assert "what no page can do without" in app.error[0].value
    assert [button.key for button in app.button] == ["open_discard"]
    app.button(key="open_discard").click().run()
    assert not app.error
    assert len(app.file_uploader) == 1


@pytest.mark.parametrize("case", ["a link", "10,000 files", "a bomb"])
def test_a_hostile_upload_is_told_and_another_can_be_sent(case: str, place: Path) -> None:
    send, told = archives.HOSTILE[case]
    app = _send(story_zip=send()["story.zip"])
    assert not app.exception
    assert told in app.error[0].value.replace("\\", "")
    assert list(place.iterdir()) == []
    assert len(app.file_uploader) == 1


def test_two_visitors_each_see_their_own_and_a_third_the_servers(
    tmp_path: Path, place: Path
) -> None:
    shutil.make_archive(str(tmp_path / "bridge"), "zip", make.write(tmp_path / "bridge"))
    one = _shown(mine_zip=packed_example())
    other = _shown(bridge_zip=(tmp_path / "bridge.zip").read_bytes())
    third = open_page("app.py")
    for page in ("pages/quotes.py", "pages/map.py", "pages/search.py", "pages/sources.py"):
        seen = [text_of(_at(app, page)) for app in (one, other, third)]
        assert [MARK in words for words in seen] == [True, True, False]
        sources = ["The Marrow Echo", "The Paper", "Deutsche Welle"]
        assert [[source in words for source in sources] for words in seen] == [
            [True, False, False],
            [False, True, False],
            [False, False, True],
        ]
    assert len(list(place.iterdir())) == 2
    one.button(key="own_close").click().run()
    assert MARK in text_of(_at(other, "app.py"))
    assert len(list(place.iterdir())) == 1


def test_a_host_that_switched_it_off_has_no_link_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = open_page("app.py")
    assert any(link.proto.page == "open" for link in home.get("page_link"))
    monkeypatch.setenv("DOSSIER_OPEN", "off")
    home = open_page("app.py")
    assert not any(link.proto.page == "open" for link in home.get("page_link"))
    app = open_page(PAGE)
    assert not app.file_uploader
    assert "shows its own dossier only" in app.info[0].value


def _get(address: str) -> tuple[int, str]:
    """Ask the app's own routes for an address, as anybody may; return status and cache control."""
    heads: list[Message] = []

    async def ask() -> None:
        async def send(message: Message) -> None:
            heads.extend([message] if message["type"] == "http.response.start" else [])

        async def receive() -> Message:
            return {"type": "http.request"}

        scope = {"type": "http", "method": "GET", "path": address, "headers": []}
        await Starlette(routes=server.parts()["routes"])(scope, receive, send)

    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(ask())).result()
    return heads[0]["status"], Headers(raw=heads[0]["headers"]).get("cache-control", "")


def test_pictures_and_ground_have_addresses_that_nobody_guesses_and_go_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ground, "is_served", lambda: True)
    app = _shown(mine_zip=packed_example())
    (token,) = (upload.token for upload in shelf().all())
    assert len(token) >= 32
    stage = str(parts_of(_at(app, "pages/slideshow.py"))[0].proto)
    pictures = set(re.findall(r"/app/static/pictures/[\w/-]+", stage))
    assert pictures
    deck = _at(app, "pages/map.py").get("deck_gl_json_chart")[0].proto.json
    grounds = {f"/{address}" for address in re.findall(r"geo/own/[\w/-]+\.geojson", deck)}
    assert grounds
    for address in pictures | grounds:
        assert token in address
        assert _get(address) == (200, "private, no-store")
        assert _get(address.replace(token, "x" * len(token)))[0] == 404
        assert _get(address.replace(f"/own/{token}", ""))[0] == 404
    app.button(key="own_close").click().run()
    assert {_get(address)[0] for address in pictures | grounds} == {404}


def test_it_is_said_that_recorded_deaths_are_not_opened() -> None:
    sent = archives.with_file("incidents/recorded.parquet")
    app = _send(mine_zip=sent["story.zip"])
    assert "Recorded deaths (1 Parquet file) are not opened here" in text_of(app)
    assert "recorded.parquet" not in text_of(app)
