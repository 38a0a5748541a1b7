"""Tests of dash.site: registry, scripts, menu, doors, link targets and browser test are one."""

from pathlib import Path

import pytest

from dash.dossier.model import Dossier
from dash.palette import LIGHT
from dash.schema.tables import TABLES
from dash.site import (
    CASUALTIES,
    FIGURES,
    HOME,
    OPEN,
    PAGES,
    SEARCH,
    TARGETS,
    Page,
    offered,
    page_of,
    target_of,
)
from dash.ui import doors
from tests import factories as make
from tests.pages.app import HEADINGS, ROOT, open_page, text_of

SCRIPTS = (*PAGES, FIGURES, OPEN)
DRAWINGS = {file.stem for file in Path(doors.__file__).parent.glob("*.svg")}


def test_each_script_is_a_page_and_each_page_a_script() -> None:
    scripts = ["app.py", *(f"pages/{file.name}" for file in (ROOT / "pages").glob("*.py"))]
    assert sorted(page.file for page in SCRIPTS) == sorted(scripts)
    for page in SCRIPTS:
        script = (ROOT / page.file).read_text(encoding="utf-8")
        assert f'frame.page("{page.name}")' in script, page.file
        assert page_of(page.name) is page


def test_each_page_has_a_heading_for_the_tests_of_pages_and_browser() -> None:
    assert sorted(HEADINGS) == sorted(page.name for page in SCRIPTS)


@pytest.mark.parametrize("page", SCRIPTS, ids=lambda page: page.name)
def test_each_page_has_the_menu_and_the_heading(page: Page, shipped: Dossier) -> None:
    app = open_page(page.file)
    menu = [link.proto.label for link in app.get("page_link")][: len(PAGES)]
    assert menu == [entry.label for entry in offered(shipped)] == [entry.label for entry in PAGES]
    assert HEADINGS[page.name] in text_of(app)


def test_the_home_page_has_a_door_to_each_other_page_but_the_search(shipped: Dossier) -> None:
    labels = [link.proto.label for link in open_page(HOME.file).get("page_link")]
    assert offered(shipped) == PAGES
    for page in offered(shipped):
        doors_to = [label for label in labels if label.endswith(f"**{page.label}**")]
        assert len(doors_to) == (page not in (HOME, SEARCH))


def test_each_drawing_belongs_to_a_page_and_a_page_without_one_has_a_plain_sheet() -> None:
    plain = Path(doors.PLAIN).stem
    assert DRAWINGS - {plain} <= {page.name for page in PAGES}
    assert plain not in {page.name for page in PAGES}
    sheet = doors.picture("a-page-to-come", LIGHT)
    assert sheet == doors.picture(plain, LIGHT)
    assert LIGHT.accent in sheet


def test_each_record_is_shown_on_one_page_by_a_parameter_of_its_own() -> None:
    shown = [one for page in PAGES for one in page.shows]
    assert len({one.table for one in shown}) == len({one.parameter for one in shown}) == len(shown)
    assert set(TARGETS) == {one.table for one in shown}
    # An actor has no page of its own; a correction is shown at what it corrects.
    assert set(TABLES) - set(TARGETS) == {"actors", "corrections"}
    for table, target in TARGETS.items():
        assert {*target.page.needs, *target.page.parts, "sources"} >= {table}


@pytest.mark.parametrize("table", TARGETS)
def test_a_page_reads_the_parameter_that_links_to_it_carry(table: str) -> None:
    target = TARGETS[table]
    app = open_page(target.page.file, **{target.parameter: "nobody"})
    assert "'nobody'" in text_of(app)


@pytest.mark.parametrize(
    ("page", "table"), [(page, table) for page in PAGES for table in page.needs]
)
def test_a_page_without_a_table_that_it_needs_tells_so(
    page: Page, table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make.write(tmp_path)
    (folder / f"{table}.csv").write_bytes(b"\x81")
    monkeypatch.setenv("DOSSIER", str(folder))
    app = open_page(page.file)
    assert not app.exception
    assert "This page cannot be shown: 1 problem" in text_of(app)


@pytest.mark.parametrize(("casualties", "page"), [("true", CASUALTIES), ("false", FIGURES)])
def test_the_page_of_figures_has_the_name_and_address_that_fit_what_is_counted(
    casualties: str, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = make.STORY.replace("casualties = true", f"casualties = {casualties}")
    dossier = make.dossier(tmp_path, story)
    assert page in offered(dossier)
    assert target_of("figures", dossier).page == page
    monkeypatch.setenv("DOSSIER", str(tmp_path))
    for each in (CASUALTIES, FIGURES):  # an old link opens it, too
        app = open_page(each.file, figure="hurt-many")
        assert not app.exception
        links = [link.proto for link in app.get("page_link")]
        assert [link.label for link in links if link.page == page.name] == [page.label]
        assert "How the number is meant: more than a number" in text_of(app)


def test_a_dossier_whose_frame_cannot_be_read_has_a_general_name(tmp_path: Path) -> None:
    assert FIGURES in offered(make.dossier(tmp_path, "title = 1"))
