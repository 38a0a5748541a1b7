"""Every page, run by Streamlit's AppTest: on the shipped dossier and on broken ones."""

from pathlib import Path, PurePosixPath

import pytest

from dash.dossier.model import Dossier
from dash.site import TARGETS, target_of
from tests import factories as make
from tests.conftest import SHIPPED
from tests.damage import folders as damaged
from tests.pages.app import PAGES, open_page, text_of

FIGURE_VIEWS = ("Over time", "By year and month", "Compare two")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_one_title_the_source_and_no_error(
    page: str, each_shipped: Dossier
) -> None:
    app = open_page(page)
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1
    publisher = each_shipped.record("sources", each_shipped.story.source)["publisher"]
    assert f"Source: {publisher}" in text_of(app)


# What a page shows beside what it opens with.
PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "pages/casualties.py": {"figures_view": (*FIGURE_VIEWS, "Other quantities")},
    "pages/quotes.py": {"quotes_view": ("Exchange", "Where accounts differ")},
    "pages/sources.py": {"sources_view": ("Method", "Tables", "Check it yourself")},
    "pages/slideshow.py": {"slideshow_view": ("handout",)},
    "pages/timeline.py": {"timeline_table": ("true",)},
}


@pytest.mark.parametrize(
    ("page", "key", "part"),
    [
        (page, key, part)
        for page, parts in PARTS.items()
        for key, values in parts.items()
        for part in values
    ],
)
def test_each_part_of_a_page_opens(page: str, key: str, part: str, each_shipped: Dossier) -> None:
    app = open_page(page, **{key: part})
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1
    # A part that a story has nothing for is not offered, and an address that asks for it is told.
    told = [warning.value for warning in app.warning]
    assert not told or (part in FIGURE_VIEWS and not each_shipped.story.series)


@pytest.mark.parametrize("table", TARGETS)
def test_a_record_of_each_table_opens_at_its_address(table: str, each_shipped: Dossier) -> None:
    """The first and the last of each: the browser walks all of them."""
    target = target_of(table, each_shipped)
    rows = each_shipped.table(table)
    for key in {str(rows.index[0]), str(rows.index[-1])}:
        app = open_page(target.page.file, **{target.parameter: key})
        assert not app.exception
        assert not app.error
        assert not app.warning
        assert len(app.title) == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs_on_somebody_elses_dossier(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(make.write(tmp_path)))
    app = open_page(page)
    assert not app.exception
    assert not app.error
    assert "Source: The Paper" in text_of(app)


@pytest.mark.parametrize(
    ("page", "table"),
    [
        ("pages/map.py", "places"),
        ("pages/casualties.py", "figures"),
        ("pages/quotes.py", "quotes"),
        ("pages/slideshow.py", "slides"),
        ("pages/timeline.py", "events"),
    ],
)
def test_a_broken_table_is_told_on_its_page_and_on_no_other(
    page: str, table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path)
    (folder / f"{table}.csv").write_bytes(b"\x81")
    monkeypatch.setenv("DOSSIER", str(folder))
    told = open_page(page)
    assert not told.exception
    assert "This page cannot be shown: 1 problem" in text_of(told)
    assert told.dataframe[0].value["File"].tolist() == [f"{table}.csv"]
    home = open_page("app.py")
    assert not home.error
    assert len(home.title) == 1


def test_an_empty_folder_is_told_on_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(tmp_path))
    for page in PAGES:
        app = open_page(page)
        assert not app.exception
        assert len(app.error) == 1


def test_an_edited_file_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make.write(tmp_path)
    monkeypatch.setenv("DOSSIER", str(folder))
    app = open_page("app.py")
    before = app.title[0].value
    story = make.STORY.replace("A quarrel over a bridge", "Peace at the bridge, at last")
    (folder / "dossier.toml").write_text(story, encoding="utf-8")
    assert (before, app.run().title[0].value) == (
        "A quarrel over a bridge",
        "Peace at the bridge\\, at last",
    )


@pytest.mark.parametrize(
    ("page", "key", "what"),
    [
        ("pages/quotes.py", "quotes_speaker", "speaker"),
        ("pages/quotes.py", "difference", "difference"),
        ("pages/map.py", "map_view", "part of the map"),
        ("pages/map.py", "map_place", "place"),
        ("pages/slideshow.py", "slide", "slide"),
        ("pages/timeline.py", "event", "event"),
        ("pages/sources.py", "source", "source"),
    ],
)
@pytest.mark.usefixtures("each_shipped")
def test_an_unknown_value_in_the_address_is_told(page: str, key: str, what: str) -> None:
    app = open_page(page, **{key: "nobody"})
    assert not app.exception
    assert f"asks for the {what} 'nobody'" in text_of(app)


@pytest.mark.parametrize(
    ("name", "page", "query"),
    [
        ("call", "pages/map.py", {"map_place": "donetsk"}),
        ("call", "pages/casualties.py", {"figure": "killed-14000"}),
        ("call", "pages/quotes.py", {"quote": "Q13"}),
        ("call", "pages/quotes.py", {"quotes_view": "Where accounts differ"}),
        ("call", "pages/slideshow.py", {"slide": "3"}),
        ("call", "pages/timeline.py", {"event": "exercises-end"}),
        ("call", "pages/timeline.py", {}),
        ("call", "pages/sources.py", {"source": "dw-2021-04-13"}),
        ("everest", "pages/map.py", {"map_place": "everest"}),
        ("everest", "pages/figures.py", {"figure": "rock-2005"}),
        ("everest", "pages/quotes.py", {"quote": "Q06"}),
        ("everest", "pages/quotes.py", {"quotes_view": "Where accounts differ"}),
        ("everest", "pages/slideshow.py", {"slide": "1"}),
        ("everest", "pages/timeline.py", {"event": "announced-2020"}),
        ("everest", "pages/sources.py", {"source": "article"}),
    ],
)
def test_no_link_leads_to_its_own_page(
    name: str, page: str, query: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit would show what such a link names, and leave the address as it was."""
    monkeypatch.setenv("DOSSIER", str(SHIPPED[name]))
    links = [link.proto for link in open_page(page, **query).get("page_link")]
    records = [link.page for link in links if link.query_string]
    figures = {"pages/casualties.py", "pages/figures.py"}
    assert records or page in {"pages/timeline.py", *figures}
    assert PurePosixPath(page).stem not in records


def _spoiled(folder: Path, table: str, key: str) -> Path:
    """Write a dossier with a comma too many in one row, which is lost so."""
    make.write(folder, damaged.STORY)
    (folder / "geo").mkdir()
    (folder / "geo" / "land.geojson").write_text(damaged.LAND, encoding="utf-8")
    file = folder / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"\n{key},", f"\n{key},,"), encoding="utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "key", "down"),
    [
        ("figures", "hurt-many", {"pages/casualties.py", "pages/figures.py"}),
        ("events", "quarrel", {"pages/timeline.py"}),
        ("differences", "D1", set()),
        ("slides", "1", {"pages/slideshow.py"}),
        ("quotes", "Q1", {"pages/quotes.py"}),
    ],
)
def test_a_row_lost_takes_the_page_of_its_table_and_no_other(
    table: str, key: str, down: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER", str(_spoiled(tmp_path / "bridge", table, key)))
    fallen = {}
    for page in PAGES:
        app = open_page(page)
        assert not app.exception
        if app.error:
            fallen[page] = set(app.dataframe[0].value["File"])
            assert "folder bridge" in app.error[0].value
        else:
            assert "Source: The Paper" in text_of(app)
    assert fallen == {page: {f"{table}.csv"} for page in down}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("app.py", 'figures = ["hurt-many", "hurt-count"]', 'figures = ["hurt-moany"]'),
        ("pages/map.py", 'figures = ["hurt-many"]\n', 'figures = ["hurt-moany"]\n'),
        ("pages/map.py", "bounds = [-90.0, -60.0, 90.0, 60.0]", "bounds = [1.0, 1.0, 1.0, 1.0]"),
        ("pages/casualties.py", 'pairs = [["hurt-many",', 'pairs = [["hurt-moany",'),
        ("pages/timeline.py", 'start = "2020-03"', 'start = "2020-06"'),
    ],
)
def test_a_list_of_the_story_that_names_nothing_is_told_at_the_foot_of_its_page(
    page: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = damaged.write(tmp_path / "bridge")
    text = (folder / "dossier.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "dossier.toml").write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setenv("DOSSIER", str(folder))
    for each in PAGES:
        app = open_page(each)
        assert not app.error
        same = each.replace("figures", "casualties")  # one page under two addresses
        assert ("Left out of this page" in text_of(app)) == (same == page)


@pytest.mark.parametrize("view", ["Exchange", "Where accounts differ", "Browse"])
@pytest.mark.parametrize("table", ["figures", "events", "slides", "differences"])
def test_the_quotes_go_on_whatever_they_are_compared_with(
    view: str, table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path)
    (folder / f"{table}.csv").write_bytes(b"\x81")
    monkeypatch.setenv("DOSSIER", str(folder))
    app = open_page("pages/quotes.py", quotes_view=view)
    assert not app.exception
    assert "Source: The Paper" in text_of(app)
    gone = view == "Where accounts differ" and table == "differences"
    assert len(app.error) == gone
