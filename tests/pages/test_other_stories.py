"""A story of something else than war: no page speaks of war, and numbers have their units."""

import re
from pathlib import Path

import pytest

from tests import airport
from tests.conftest import SHIPPED
from tests.pages.app import PAGES, open_page
from tests.pages.seen import seen

WAR = re.compile(
    r"\b(wars?|casualt\w*|killed|hurt|injur\w+|died|deaths?|troops?|militar\w+|soldiers?|weapons?|"
    r"galler\w+|held by|recognised as|controlled by|disputed?|ceasefires?|forces)\b",
    re.IGNORECASE,
)
VIEWS = ["Side by side", "Over time", "By year and month", "Compare two", "Other quantities"]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER", str(airport.write(tmp_path)))


@pytest.fixture(params=["airport", "everest"])
def peaceful(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = SHIPPED["everest"] if request.param == "everest" else airport.write(tmp_path)
    monkeypatch.setenv("DOSSIER", str(folder))


# One page is of recorded deaths by its subject: no story without them has it in its menu.
OF_DEATHS = "pages/incidents.py"


@pytest.mark.usefixtures("peaceful")
@pytest.mark.parametrize("page", [page for page in PAGES if page != OF_DEATHS])
def test_no_page_speaks_of_war(page: str) -> None:
    app = open_page(page)
    assert not app.exception
    assert [words for words in seen(app) if WAR.search(words)] == []


@pytest.mark.usefixtures("peaceful")
@pytest.mark.parametrize("view", VIEWS)
def test_no_view_of_the_figures_speaks_of_war(view: str) -> None:
    app = open_page("pages/figures.py", figures_view=view)
    assert not app.exception
    assert [words for words in seen(app) if WAR.search(words)] == []


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("pages/figures.py", {"figure": "cost-owner"}),
        ("pages/map.py", {"map_place": "airport"}),
        ("pages/timeline.py", {"event": "opening"}),
        ("pages/quotes.py", {"quote": "Q1"}),
        ("pages/sources.py", {"sources_view": "Method"}),
        ("pages/sources.py", {"source": "paper"}),
        ("pages/search.py", {"search": "airport"}),
    ],
)
def test_no_record_speaks_of_war(page: str, query: dict[str, str]) -> None:
    app = open_page(page, **query)
    assert not app.exception
    assert [words for words in seen(app) if WAR.search(words)] == []


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("app.py", {}),
        ("pages/figures.py", {}),
        ("pages/figures.py", {"compare_a": "cost-plan", "compare_b": "cost-owner"}),
        ("pages/figures.py", {"figure": "cost-plan"}),
        ("pages/map.py", {}),
        ("pages/search.py", {"search": "1283.5"}),
    ],
)
def test_a_number_stands_with_its_unit(page: str, query: dict[str, str]) -> None:
    told = [words for words in seen(open_page(page, **query)) if "1,283.5" in words]
    assert told
    assert [words for words in told if "EUR 1,283.5 million" not in words] == []


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("pages/figures.py", {"figure": "rock-2005"}),
        ("pages/figures.py", {"compare_a": "nepal-snow", "compare_b": "china-rock"}),
        ("pages/map.py", {"map_place": "everest"}),
        ("pages/timeline.py", {"event": "talks-2010"}),
        ("pages/quotes.py", {"quote": "Q06"}),
        ("pages/quotes.py", {"quotes_view": "Where accounts differ"}),
        ("pages/slideshow.py", {"slide": "4"}),
        ("pages/sources.py", {"sources_view": "Method"}),
    ],
)
def test_no_record_of_a_mountain_speaks_of_war_or_of_people_counted(
    page: str, query: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(SHIPPED["everest"]))
    app = open_page(page, **query)
    assert not app.exception
    told = list(seen(app))
    assert [words for words in told if WAR.search(words)] == []
    assert not any("no people" in words or "a single day" in words for words in told)


def test_the_words_of_war_are_found_where_they_are() -> None:
    assert any(WAR.search(words) for words in seen(open_page("pages/casualties.py")))
