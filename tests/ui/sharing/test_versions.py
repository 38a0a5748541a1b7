"""Tests of the version and the corrections on the pages."""

from pathlib import Path

import pytest

from dash.ui.data import current_dossier
from dash.ui.sharing.versions import current_version
from tests import factories as make
from tests.pages.app import open_page, text_of


@pytest.fixture
def corrected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dossier that the test writes."""
    monkeypatch.setenv("DOSSIER", str(tmp_path))


def _told(page: str = "pages/sources.py", **query: str) -> str:
    app = open_page(page, **query)
    assert not app.exception
    return "\n".join([*(str(one.value).replace("\\", "") for one in app.info), text_of(app)])


def test_the_foot_and_the_method_name_the_version() -> None:
    version = current_version(current_dossier())
    assert version is not None
    told = _told(sources_view="Method")
    assert told.count(f"This is {version.words}") == 2
    assert (
        "**Statement Q14**. Corrected on 27 November 2026. It was: Its check said “altered”."
        in told
    )


ROOT = "https://news.example/dossier"


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("casualties", "figure=killed-14000"),
        ("casualties", "compare_a=killed-14000&compare_b=civilians-3300"),
        ("quotes", "quote=Q14"),
        ("quotes", "difference=D01"),
        ("sources", f"source={current_dossier().story.source}"),
    ],
)
def test_every_citation_gives_the_address_of_this_version(
    page: str, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER_ADDRESS", ROOT)
    asked = dict(pair.split("=") for pair in query.split("&"))
    if len(asked) > 1:
        asked |= {"figures_view": "Compare two"}
    app = open_page(f"pages/{page}.py", **asked)
    code = "\n".join(str(one.value) for one in app.code)
    assert f"{ROOT}/{page}?{query}&version={current_version(current_dossier())}" in code


@pytest.mark.parametrize(
    ("page", "parameter", "table", "record"),
    [
        ("casualties", "figure", "figures", "hurt-many"),
        ("quotes", "quote", "quotes", "Q1"),
        ("quotes", "difference", "differences", "D1"),
        ("map", "map_place", "places", "bridge"),
        ("timeline", "event", "events", "quarrel"),
        ("slideshow", "slide", "slides", "1"),
        ("sources", "source", "sources", "paper"),
    ],
)
@pytest.mark.usefixtures("corrected")
def test_each_record_has_its_mark_and_tells_an_older_citation_of_it(
    page: str, parameter: str, table: str, record: str, tmp_path: Path
) -> None:
    others = [make.correction(id=f"C{n}", table="actors", record="mayor") for n in range(6)]
    own = make.correction(id="own", table=table, record=record, was="Wrong.", now="Right.")
    make.write(tmp_path, corrections=[*others, own])
    asked = {parameter: record, "version": "2000-01-01-0123abcd"}
    told = _told(f"pages/{page}.py", **asked)
    assert "Since 1 January 2000, 7 corrections, 1 of this record" in told
    assert told.count("It was: Wrong. Now: Right.") == 2
    assert "6 more: see Sources, Method." in told
    assert "a dozen Now" not in told


def test_a_citation_carries_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_ADDRESS", ROOT)
    version = current_version(current_dossier())
    assert version is not None
    app = open_page("pages/quotes.py", quote="Q14")
    code = "\n".join(str(one.value) for one in app.code)
    assert f"?quote=Q14&version={version}" in code
    assert f"Dossier: {version.words}." in code
    assert "Corrected on 27 November 2026" in text_of(app)


def test_an_older_version_says_what_was_corrected_since() -> None:
    told = _told(version="2026-11-26-0123abcd")
    assert "The address cites version 0123abcd of 26 November 2026." in told
    assert "Since 26 November 2026, 10 corrections" in told
    assert "Figure civilians-3300. Corrected on 27 November 2026." in told
    assert "5 more" in told


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("0123abcd", "What has changed since is not recorded here."),
        ("2027-01-01-0123abcd", "No correction is recorded since 1 January 2027"),
        ("<b>", "it is none"),
    ],
)
def test_where_it_is_not_known_what_changed_that_is_said(version: str, expected: str) -> None:
    assert expected in _told(version=version)


def test_the_version_that_is_shown_needs_no_word() -> None:
    assert "The address cites" not in _told(version=str(current_version(current_dossier())))


def test_a_dossier_with_a_problem_still_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = make.correction(was="*now* <b>", now="$x$")
    folder = make.write(tmp_path / "d", quotes=[make.quote(topic="nothing")], corrections=[row])
    monkeypatch.setenv("DOSSIER", str(folder))
    told = _told(sources_view="Method", version="0123abcd")
    assert "has no version" in told
    assert "It was: *now* <b> Now: $x$" in told
