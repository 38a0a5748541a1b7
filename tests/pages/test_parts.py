"""Every folder that passes `check` shows every page without an error, whatever part it lacks."""

import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash.dossier.loaders import open_dossier
from dash.dossier.model import Dossier
from dash.dossier.records import key_of_row
from dash.palette import LIGHT
from dash.sharing.addresses import KINDS, Subject
from dash.sharing.cards.content import CardMaker
from dash.sharing.cards.drawing import draw_card
from dash.sharing.crawlers import sitemap
from dash.sharing.drawing import drawn
from dash.sharing.embed import embed_page
from dash.sharing.feed import feed
from dash.sharing.head import page_head, record_head
from dash.sharing.telling import Teller
from dash.site import PAGES as REGISTERED
from dash.site import Page, has_something, page_of
from tests import parts
from tests.damage.cases import run
from tests.pages.app import PAGES, open_page, text_of

# What a reader may ask of a page, beside the page as it opens.
ASKED: Mapping[str, tuple[str, Sequence[str]]] = {
    "pages/casualties.py": (
        "figures_view",
        ("Over time", "By year and month", "Compare two", "Other quantities"),
    ),
    "pages/quotes.py": ("quotes_view", ("Exchange", "Where accounts differ")),
    "pages/sources.py": ("sources_view", ("Method", "Tables", "Check it yourself")),
    "pages/map.py": ("map_place", ("bridge",)),
    "pages/timeline.py": ("event", ("quarrel",)),
    "pages/slideshow.py": ("slideshow_view", ("handout",)),
    "pages/search.py": ("search", ("bridge",)),
}
# Half of the pages each time: more dossiers in the same time.
SOME_PAGES = st.lists(st.sampled_from(PAGES), min_size=5, max_size=6, unique=True)
CASES = st.builds(
    parts.Parts,
    tables=st.sets(st.sampled_from(parts.OPTIONAL)),
    empty=st.sets(st.sampled_from(parts.OPTIONAL), max_size=2),
    frame=st.sets(st.sampled_from(list(parts.FRAME))),
    blank=st.sets(st.sampled_from(parts.CELLS), max_size=12),
    dropped=st.booleans(),
    kind=st.sampled_from([None, "running_total", "by_year", "by_month"]),
    casualties=st.booleans(),
    year=st.sampled_from(["0001", "0079", "1755", "2020", "2099"]),
    in_story=st.booleans(),
    # Of the same year mostly, as a story's are: a day, a month or a year.
    later=st.none()
    | st.builds(
        lambda day, length: day.isoformat()[:length],
        st.dates(date(2019, 1, 1), date(2023, 12, 31)) | st.dates(),
        st.sampled_from([4, 7, 10]),
    ),
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(CASES, st.data())
def test_a_folder_that_passes_check_shows_every_page(
    case: parts.Parts, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = parts.write(Path(name) / "dossier", case)
        dossier = open_dossier(folder)
        assert not dossier.problems
        for page in data.draw(SOME_PAGES, label="pages"):
            key, values = ASKED.get(page, ("x", ()))
            value = data.draw(st.sampled_from(["", *values]), label=page)
            app = run(page, folder, {key: value} if value else {})
            assert not app.error, app.error[0].value
            told = text_of(app)
            assert "Source: The Paper" in told
            assert "Credits: ." not in told
            shown = has_something(page_of(Path(page).stem), dossier)
            assert ("This dossier has no" in told) != shown
        _pass_on(dossier)


def _pass_on(dossier: Dossier) -> None:
    """Make all that leaves the pages: heads, frames and pictures of each record, and the feed."""
    teller, cards, address = Teller(dossier), CardMaker(dossier), "https://news.example"
    for kind, table in KINDS.items():
        for row in dossier.records(table):
            subject = Subject(kind, str(key_of_row(row)))
            shown = drawn(teller, subject)
            assert "<h1" in embed_page(teller, subject, address, shown)
            assert draw_card(cards.card(subject), LIGHT).svg.startswith("<svg")
            assert record_head(teller, subject, address).title
    for page in REGISTERED:
        assert page_head(teller, Path(page.file).stem, address).title
    assert feed(dossier, address).rstrip().endswith("</feed>")
    assert sitemap(dossier, address).rstrip().endswith("</urlset>")


WHOLE = parts.Parts(frame=("published",))
REGRESSIONS = {
    "over time without a series": (
        parts.Parts(frame=()),
        "pages/casualties.py",
        {"figures_view": "Over time"},
    ),
    "compare without figures": (
        parts.Parts(tables=("events", "places")),
        "pages/casualties.py",
        {"figures_view": "Compare two"},
    ),
    "a map without views": (WHOLE, "pages/map.py", {}),
    "a map without points": (
        parts.Parts(frame=(), blank=[("places", "longitude")]),
        "pages/map.py",
        {"map_place": "bridge"},
    ),
    "the year 79": (
        parts.Parts(tables=("events",), frame=("clocks", "glance.events"), year="0079"),
        "pages/timeline.py",
        {},
    ),
}


@pytest.mark.parametrize("name", REGRESSIONS)
def test_what_once_crashed_is_shown(name: str, tmp_path: Path) -> None:
    case, page, query = REGRESSIONS[name]
    app = run(page, parts.write(tmp_path, case), {**query})
    assert not app.error
    assert "Source: The Paper" in text_of(app)


@pytest.mark.parametrize("page", [page for page in REGISTERED if page.absent])
def test_a_page_without_its_data_says_so_and_points_to_those_there_are(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(parts.write(tmp_path, parts.Parts(tables=(), frame=()))))
    app = open_page(page.file)
    assert not app.error
    assert f"This dossier has no {page.absent}." in text_of(app)
    links = [link.proto.label for link in app.get("page_link")]
    assert links == [
        *("The story", "Sources", "Search"),
        *(f":primary[{label}]" for label in ("The story", "Sources", "Search")),
        ":primary[Open another dossier, or one of your own]",
    ]


def test_the_least_that_opens_says_nothing_of_what_it_has_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(parts.write(tmp_path, parts.Parts(tables=(), frame=()))))
    for page in ("app.py", "pages/sources.py", "pages/search.py"):
        told = text_of(open_page(page))
        for word in ("Credits", "Map status", "None", "figures, ", "filter"):
            assert word not in told, (page, word)
    assert "2 records: sources." in told


def test_a_dossier_of_context_alone_shows_it_without_a_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = parts.Parts(frame=(), in_story=False)
    monkeypatch.setenv("DOSSIER", str(parts.write(tmp_path, case)))
    app = open_page("pages/casualties.py")
    assert not app.info
    assert [row.label for row in app.button if row.label.startswith("*")]
    assert not open_page("pages/timeline.py").info
